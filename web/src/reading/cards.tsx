import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Report } from '../api/rows.ts'
import type {
  RecordActor,
  RecordCommitment,
  RecordEvent,
  RecordFigure,
  RecordPlace,
  RecordPosition,
  RecordStatement,
  RecordTime,
} from '../api/types.ts'
import { day, deedWord, edtf, number, percent, quadWord, statusMeaning, typeWord } from '../parts/format.ts'
import { Status } from '../parts/status.tsx'
import { actorName, actorOf, type Item, type RecordIndex } from './record-index.ts'
import { Why } from './why.tsx'

/** What a card needs to know beside its own item. */
export interface CardContext {
  readonly index: RecordIndex
  readonly selected: string | null
  readonly hovered: string | null
  /** Reports of the same happening in other documents, by event id. */
  readonly elsewhere: ReadonlyMap<string, readonly Report[]>
}

/** The card of any act. */
export function ActCard({ item, context }: { readonly item: Item; readonly context: CardContext }) {
  switch (item.kind) {
    case 'event':
      return <EventCard event={item.value} context={context} />
    case 'statement':
      return <StatementCard statement={item.value} context={context} />
    case 'position':
      return <PositionCard position={item.value} context={context} />
    case 'commitment':
      return <CommitmentCard commitment={item.value} context={context} />
    case 'figure':
      return <FigureCard figure={item.value} context={context} />
    case 'actor':
      return <ActorCard mentions={[item.value]} context={context} />
    case 'place':
      return <PlaceCard mentions={[item.value]} context={context} />
    case 'time':
      return <TimeCard time={item.value} context={context} />
  }
}

interface ShellProps {
  readonly ids: readonly string[]
  readonly kind: Item['kind']
  readonly context: CardContext
  readonly children: ReactNode
}

function Shell({ ids, kind, context, children }: ShellProps) {
  const is = (id: string | null) => (id !== null && ids.includes(id) ? '' : undefined)
  return (
    <li
      className={`card c-${kind}`}
      data-card={ids.join(' ')}
      data-selected={is(context.selected)}
      data-hovered={is(context.hovered)}
    >
      {children}
    </li>
  )
}

function Title({
  id,
  context,
  children,
}: {
  readonly id: string
  readonly context: CardContext
  readonly children: ReactNode
}) {
  return (
    <a
      className="card-title"
      href={`#${id}`}
      data-item={id}
      aria-current={context.selected === id ? 'true' : undefined}
    >
      {children}
    </a>
  )
}

function names(index: RecordIndex, ids: readonly string[], nobody: string): string {
  const found = ids.flatMap((id) => {
    const actor = actorOf(index, id)
    return actor === null ? [] : [actorName(actor)]
  })
  return found.length === 0 ? nobody : found.join(', ')
}

function EventCard({ event, context }: { readonly event: RecordEvent; readonly context: CardContext }) {
  const { index, selected } = context
  const reports = context.elsewhere.get(event.id) ?? []
  return (
    <Shell ids={[event.id]} kind="event" context={context}>
      <p className="card-line">
        <Title id={event.id} context={context}>
          {names(index, event.actors, 'somebody')}{' '}
          <b className={`verb q-${event.quad}`}>
            {deedWord(event.type, event.actors.length > 1, event.recipients.length > 0)}
          </b>{' '}
          {names(index, event.recipients, '')}
        </Title>
        <Status status={event.status} />
      </p>
      <p className="card-words">“{event.evidence.text}”</p>
      {reports.length > 0 && <Elsewhere reports={reports} />}
      {selected === event.id && <EventFacts event={event} context={context} />}
    </Shell>
  )
}

