import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { withQuery } from '../api/client.ts'
import { ask, type FilterSearch, toFilter } from '../api/filter.ts'
import type { Facets, FacetValue, Found, Stats } from '../api/rows.ts'
import { useApi } from '../api/use-api.ts'
import { countryName } from '../parts/countries.ts'
import { ExportLinks } from '../parts/export-links.tsx'
import { FilterBar } from '../parts/filter-bar.tsx'
import { number, quadWord, typeWord } from '../parts/format.ts'
import { Marked } from '../parts/marked.tsx'
import { DeskPage } from '../parts/page.tsx'
import { hasPage } from '../parts/party-names.tsx'
import { DocumentLine, EventLine, StatementLine } from '../parts/rows.tsx'
import { SaveDossier } from '../parts/save-dossier.tsx'
import { Answer, Empty } from '../parts/states.tsx'
import { WatchButton } from '../parts/watch-button.tsx'

const KINDS = [
  ['events', 'Happenings'],
  ['statements', 'Quotes'],
  ['documents', 'Documents'],
  ['actors', 'Actors'],
] as const
type Kind = (typeof KINDS)[number][0]
type SearchSearch = FilterSearch & { readonly kind?: string }

/** One box for documents, quotes, actors and happenings; what it finds becomes a dossier, a watch or an export. */
export function SearchPage() {
  const search: SearchSearch = useSearch({ strict: false })
  const { kind: _, ...narrow } = search
  const navigate = useNavigate()
  const stats = useApi<Stats>('/api/stats')
  const filter = toFilter(narrow)
  const title = search.q === undefined ? 'Search' : `Search: ${search.q}`
  return (
    <DeskPage
      title={title}
      className="wide"
      actions={
        search.q === undefined ? undefined : (
          <>
            <SaveDossier title={search.q} question={filter} />
            <WatchButton title={search.q} question={filter} />
            <ExportLinks filter={filter} />
          </>
        )
      }
      json={search.q === undefined ? '/api/search?q=sanctions' : withQuery('/api/search', { ...narrow })}
    >
      <FilterBar
        values={narrow}
        fields={['q', 'actor', 'type', 'source', 'from', 'to']}
        sources={stats.data?.sources ?? []}
        onChange={(next) => void navigate({ to: '/search', search: next })}
      />
      {search.q === undefined ? <Ask /> : <Results search={search} />}
    </DeskPage>
  )
}

function Ask() {
  return (
    <Empty>
      <p>
        Words find documents, quotes, acts and actors alike. “Several words” in quotation marks stand
        together; a star ends the beginning of a word (<code>nucl*</code>). Narrow by actor, act, source and
        period.
      </p>
      <p>
        For example:{' '}
        <Link to="/search" search={{ q: 'sanctions' }}>
          sanctions
        </Link>
        ,{' '}
        <Link to="/search" search={{ q: '"code of conduct"' }}>
          “code of conduct”
        </Link>
        ,{' '}
        <Link to="/search" search={{ q: 'nucl*', actor: 'PRK' }}>
          nucl* with North Korea
        </Link>
      </p>
    </Empty>
  )
}

function Results({ search }: { readonly search: SearchSearch }) {
  const { kind: asked, ...narrow } = search
  const query = useApi<Found>(withQuery('/api/search', { ...narrow, limit: '40' }))
  const facets = useApi<Facets>(ask('/api/facets/event', toFilter(narrow)))
  const navigate = useNavigate()
  return (
    <div className="search-columns">
      <aside aria-label="Narrow the result">
        <Answer query={facets} what="the facets">
          {(data) => (
            <FacetLists
              facets={data}
              search={narrow}
              onChange={(next) => void navigate({ to: '/search', search: next })}
            />
          )}
        </Answer>
      </aside>
      <div>
        <Answer query={query} what="what fits">
          {(found) => {
            const kind = KINDS.find(([it]) => it === asked)?.[0] ?? fullest(found)
            if (KINDS.every(([it]) => found[it].length === 0))
              return (
                <Empty>
                  Nothing holds these words. Fewer words, or the beginning of one with a star, find more.
                </Empty>
              )
            return (
              <>
                <ul className="tabs">
                  {KINDS.map(([it, name]) => (
                    <li key={it}>
                      <button
                        type="button"
                        aria-pressed={it === kind}
                        onClick={() =>
                          void navigate({ to: '/search', search: { ...search, kind: it }, replace: true })
                        }
                      >
                        {name}{' '}
                        <span className="count">
                          {found[it].length}
                          {found[it].length >= 40 ? '+' : ''}
                        </span>
                      </button>
                    </li>
                  ))}
                </ul>
                <List kind={kind} found={found} />
              </>
            )
          }}
        </Answer>
      </div>
    </div>
  )
}

