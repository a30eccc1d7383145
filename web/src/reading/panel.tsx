import type { ReactNode } from 'react'
import { ActCard, ActorCard, type CardContext, PlaceCard, TimeCard } from './cards.tsx'
import { ACT_KINDS, KINDS, type Kind, plural } from './kinds.ts'
import { grouped, type Item, type RecordIndex } from './record-index.ts'

interface PanelProps {
  readonly context: CardContext
  readonly shown: ReadonlySet<Kind>
}

/** The record beside the text: a section for each kind that is shown. */
export function Panel({ context, shown }: PanelProps) {
  const { index } = context
  const kinds = KINDS.filter((kind) => shown.has(kind) && index.counts[kind] > 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard.
    <section className="panel" aria-label="The record" tabIndex={0}>
      {index.acts.length === 0 && <p className="empty">No act was found in this text.</p>}
      {kinds.map((kind) => (
        <section key={kind} className={`kind c-${kind}`} aria-labelledby={`kind-${kind}`}>
          <h2 id={`kind-${kind}`}>
            {plural(kind)} <span className="count">{index.counts[kind]}</span>
          </h2>
          <ol className="cards">{cardsOf(kind, context)}</ol>
        </section>
      ))}
    </section>
  )
}

function cardsOf(kind: Kind, context: CardContext): ReactNode {
  const { record } = context.index
  if (kind === 'actor') {
    return grouped(record.actors, (actor) => actor.entity).map((mentions) => (
      <ActorCard key={mentions[0]?.id} mentions={mentions} context={context} />
    ))
  }
  if (kind === 'place') {
    return grouped(record.places, (place) => `${place.name} ${place.country}`).map((mentions) => (
      <PlaceCard key={mentions[0]?.id} mentions={mentions} context={context} />
    ))
  }
  if (kind === 'time') {
    return record.times.map((time) => <TimeCard key={time.id} time={time} context={context} />)
  }
  return actsOf(kind, context.index).map((item) => (
    <ActCard key={item.value.id} item={item} context={context} />
  ))
}

function actsOf(kind: Kind, index: RecordIndex): Item[] {
  if (!ACT_KINDS.includes(kind)) return []
  return index.acts.flatMap((id) => {
    const item = index.items.get(id)
    return item?.kind === kind ? [item] : []
  })
}
