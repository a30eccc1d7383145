import { ask } from '../api/filter.ts'
import type { Filter, Page, Stats, UndertakingRow } from '../api/rows.ts'
import { useApi } from '../api/use-api.ts'
import { shift } from '../charts/time.ts'
import { Block } from '../parts/block.tsx'
import { Answer } from '../parts/states.tsx'
import { Undertaking } from '../parts/undertaking.tsx'

/** Within so many days of the archive's newest, an open promise counts as due. */
const DUE_DAYS = 90
const SHOWN = 6

const LANES = [
  ['due', 'Due soon'],
  ['open', 'Open'],
  ['met', 'Met'],
  ['missed', 'Missed'],
  ['withdrawn', 'Withdrawn'],
] as const

/** Promises by what became of them, every card with its words. */
export function CommitmentsBoard({ question }: { readonly question: Filter }) {
  const stats = useApi<Stats>('/api/stats')
  const on = stats.data?.to
  return (
    <Block title="Promises">
      {on && (
        <div className="board">
          {LANES.map(([status, title]) => (
            <Lane key={status} status={status} title={title} question={question} on={on} />
          ))}
        </div>
      )}
    </Block>
  )
}

interface LaneProps {
  readonly status: (typeof LANES)[number][0]
  readonly title: string
  readonly question: Filter
  readonly on: string
}

function Lane({ status, title, question, on }: LaneProps) {
  const filter: Filter =
    status === 'due'
      ? { ...question, status: ['open'], dueFrom: on, dueTo: shift(on, DUE_DAYS) }
      : { ...question, status: [status] }
  const query = useApi<Page<UndertakingRow>>(ask('/api/undertakings', filter, { limit: '40', asOf: on }))
  const items = query.data?.items ?? []
  return (
    <section
      className={`lane o-${status}${query.data !== undefined && items.length === 0 ? ' is-empty' : ''}`}
      aria-label={title}
    >
      <h3>
        {title}{' '}
        <span className="count">
          {items.length}
          {query.data?.next ? '+' : ''}
        </span>
      </h3>
      <Answer query={query} what="the promises">
        {() => (items.length === 0 ? <p className="from">None.</p> : <Cards items={items} />)}
      </Answer>
    </section>
  )
}

function Cards({ items }: { readonly items: readonly UndertakingRow[] }) {
  const [first, rest] = [items.slice(0, SHOWN), items.slice(SHOWN)]
  return (
    <>
      <ol>
        {first.map((row) => (
          <Undertaking key={row.id} row={row} />
        ))}
      </ol>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <ol>
            {rest.map((row) => (
              <Undertaking key={row.id} row={row} />
            ))}
          </ol>
        </details>
      )}
    </>
  )
}
