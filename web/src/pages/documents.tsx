import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { withQuery } from '../api/client.ts'
import type { FilterSearch } from '../api/filter.ts'
import type { DocumentRow, Stats } from '../api/rows.ts'
import { useApi, useList } from '../api/use-api.ts'
import { FilterBar } from '../parts/filter-bar.tsx'
import { More } from '../parts/more.tsx'
import { DeskPage } from '../parts/page.tsx'
import { DocumentLine } from '../parts/rows.tsx'
import { Answer, Empty } from '../parts/states.tsx'
import { Tally } from '../parts/tally.tsx'

/** The list of documents. */
export function DocumentsPage() {
  const search: FilterSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const url = withQuery('/api/documents', { ...search })
  const list = useList<DocumentRow>(url)
  const stats = useApi<Stats>('/api/stats')
  return (
    <DeskPage title="Documents" json={url}>
      {stats.data !== undefined && <Tally stats={stats.data} />}
      <FilterBar
        values={search}
        fields={['q', 'actor', 'source', 'from', 'to']}
        sources={stats.data?.sources ?? []}
        onChange={(next) => void navigate({ to: '/documents', search: next })}
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

function NoDocuments({ narrowed }: { readonly narrowed: boolean }) {
  return (
    <Empty>
      {narrowed ? (
        <p>
          No document fits. <Link to="/documents">Show all documents</Link>
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
