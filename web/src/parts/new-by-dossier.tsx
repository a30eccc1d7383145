import { Link } from '@tanstack/react-router'
import { ask } from '../api/filter.ts'
import type { Dossier, Facets, Filter, HappeningRow, Page } from '../api/rows.ts'
import { useApi } from '../api/use-api.ts'
import { shift } from '../charts/time.ts'
import { Block } from './block.tsx'
import { deedWord } from './format.ts'
import type { Visit } from './last-visit.ts'
import { areSeveral, partyWords } from './party-names.tsx'
import { Answer, Empty } from './states.tsx'

/** Without an earlier visit, the last week of the archive is what is new. */
const FIRST_VISIT_DAYS = 30

/** What has come into each dossier since the last visit. */
export function NewByDossier({ visit, on }: { readonly visit: Visit | null; readonly on: string }) {
  const query = useApi<Page<Dossier>>('/api/dossiers')
  return (
    <Block title="By dossier" aside={<Link to="/dossiers">all dossiers</Link>}>
      <Answer query={query} what="the dossiers">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>
              No dossier yet: <Link to="/search">search</Link>, and save what you find as one.
            </Empty>
          ) : (
            <ul className="rows">
              {items.map((dossier) => (
                <NewIn key={dossier.slug} dossier={dossier} visit={visit} on={on} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Block>
  )
}

interface NewInProps {
  readonly dossier: Dossier
  readonly visit: Visit | null
  readonly on: string
}

function NewIn({ dossier, visit, on }: NewInProps) {
  const filter: Filter =
    visit === null
      ? { ...dossier.question, from: shift(on, -FIRST_VISIT_DAYS), to: on }
      : { ...dossier.question, after: visit.arrival }
  const newest = useApi<Page<HappeningRow>>(
    ask('/api/happenings', filter, { limit: '1', order: 'strongest' }),
  )
  const counts = useApi<Facets>(ask('/api/facets/happening', filter))
  const [top] = newest.data?.items ?? []
  const count = counts.data?.counted ?? 0
  return (
    <li>
      <p className="deed">
        <Link className="party" to="/dossiers/$slug" params={{ slug: dossier.slug }}>
          {dossier.title}
        </Link>{' '}
        <span className="count">
          {counts.data === undefined
            ? ''
            : count === 0
              ? 'nothing new'
              : `${count}${counts.data.more ? '+' : ''} new`}
        </span>
      </p>
      {top !== undefined && (
        <p className="from">
          {partyWords(top.actors, 'somebody')}{' '}
          <span className={`q-${top.quad}`}>
            {deedWord(top.type, areSeveral(top.actors), top.recipients.length > 0)}
          </span>{' '}
          {partyWords(top.recipients)}
        </p>
      )}
    </li>
  )
}
