import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { DocumentRow, EventRow, HappeningRow, Origin, Party, StatementRow } from '../api/rows.ts'
import { deedWord, number } from './format.ts'
import { Moment } from './moment.tsx'
import { areSeveral, PartyNames } from './party-names.tsx'
import { Status } from './status.tsx'

/** A row's way back to its words. */
export function From({ origin, id }: { readonly origin: Origin; readonly id: string }) {
  return (
    <p className="from">
      <span className="source">{origin.source ?? 'no source'}</span>{' '}
      <Link to="/documents/$id" params={{ id: origin.documentId }} hash={id}>
        {origin.title ?? 'Untitled'}
      </Link>{' '}
      <Moment value={origin.published} dayOnly />
    </p>
  )
}

interface Act {
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly quad: string
  readonly type: string
  readonly status: string
}

/** Who did what to whom, in a line. */
export function Deed({ act }: { readonly act: Act }) {
  return (
    <p className={`deed own-${act.quad}`}>
      <span className="swatch" aria-hidden="true" />
      <PartyNames parties={act.actors} nobody="Somebody" />{' '}
      <span className={`verb q-${act.quad}`}>
        {deedWord(act.type, areSeveral(act.actors), act.recipients.length > 0)}
      </span>{' '}
      <PartyNames parties={act.recipients} /> <Status status={act.status} />
    </p>
  )
}

/** An event, as one report tells it. */
export function EventLine({ row, words }: { readonly row: EventRow; readonly words?: ReactNode }) {
  return (
    <li className="row">
      <Moment value={row.day} dayOnly />
      <div>
        <Deed act={row} />
        <p className="words clamp">{words ?? row.evidence.text}</p>
        <From origin={row.origin} id={row.id} />
      </div>
    </li>
  )
}

/** A happening, with the reports of it. */
export function HappeningLine({ row }: { readonly row: HappeningRow }) {
  const [first] = row.reports
  return (
    <li className="row">
      <Moment value={row.day} dayOnly />
      <div>
        <Deed act={row} />
        {first !== undefined && <p className="words clamp">{first.evidence}</p>}
        {first !== undefined && <From origin={first} id={first.eventId} />}
        {row.documents > 1 && <AlsoToldBy row={row} />}
      </div>
    </li>
  )
}

/** The other reports of one happening. */
function AlsoToldBy({ row }: { readonly row: HappeningRow }) {
  const first = row.reports[0]?.documentId
  const others = [...new Map(row.reports.map((report) => [report.documentId, report])).values()].filter(
    ({ documentId }) => documentId !== first,
  )
  return (
    <p className="from">
      <span className="told">
        {row.documents} reports, {row.sources} {row.sources === 1 ? 'outlet' : 'outlets'}
      </span>
      , also{' '}
      {others.slice(0, 4).map((report, i) => (
        <span key={report.eventId}>
          {i > 0 && '; '}
          <Link to="/documents/$id" params={{ id: report.documentId }} hash={report.eventId}>
            {report.source ?? report.title ?? 'another report'}
          </Link>
        </span>
      ))}
    </p>
  )
}

/** A statement: who said what. */
export function StatementLine({
  row,
  words,
  big = false,
}: {
  readonly row: StatementRow
  readonly words?: ReactNode
  readonly big?: boolean
}) {
  const direct = row.kind === 'direct'
  return (
    <li>
      <figure className={`quote ${row.kind}${big ? ' big' : ''}`}>
        <blockquote>
          {direct && '“'}
          {words ?? trimQuotes(row.quote.text)}
          {direct && '”'}
        </blockquote>
        <figcaption>
          <PartyNames parties={row.speakers} nobody="An unnamed source" />
          {row.addressees.length > 0 && (
            <>
              {' '}
              to <PartyNames parties={row.addressees} />
            </>
          )}
          {!direct && <> · {row.kind === 'mixed' ? 'partly in their words' : 'told, not quoted'}</>}
          <From origin={row.origin} id={row.id} />
        </figcaption>
      </figure>
    </li>
  )
}

/** Words without the quotation marks around them; the page sets its own. */
const trimQuotes = (text: string): string => text.replace(/^["“”„«\s]+|["“”»\s]+$/gu, '')

const COUNTED = [
  ['events', 'event', 'events'],
  ['statements', 'statement', 'statements'],
  ['commitments', 'commitment', 'commitments'],
  ['figures', 'figure', 'figures'],
] as const

/** One document of a list. */
export function DocumentLine({ row, words }: { readonly row: DocumentRow; readonly words?: ReactNode }) {
  return (
    <li>
      <Moment value={row.published} dayOnly />
      <div>
        <span className="document-title">
          <Link to="/documents/$id" params={{ id: row.id }}>
            {row.title ?? 'Untitled'}
          </Link>
          <span className="source">{row.source ?? 'no source'}</span>
        </span>
        {words !== undefined && <p className="words">{words}</p>}
      </div>
      <span className="counts">
        {COUNTED.map(([key, one, many]) => {
          const count = row.counts[key]
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
