import { Link, useNavigate, useParams, useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { DocumentAnswer, HappeningOf, Report } from '../api/rows.ts'
import type { DocumentRecord } from '../api/types.ts'
import { useApi } from '../api/use-api.ts'
import { day } from '../parts/format.ts'
import { Moment } from '../parts/moment.tsx'
import { DeskPage } from '../parts/page.tsx'
import { Answer } from '../parts/states.tsx'
import { ReadingView } from '../reading/reading-view.tsx'

/** A document, read. */
export function DocumentPage() {
  const { id = '' } = useParams({ strict: false })
  const url = `/api/documents/${encodeURIComponent(id)}`
  const query = useApi<DocumentAnswer>(url)
  const title = query.data?.record.document.title ?? 'Document'
  return (
    <DeskPage title={title} json={url} className="wide" heading={<span />}>
      <Answer query={query} what="the document">
        {({ record, happenings }) => <Reading record={record} happenings={happenings} />}
      </Answer>
    </DeskPage>
  )
}

function Reading({ record, happenings }: Pick<DocumentAnswer, 'record' | 'happenings'>) {
  const navigate = useNavigate()
  const hash = useRouterState({ select: ({ location }) => location.hash })
  const select = useCallback(
    (id: string | null) => {
      void navigate({ to: '.', hash: id ?? '', replace: true, resetScroll: false, hashScrollIntoView: false })
    },
    [navigate],
  )
  return (
    <>
      <Provenance record={record} />
      <ReadingView
        key={record.document.id}
        record={record}
        happenings={happenings}
        selected={hash === '' ? null : hash}
        onSelect={select}
      />
      <Elsewhere record={record} happenings={happenings} />
    </>
  )
}

function Provenance({ record }: { readonly record: DocumentRecord }) {
  const { source, published, url } = record.document
  return (
    <p className="provenance">
      <b>{source ?? 'No source'}</b> <Moment value={published} />
      {url !== null && /^https?:\/\//i.test(url) && (
        <a href={url} rel="noreferrer noopener external">
          original
        </a>
      )}
      <span className="quiet">
        coded by {record.coder.name} {record.coder.version}
      </span>
    </p>
  )
}

/** Other documents that tell of the same happenings, those that share most first. */
function Elsewhere({ record, happenings }: Pick<DocumentAnswer, 'record' | 'happenings'>) {
  const others = othersOf(record, happenings)
  if (others.length === 0) return null
  return (
    <section className="others">
      <h2>The same happenings elsewhere</h2>
      <ul>
        {others.map(({ report, shared }) => (
          <li key={report.documentId}>
            <time dateTime={report.published ?? undefined}>{day(report.published)}</time>{' '}
            <Link to="/documents/$id" params={{ id: report.documentId }} hash={report.eventId}>
              {report.title ?? 'Untitled'}
            </Link>{' '}
            <span className="source">{report.source}</span>{' '}
            <span className="quiet">
              {shared} {shared === 1 ? 'happening' : 'happenings'} shared
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function othersOf(record: DocumentRecord, happenings: readonly HappeningOf[]) {
  const found = new Map<string, { report: Report; shared: number }>()
  for (const happening of happenings) {
    const seen = new Set<string>()
    for (const report of happening.reports) {
      if (report.documentId === record.document.id || seen.has(report.documentId)) continue
      seen.add(report.documentId)
      const known = found.get(report.documentId)
      if (known === undefined) found.set(report.documentId, { report, shared: 1 })
      else known.shared++
    }
  }
  return [...found.values()].sort((a, b) => b.shared - a.shared)
}
