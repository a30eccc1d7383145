import { useEffect, useState } from 'react'
import { ask } from '../api/filter.ts'
import type { Filter, HappeningRow, Page, TimelinePoint } from '../api/rows.ts'
import { useApi } from '../api/use-api.ts'
import { Brush, type Window, within } from '../charts/brush.tsx'
import { Chart, type Column } from '../charts/chart.tsx'
import { QuadLegend } from '../charts/quads.tsx'
import { SwimLanes } from '../charts/swim-lanes.tsx'
import { daysBetween, instant, isoDay, periodEnd, shift } from '../charts/time.ts'
import { Block } from '../parts/block.tsx'
import { day, number } from '../parts/format.ts'
import { partyWords } from '../parts/party-names.tsx'
import { HappeningLine } from '../parts/rows.tsx'
import { Answer, Empty } from '../parts/states.tsx'

interface DossierTimelineProps {
  readonly question: Filter
  /** The period looked at; null is all of it. */
  readonly window: Window | null
  /** Id of the happening that is looked at. */
  readonly pick: string | null
  readonly onChange: (search: { from?: string; to?: string; pick?: string }) => void
}

/** As many as can be told apart; the rest is in the bars below, and comes when the period is narrowed. */
const MOST_SHOWN = 150

const COLUMNS: readonly Column<HappeningRow>[] = [
  { name: 'Day', value: ({ day: at }) => at },
  { name: 'Who', value: ({ actors }) => partyWords(actors) },
  { name: 'Act', value: ({ type }) => type },
  { name: 'To whom', value: ({ recipients }) => partyWords(recipients) },
  { name: 'Told as', value: ({ status }) => status },
  { name: 'Reports', value: ({ documents }) => documents },
  { name: 'Words', value: ({ evidence, reports }) => evidence ?? reports[0]?.evidence ?? '' },
]

/** Happenings by actor over time, with the period that is looked at. */
export function DossierTimeline({ question, window: asked, pick, onChange }: DossierTimelineProps) {
  const months = useApi<Page<TimelinePoint>>(ask('/api/timeline', question, { period: 'month' }))
  return (
    <Block title="Who did what, when">
      <Answer query={months} what="the timeline">
        {({ items }) => {
          const first = items[0]?.period
          const last = items.at(-1)?.period
          if (first === undefined || last === undefined)
            return <Empty>Nothing in the archive fits yet.</Empty>
          const whole = { from: first, to: shift(periodEnd(last, 'month'), -1) }
          return (
            <Lanes
              question={question}
              months={items}
              whole={whole}
              asked={asked === null ? bulk(items, whole) : within(whole, asked)}
              pick={pick}
              onChange={onChange}
            />
          )
        }}
      </Answer>
    </Block>
  )
}

interface LanesProps {
  readonly question: Filter
  readonly months: readonly TimelinePoint[]
  readonly whole: Window
  readonly asked: Window
  readonly pick: string | null
  readonly onChange: DossierTimelineProps['onChange']
}

function Lanes({ question, months, whole, asked, pick, onChange }: LanesProps) {
  const [shown, setShown] = useState(asked)
  const { from, to } = asked
  useEffect(() => setShown({ from, to }), [from, to])
  const settle = (window: Window) => onChange({ ...window, ...(pick === null ? {} : { pick }) })
  const change = (window: Window, done: boolean) => {
    setShown(window)
    if (done) settle(window)
  }
  const zoom = (factor: number) => settle(zoomed(whole, asked, factor))
  const query = useApi<Page<HappeningRow>>(
    ask('/api/happenings', { ...question, from, to }, { order: 'strongest', limit: String(MOST_SHOWN) }),
  )
  const total = countIn(months, asked)
  return (
    <Answer query={query} what="the happenings">
      {({ items, next }) => {
        const picked = items.find(({ id }) => id === pick)
        return (
          <Chart
            title={`${day(shown.from)} to ${day(shown.to)}`}
            sub={
              next === null
                ? `${items.length} happenings`
                : `the ${items.length} most reported of about ${number(total)}`
            }
            rows={items}
            columns={COLUMNS}
            file="timeline"
            legend={
              <div className="timeline-bar">
                <QuadLegend />
                <span className="quiet">Hollow: planned, denied or only possible. Larger: more reports.</span>
                <span className="actions">
                  <button type="button" onClick={() => zoom(0.5)}>
                    Closer
                  </button>
                  <button type="button" onClick={() => zoom(2)}>
                    Wider
                  </button>
                  <button type="button" onClick={() => settle(whole)}>
                    All
                  </button>
                </span>
              </div>
            }
          >
            <SwimLanes
              rows={items}
              from={shown.from}
              to={shown.to}
              picked={pick}
              onZoom={zoom}
              onPick={(id) =>
                onChange({ ...(asked === whole ? {} : asked), ...(id === null ? {} : { pick: id }) })
              }
            />
            <Brush rows={months} period="month" whole={whole} window={shown} onChange={change} />
            {picked !== undefined && (
              <div className={`detail own-${picked.quad}`} aria-live="polite">
                <ol className="rows">
                  <HappeningLine row={picked} />
                </ol>
              </div>
            )}
          </Chart>
        )
      }}
    </Answer>
  )
}

/** Of all acts, so many may lie before the period that is shown at first. */
const EARLY_SHARE = 0.06
/** And only where leaving them out makes the period shorter by this share. */
const WORTH = 0.25

/** The period in which nearly all happened: a report that looks back to 1979 does not squeeze the rest. */
function bulk(months: readonly TimelinePoint[], whole: Window): Window {
  const total = months.reduce((sum, { events }) => sum + events, 0)
  let before = 0
  for (const { period, events } of months) {
    if (before + events > total * EARLY_SHARE) {
      const spared = daysBetween(whole.from, period)
      return spared > daysBetween(whole.from, whole.to) * WORTH ? { from: period, to: whole.to } : whole
    }
    before += events
  }
  return whole
}

const countIn = (months: readonly TimelinePoint[], { from, to }: Window): number =>
  months
    .filter(({ period }) => period <= to && periodEnd(period, 'month') > from)
    .reduce((sum, { happenings }) => sum + happenings, 0)

/** A window half or twice as long about the same middle. */
function zoomed(whole: Window, { from, to }: Window, factor: number): Window {
  const length = Math.max(2, Math.round((daysBetween(from, to) + 1) * factor))
  const middle = isoDay((instant(from) + instant(to)) / 2)
  const start = shift(middle, -Math.floor(length / 2))
  return within(whole, { from: start, to: shift(start, length - 1) })
}
