import { Link } from '@tanstack/react-router'
import type {
  CommitmentRow,
  EventRow,
  FigureRow,
  Party,
  PositionRow,
  ReviewItem,
  StatementRow,
} from '../api/rows.ts'
import { deedWord, edtf, number, percent, quadWord, statusMeaning } from '../parts/format.ts'
import { Moment } from '../parts/moment.tsx'
import { areSeveral, PartyNames } from '../parts/party-names.tsx'

interface ReviewCardProps {
  readonly entry: ReviewItem
  readonly at: number
  readonly of: number
}

/** What is to be judged: the claim above, the words that it rests on below, with a sentence on either side. */
export function ReviewCard({ entry, at, of }: ReviewCardProps) {
  const { item } = entry
  return (
    <article className="review-card" aria-label={`${entry.kind} ${at} of ${of}`}>
      <p className="kicker">
        {entry.kind} {at} of {of}
      </p>
      <Claim entry={entry} />
      <p className="review-words">
        <InContext entry={entry} />
      </p>
      <p className="from">
        <span className="source">{item.origin.source ?? 'no source'}</span>{' '}
        <Link to="/documents/$id" params={{ id: item.origin.documentId }} hash={item.id}>
          {item.origin.title ?? 'Untitled'}
        </Link>{' '}
        <Moment value={item.origin.published} dayOnly />
      </p>
    </article>
  )
}

/** Where the words of an item stand in its document. */
export function spanOf({ kind, item }: ReviewItem): {
  readonly start: number
  readonly end: number
  readonly text: string
} {
  switch (kind) {
    case 'event':
    case 'figure':
      return (item as EventRow | FigureRow).evidence
    case 'statement':
      return (item as StatementRow).quote
    case 'position':
      return (item as PositionRow).proposition
    case 'commitment':
      return (item as CommitmentRow).act
  }
}

function InContext({ entry }: { readonly entry: ReviewItem }) {
  const { context } = entry
  const span = spanOf(entry)
  const [from, to] = [span.start - context.start, span.end - context.start]
  if (from < 0 || to > context.text.length) return <mark>{span.text}</mark>
  return (
    <>
      {context.text.slice(0, from)}
      <mark>{context.text.slice(from, to)}</mark>
      {context.text.slice(to)}
    </>
  )
}

function Claim({ entry: { kind, item } }: { readonly entry: ReviewItem }) {
  switch (kind) {
    case 'event':
      return <EventClaim row={item as EventRow} />
    case 'statement': {
      const row = item as StatementRow
      return (
        <Facts
          rows={[
            ['Who said', <Names key="s" parties={row.speakers} />],
            ['How', row.kind],
            ['Confidence', percent(row.confidence)],
          ]}
        />
      )
    }
    case 'position': {
      const row = item as PositionRow
      return (
        <Facts
          rows={[
            ['Who', <Names key="h" parties={row.holders} />],
            ['Stance', row.stance.replaceAll('-', ' ')],
            ['Toward', <Names key="t" parties={row.toward} />],
            ['What', row.proposition.text],
            ['Confidence', percent(row.confidence)],
          ]}
        />
      )
    }
    case 'commitment': {
      const row = item as CommitmentRow
      return (
        <Facts
          rows={[
            ['Who', <Names key="b" parties={row.by} />],
            ['Strength', row.strength],
            ['To', <Names key="t" parties={row.to} />],
            ['Due', row.due === null ? null : edtf(row.due)],
            ['On condition', row.condition],
            ['Confidence', percent(row.confidence)],
          ]}
        />
      )
    }
    case 'figure': {
      const row = item as FigureRow
      return (
        <Facts
          rows={[
            ['Measure', row.measure],
            ['Figure', row.low === row.high ? number(row.low) : `${number(row.low)} to ${number(row.high)}`],
            ['Unit', row.unit],
          ]}
        />
      )
    }
  }
}

const Names = ({ parties }: { readonly parties: readonly Party[] }) => (
  <PartyNames parties={parties} nobody="nobody named" />
)

function EventClaim({ row }: { readonly row: EventRow }) {
  return (
    <>
      <p className={`claim own-${row.quad}`}>
        <PartyNames parties={row.actors} nobody="Somebody" />{' '}
        <span className={`verb q-${row.quad}`}>
          {deedWord(row.type, areSeveral(row.actors), row.recipients.length > 0)}
        </span>{' '}
        <PartyNames parties={row.recipients} />
      </p>
      <Facts
        rows={[
          ['Type', `${row.type}${row.mode === null ? '' : ` · ${row.mode}`} (${quadWord(row.quad)})`],
          ['Told as', `${row.status}: ${statusMeaning(row.status)}`],
          ['When', row.date === null ? null : edtf(row.date)],
          ['Where', row.place],
          ['Word', `“${row.trigger}”`],
          ['Confidence', percent(row.confidence)],
          ['Rule', row.rule],
        ]}
      />
    </>
  )
}

function Facts({ rows }: { readonly rows: readonly (readonly [string, React.ReactNode])[] }) {
  return (
    <dl className="facts">
      {rows.map(([name, value]) =>
        value === null || value === '' ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
