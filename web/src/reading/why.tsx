import { useQuery } from '@tanstack/react-query'
import { useContext } from 'react'
import type { RecordActor, RecordEvent } from '../api/types.ts'
import { percent, typeWord } from '../parts/format.ts'
import type { RecordIndex } from './record-index.ts'
import { RelateContext, type Relation, type RelationQuestion } from './relation.ts'

const SHOWN = 4
const LEAST = 0.01

/** Why an act was coded so: the row of the lexicon that found it, and what else it might have been between the two. */
export function Why({ event, index }: { readonly event: RecordEvent; readonly index: RecordIndex }) {
  const relate = useContext(RelateContext)
  const asked = question(event, index)
  const query = useQuery({
    queryKey: ['relate', asked],
    queryFn: () => (asked === null ? null : relate(asked)),
    enabled: asked !== null,
    staleTime: Infinity,
  })
  const rule = event.rule.split(/[ /:]/)
  return (
    <div className="why">
      <p className="kicker">Why</p>
      <p>
        The word “{event.trigger.text}” matched the rule <code>{rule.join(' ')}</code>; of such matches about{' '}
        {percent(event.confidence)} were right on labelled news.
      </p>
      {query.data && <Competed scores={query.data.scores} chosen={event.type} />}
    </div>
  )
}

function Competed({ scores, chosen }: { readonly scores: Relation['scores']; readonly chosen: string }) {
  const rows = Object.entries(scores)
    .filter(([, share]) => share >= LEAST)
    .sort((a, b) => b[1] - a[1])
    .slice(0, SHOWN)
  if (rows.length === 0) return null
  return (
    <>
      <p className="quiet">What competed between these two, by the words of the sentence alone:</p>
      <ol className="bars-list competed">
        {rows.map(([type, share]) => (
          <li key={type}>
            <span>{type === chosen ? <b>{typeWord(type)}</b> : typeWord(type)}</span>
            <span className="stack" aria-hidden="true">
              <span style={{ width: `${100 * share}%` }} />
            </span>
            <span className="count">{percent(share)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

/** The sentence of the act with its two parties marked; null where neither stands in it. */
function question(event: RecordEvent, index: RecordIndex): RelationQuestion | null {
  const { text, sentences } = index.record.document
  const sentence = sentences.find(
    ({ start, end }) => start <= event.trigger.start && event.trigger.end <= end,
  )
  if (sentence === undefined) return null
  const mark = (ids: readonly string[]) => {
    for (const id of ids) {
      const item = index.items.get(id)
      const span = item?.kind === 'actor' ? (item.value as RecordActor).span : null
      if (span !== null && span.start >= sentence.start && span.end <= sentence.end)
        return { start: span.start - sentence.start, end: span.end - sentence.start }
    }
    return null
  }
  const rest = event.recipients.length > 0 ? event.recipients : event.actors.slice(1)
  const [actor, recipient] = [mark(event.actors), mark(rest)]
  if (actor === null && recipient === null) return null
  return { text: text.slice(sentence.start, sentence.end), actor, recipient }
}