const fullest = (found: Found): Kind => KINDS.find(([it]) => found[it].length > 0)?.[0] ?? 'events'

function List({ kind, found }: { readonly kind: Kind; readonly found: Found }) {
  if (found[kind].length === 0) return <Empty>None of these.</Empty>
  if (kind === 'documents')
    return (
      <ol className="documents">
        {found.documents.map((row) => (
          <DocumentLine key={row.id} row={row} words={<Marked snippet={row.snippet} />} />
        ))}
      </ol>
    )
  if (kind === 'actors')
    return (
      <ol className="rows">
        {found.actors
          .filter(({ entity }) => hasPage(entity))
          .map((row) => (
            <li key={row.entity}>
              <Link to="/actors/$entity" params={{ entity: row.entity }}>
                {row.name}
              </Link>{' '}
              <span className="quiet">
                {[row.role, row.country === null ? null : countryName(row.country)]
                  .filter(Boolean)
                  .join(', ')}{' '}
                · {number(row.documents)} documents
              </span>
            </li>
          ))}
      </ol>
    )
  return (
    <ol className="rows">
      {kind === 'events'
        ? found.events.map((row) => (
            <EventLine key={row.id} row={row} words={<Marked snippet={row.snippet} />} />
          ))
        : found.statements.map((row) => (
            <StatementLine key={row.id} row={row} words={<Marked snippet={row.snippet} />} />
          ))}
    </ol>
  )
}

interface FacetListsProps {
  readonly facets: Facets
  readonly search: FilterSearch
  readonly onChange: (search: FilterSearch) => void
}

/** Fields whose values can narrow the search, with how a value is spelled. */
const FACETS = [
  ['type', 'type', 'Act', typeWord],
  ['quad', 'quad', 'Class', quadWord],
  ['actor', 'actor', 'Actor', countryName],
  ['country', 'actor', 'Country', countryName],
  ['source', 'source', 'Source', (value: string) => value],
  ['status', 'status', 'Told as', (value: string) => value],
  ['context', 'context', 'Context', (value: string) => value],
] as const
const SHOWN = 8

function FacetLists({ facets, search, onChange }: FacetListsProps) {
  return FACETS.map(([field, name, title, spell]) => {
    const values = facets.fields[field] ?? []
    if (values.length === 0) return null
    const chosen = search[name]
    return (
      <fieldset key={field} className="facet">
        <legend className="kicker">{title}</legend>
        <ul>
          {values.slice(0, SHOWN).map((value) => (
            <li key={value.value}>
              <FacetButton
                value={value}
                word={value.name ?? spell(value.value)}
                chosen={chosen === value.value}
                onClick={() => {
                  const { [name]: _, ...rest } = search
                  onChange(chosen === value.value ? rest : { ...search, [name]: value.value })
                }}
              />
            </li>
          ))}
        </ul>
      </fieldset>
    )
  })
}

interface FacetButtonProps {
  readonly value: FacetValue
  readonly word: string
  readonly chosen: boolean
  readonly onClick: () => void
}

function FacetButton({ value, word, chosen, onClick }: FacetButtonProps) {
  return (
    <button type="button" className="facet-value" aria-pressed={chosen} onClick={onClick}>
      <span>{word}</span> <span className="count">{number(value.count)}</span>
    </button>
  )
}
