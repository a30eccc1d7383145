import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import {
  type CommitmentRow,
  type EventRow,
  type HappeningRow,
  type Origin,
  partyNames,
  type StatementRow,
} from '../api/rows.ts'
import { Status } from '../reading/cards.tsx'
import { day, edtf, typeWord } from './format.ts'

/** A row's way back to its words. */
function From({ origin, id }: { readonly origin: Origin; readonly id: string }) {
  return (
    <p className="quiet">
      <time dateTime={origin.published ?? undefined}>{day(origin.published)}</time>{' '}
      <Link to="/documents/$id" params={{ id: origin.documentId }} hash={id}>
        {origin.title ?? 'Untitled'}
      </Link>{' '}
      {origin.source}
    </p>
  )
}

type Act = Pick<EventRow, 'actors' | 'recipients' | 'quad' | 'type' | 'status'>

function Deed({ act }: { readonly act: Act }) {
  return (
    <p className="card-line">
      <span>
        {partyNames(act.actors, 'somebody')} <b className={`verb q-${act.quad}`}>{typeWord(act.type)}</b>{' '}
        {partyNames(act.recipients)}
      </span>
      <Status status={act.status} />
    </p>
  )
}

/** An event, as one report tells it. */
export function EventLine({ row, words }: { readonly row: EventRow; readonly words?: ReactNode }) {
  return (
    <li>
      <Deed act={row} />
      <p className="card-words">“{words ?? row.evidence.text}”</p>
      <From origin={row.origin} id={row.id} />
    </li>
  )
}

/** A happening, with every report of it. */
export function HappeningLine({ row }: { readonly row: HappeningRow }) {
  return (
    <li>
      <p className="quiet">
        <time dateTime={row.day}>{day(row.day)}</time> {row.sources > 1 && `told by ${row.sources} outlets`}
      </p>
      <Deed act={row} />
      <p className="card-words">“{row.reports[0]?.evidence}”</p>
      {row.reports.map((report) => (
        <From key={report.eventId} origin={report} id={report.eventId} />
      ))}
    </li>
  )
}

/** A statement: who said what. */
export function StatementLine({ row, words }: { readonly row: StatementRow; readonly words?: ReactNode }) {
  return (
    <li>
      <p className="card-line">
        <b>{partyNames(row.speakers, 'somebody')}</b> <span className="tag">{row.kind}</span>
      </p>
      <p className="card-words">“{words ?? row.quote.text}”</p>
      <From origin={row.origin} id={row.id} />
    </li>
  )
}

/** A commitment: who is bound to what until when. */
export function CommitmentLine({ row }: { readonly row: CommitmentRow }) {
  return (
    <li>
      <p className="card-line">
        <b>{partyNames(row.by, 'somebody')}</b> <span className="tag">{row.strength}</span>
        {row.due !== null && <span className="tag due">due {edtf(row.due)}</span>}
      </p>
      <p className="card-words">“{row.act.text}”</p>
      <From origin={row.origin} id={row.id} />
    </li>
  )
}

/** A list with a heading of its own; nothing where it is empty. */
export function Section({
  title,
  count,
  children,
}: {
  readonly title: string
  readonly count: number
  readonly children: ReactNode
}) {
  if (count === 0) return null
  return (
    <section>
      <h2 className="section-title">{title}</h2>
      <ol className="results">{children}</ol>
    </section>
  )
}