function EventFacts({ event, context }: { readonly event: RecordEvent; readonly context: CardContext }) {
  const { fatalities, injured } = event
  return (
    <>
      <dl className="facts">
        <Fact name="Type">
          {event.type}
          {event.mode !== null && ` · ${event.mode}`} · CAMEO {event.cameo}
        </Fact>
        <Fact name="Class">
          {quadWord(event.quad)}, {event.intensity > 0 ? '+' : ''}
          {event.intensity}
        </Fact>
        <Fact name="Status">{statusMeaning(event.status)}</Fact>
        <Party name="Who" ids={event.actors} context={context} />
        <Party name="To whom" ids={event.recipients} context={context} />
        <DateFact date={event.date} context={context} />
        <PlaceFact id={event.place} context={context} />
        {event.contexts.length > 0 && <Fact name="Context">{event.contexts.join(', ')}</Fact>}
        {event.attributedTo !== null && (
          <Fact name="Who says so">
            <StatementLink id={event.attributedTo} context={context} />
          </Fact>
        )}
        {fatalities !== null && <Fact name="Killed">{range(fatalities.low, fatalities.high)}</Fact>}
        {injured !== null && <Fact name="Injured">{range(injured.low, injured.high)}</Fact>}
        <Fact name="Confidence">{percent(event.confidence)}</Fact>
      </dl>
      <Why event={event} index={context.index} />
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface PartyProps {
  readonly name: string
  readonly ids: readonly string[]
  readonly context: CardContext
}

function Party({ name, ids, context }: PartyProps) {
  if (ids.length === 0) return null
  return (
    <Fact name={name}>
      {ids.map((id, i) => (
        <span key={id}>
          {i > 0 && ', '}
          <MentionLink id={id} context={context} />
        </span>
      ))}
    </Fact>
  )
}

function MentionLink({ id, context }: { readonly id: string; readonly context: CardContext }) {
  const actor = actorOf(context.index, id)
  if (actor === null) return null
  const words = actor.span.text
  const name = actorName(actor)
  return (
    <a href={`#${id}`} data-item={id}>
      {name}
      {words !== name && <span className="quiet"> (“{words}”)</span>}
    </a>
  )
}

function DateFact({ date, context }: { readonly date: RecordEvent['date']; readonly context: CardContext }) {
  if (date === null) return null
  const item = date.time === null ? undefined : context.index.items.get(date.time)
  return (
    <Fact name="When">
      {edtf(date.edtf)}{' '}
      {item?.kind === 'time' ? (
        <a href={`#${item.value.id}`} data-item={item.value.id}>
          “{item.value.span.text}”
        </a>
      ) : (
        <span className="quiet">
          from the {date.basis === 'dateline' ? 'dateline' : 'date of publication'}
        </span>
      )}
    </Fact>
  )
}

function PlaceFact({ id, context }: { readonly id: string | null; readonly context: CardContext }) {
  const item = id === null ? undefined : context.index.items.get(id)
  if (item?.kind !== 'place') return null
  return (
    <Fact name="Where">
      <a href={`#${item.value.id}`} data-item={item.value.id}>
        {item.value.name}
      </a>
      {item.value.country !== null && ` (${item.value.country})`}
    </Fact>
  )
}

function StatementLink({ id, context }: { readonly id: string; readonly context: CardContext }) {
  const item = context.index.items.get(id)
  if (item?.kind !== 'statement') return null
  return (
    <a href={`#${id}`} data-item={id}>
      {names(context.index, item.value.speakers, 'an unnamed source')}
      {item.value.cue !== null && `, “${item.value.cue.text}”`}
    </a>
  )
}

function Elsewhere({ reports }: { readonly reports: readonly Report[] }) {
  return (
    <p className="elsewhere">
      Also told by{' '}
      {reports.map((report, i) => (
        <span key={`${report.documentId} ${report.eventId}`}>
          {i > 0 && '; '}
          <Link to="/documents/$id" params={{ id: report.documentId }} hash={report.eventId}>
            {report.source ?? report.title ?? 'another report'}
          </Link>
        </span>
      ))}
    </p>
  )
}

function range(low: number, high: number): string {
  return low === high ? number(low) : `${number(low)} to ${number(high)}`
}

interface StatementCardProps {
  readonly statement: RecordStatement
  readonly context: CardContext
}

function StatementCard({ statement, context }: StatementCardProps) {
  const { index, selected } = context
  const direct = statement.kind === 'direct'
  const words = statement.content.map((span) => span.text).join(' … ')
  return (
    <Shell ids={[statement.id]} kind="statement" context={context}>
      <p className="card-line">
        <Title id={statement.id} context={context}>
          {names(index, statement.speakers, 'an unnamed source')}{' '}
          <b className="verb">{statement.cue?.text ?? 'said'}</b>
        </Title>
        <span className="tag">{statement.kind}</span>
      </p>
      <p className={direct ? 'card-words direct' : 'card-words'}>{words}</p>
      {selected === statement.id && (
        <dl className="facts">
          <Party name="Speaker" ids={statement.speakers} context={context} />
          <Party name="To" ids={statement.addressees} context={context} />
          <DateFact date={statement.date} context={context} />
          <PlaceFact id={statement.place} context={context} />
          {statement.via !== null && <Party name="Relayed by" ids={[statement.via]} context={context} />}
          <Fact name="Confidence">{percent(statement.confidence)}</Fact>
        </dl>
      )}
    </Shell>
  )
}

interface PositionCardProps {
  readonly position: RecordPosition
  readonly context: CardContext
}

function PositionCard({ position, context }: PositionCardProps) {
  const { index, selected } = context
  return (
    <Shell ids={[position.id]} kind="position" context={context}>
      <p className="card-line">
        <Title id={position.id} context={context}>
          {names(index, position.holder, 'somebody')}{' '}
          <b className="verb">{position.stance.replaceAll('-', ' ')}</b>{' '}
          {position.toward !== null && names(index, [position.toward], '')}
        </Title>
      </p>
      <p className="card-words">“{position.proposition.text}”</p>
      {selected === position.id && (
        <dl className="facts">
          <Party name="Holder" ids={position.holder} context={context} />
          {position.toward !== null && <Party name="Toward" ids={[position.toward]} context={context} />}
          {position.statement !== null && (
            <Fact name="As said by">
              <StatementLink id={position.statement} context={context} />
            </Fact>
          )}
          <Fact name="Confidence">{percent(position.confidence)}</Fact>
        </dl>
      )}
    </Shell>
  )
}

interface CommitmentCardProps {
  readonly commitment: RecordCommitment
  readonly context: CardContext
}

function CommitmentCard({ commitment, context }: CommitmentCardProps) {
  const { index, selected } = context
  return (
    <Shell ids={[commitment.id]} kind="commitment" context={context}>
      <p className="card-line">
        <Title id={commitment.id} context={context}>
          {names(index, commitment.by, 'somebody')} <b className="verb">{commitment.strength}</b>
        </Title>
        {commitment.due !== null && <span className="tag due">due {edtf(commitment.due)}</span>}
      </p>
      <p className="card-words">“{commitment.act.text}”</p>
      {selected === commitment.id && (
        <dl className="facts">
          <Party name="By" ids={commitment.by} context={context} />
          <Party name="To" ids={commitment.to} context={context} />
          {commitment.type !== null && <Fact name="Promised act">{typeWord(commitment.type)}</Fact>}
          {commitment.due !== null && (
            <Fact name="Due">
              {edtf(commitment.due)} <span className="quiet">{commitment.due}</span>
            </Fact>
          )}
          {commitment.condition !== null && <Fact name="On condition">“{commitment.condition.text}”</Fact>}
          <Fact name="Status">{commitment.status}</Fact>
          <Fact name="Confidence">{percent(commitment.confidence)}</Fact>
        </dl>
      )}
    </Shell>
  )
}

function FigureCard({ figure, context }: { readonly figure: RecordFigure; readonly context: CardContext }) {
  const about = figure.about === null ? undefined : context.index.items.get(figure.about)
  return (
    <Shell ids={[figure.id]} kind="figure" context={context}>
      <p className="card-line">
        <Title id={figure.id} context={context}>
          <b className="verb">
            {figure.approximate && 'about '}
            {range(figure.low, figure.high)}
          </b>{' '}
          {figure.unit ?? ''}
        </Title>
        <span className="tag">{figure.measure}</span>
      </p>
      {context.selected === figure.id && (
        <dl className="facts">
          <Fact name="Words">“{figure.evidence.text}”</Fact>
          {about?.kind === 'actor' && <Party name="About" ids={[about.value.id]} context={context} />}
          {about?.kind === 'event' && (
            <Fact name="About">
              <a href={`#${about.value.id}`} data-item={about.value.id}>
                {typeWord(about.value.type)} (“{about.value.trigger.text}”)
              </a>
            </Fact>
          )}
        </dl>
      )}
    </Shell>
  )
}

interface ActorCardProps {
  readonly mentions: readonly RecordActor[]
  readonly context: CardContext
}

/** All mentions of one actor together. */
export function ActorCard({ mentions, context }: ActorCardProps) {
  const first = mentions[0]
  if (first === undefined) return null
  const known = !first.entity.startsWith('local/')
  const about = [first.role, first.country, first.sector].filter((part) => part !== null).join(' · ')
  return (
    <Shell ids={mentions.map((mention) => mention.id)} kind="actor" context={context}>
      <p className="card-line">
        <Title id={first.id} context={context}>
          <b>{actorName(first)}</b>
        </Title>
        {about !== '' && <span className="quiet">{about}</span>}
      </p>
      <p className="mentions">
        <MentionList mentions={mentions} context={context} />
        {known && (
          <Link className="whole" to="/actors/$entity" params={{ entity: first.entity }}>
            all of {actorName(first)}
          </Link>
        )}
      </p>
    </Shell>
  )
}

interface MentionListProps {
  readonly mentions: readonly (RecordActor | RecordPlace)[]
  readonly context: CardContext
}

function MentionList({ mentions, context }: MentionListProps) {
  return mentions.map((mention) => (
    <a
      key={mention.id}
      href={`#${mention.id}`}
      data-item={mention.id}
      aria-current={context.selected === mention.id ? 'true' : undefined}
    >
      {mention.span.text}
    </a>
  ))
}

interface PlaceCardProps {
  readonly mentions: readonly RecordPlace[]
  readonly context: CardContext
}

/** All mentions of one place together. */
export function PlaceCard({ mentions, context }: PlaceCardProps) {
  const first = mentions[0]
  if (first === undefined) return null
  const where =
    first.latitude === null || first.longitude === null
      ? 'no coordinates'
      : `${first.latitude.toFixed(2)}, ${first.longitude.toFixed(2)}`
  return (
    <Shell ids={mentions.map((mention) => mention.id)} kind="place" context={context}>
      <p className="card-line">
        <Title id={first.id} context={context}>
          <b>{first.name}</b>
        </Title>
        <span className="quiet">
          {first.feature}
          {first.country !== null && ` · ${first.country}`} · {where}
        </span>
      </p>
      <p className="mentions">
        <MentionList mentions={mentions} context={context} />
      </p>
    </Shell>
  )
}

/** One time expression and what it means. */
export function TimeCard({ time, context }: { readonly time: RecordTime; readonly context: CardContext }) {
  return (
    <Shell ids={[time.id]} kind="time" context={context}>
      <p className="card-line">
        <Title id={time.id} context={context}>
          “{time.span.text}”
        </Title>
        <span className="quiet">
          {time.edtf === null ? time.value : day(time.edtf) === time.edtf ? edtf(time.edtf) : day(time.edtf)}
          {time.mod !== null && ` · ${time.mod.toLowerCase().replaceAll('_', ' ')}`}
        </span>
      </p>
    </Shell>
  )
}
