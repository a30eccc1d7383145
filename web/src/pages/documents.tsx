import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { withQuery } from '../api/client.ts'
import type { DocumentRow, Stats } from '../api/types.ts'
import { useApi, useList } from '../api/use-api.ts'
import { Filters } from '../parts/filters.tsx'
import { day, number } from '../parts/format.ts'
import { More } from '../parts/more.tsx'
import { DeskPage } from '../parts/page.tsx'
import { Answer, Empty } from '../parts/states.tsx'

/** What the list of documents can be narrowed by; all of it stands in the URL. */
export interface DocumentSearch {
  readonly q?: string
  readonly source?: string
  readonly from?: string
  readonly to?: string
}

/** The list of documents. */
export function DocumentsPage() {
  const search: DocumentSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const url = withQuery('/api/documents', { ...search })
  const list = useList<DocumentRow>(url)
  const stats = useApi<Stats>('/api/stats')
  return (
    <DeskPage title="Documents" json={url}>
      {stats.data !== undefined && <Tally stats={stats.data} />}
      <Filters
        values={search}
        sources={stats.data?.sources ?? []}
        onChange={(next) => void navigate({ to: '/', search: next })}
      />
      <Answer query={list} what="the documents">
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items)
          if (rows.length === 0) return <NoDocuments narrowed={Object.values(search).some(Boolean)} />
          return (
            <>
              <ol className="documents">
                {rows.map((row) => (
                  <DocumentLine key={row.id} row={row} />
                ))}
              </ol>
              <More list={list} />
            </>
          )
        }}
      </Answer>
    </DeskPage>
  )
}

function Tally({ stats }: { readonly stats: Stats }) {
  return (
    <p className="tally">
      {(
        [
          ['documents', stats.documents],
          ['events', stats.events],
          ['happenings', stats.happenings],
          ['statements', stats.statements],
          ['commitments', stats.commitments],
        ] as const
      ).map(([name, value]) => (
        <span key={name}>
          <b>{number(value ?? 0)}</b> {name}
        </span>
      ))}
    </p>
  )
}

function NoDocuments({ narrowed }: { readonly narrowed: boolean }) {
  return (
    <Empty>
      {narrowed ? (
        <p>
          No document fits. <Link to="/">Show all documents</Link>
        </p>
      ) : (
        <p>
          The archive is empty. Add documents with <code>rapporteur add FILE…</code>, or{' '}
          <Link to="/try">paste a text</Link>.
        </p>
      )}
    </Empty>
  )
}

const COUNTED = [
  ['events', 'event', 'events'],
  ['statements', 'statement', 'statements'],
  ['commitments', 'commitment', 'commitments'],
  ['figures', 'figure', 'figures'],
] as const

/** One document of a list. */
export function DocumentLine({ row }: { readonly row: DocumentRow }) {
  return (
    <li>
      <time dateTime={row.published ?? undefined}>{day(row.published)}</time>
      <span className="document-title">
        <Link to="/documents/$id" params={{ id: row.id }}>
          {row.title ?? 'Untitled'}
        </Link>
        <span className="source">{row.source ?? 'no source'}</span>
      </span>
      <span className="counts">
        {COUNTED.map(([key, one, many]) => {
          const count = row.counts[key] ?? 0
          return count === 0 ? null : (
            <span key={key} className={`c-${one}`}>
              <b>{number(count)}</b> {count === 1 ? one : many}
            </span>
          )
        })}
      </span>
    </li>
  )
}
