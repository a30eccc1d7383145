import { scaleLinear } from 'd3-scale'
import { type KeyboardEvent, useState } from 'react'
import { day, quadWord } from '../parts/format.ts'
import { countOf, QUADS, type QuadCounts } from './quads.tsx'
import { instant, periodEnd, timeScale } from './time.ts'
import { TimeAxis } from './time-axis.tsx'
import { useWidth } from './use-width.ts'

export interface PeriodCounts extends QuadCounts {
  /** First day of the period. */
  readonly period: string
}

interface PeriodBarsProps {
  readonly rows: readonly PeriodCounts[]
  readonly from: string
  readonly to: string
  readonly period: 'day' | 'week' | 'month' | 'year'
  readonly height?: number
  /** Largest number above and below the line, so that charts beside each other share a scale. */
  readonly most?: number
  readonly label: string
  readonly picked?: string | null
  readonly onPick?: (period: string) => void
}

const TOP = 6
const BOTTOM = 22
const LEFT = 34

/** Cooperation above the line, conflict below it, period by period; a bar leads to what is behind it. */
export function PeriodBars({
  rows,
  from,
  to,
  period,
  height = 190,
  most,
  label,
  picked,
  onPick,
}: PeriodBarsProps) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const begin = rows[0] !== undefined && rows[0].period < from ? rows[0].period : from
  const x = timeScale(begin, to, LEFT, width - 4)
  const limit = most ?? mostOf(rows)
  const y = scaleLinear([-limit, limit], [height - BOTTOM, TOP]).nice()
  const { stop, press, focused } = useRoving(rows.length)
  return (
    <div ref={ref}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group inside of a drawing has no element of its own. */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        height={height}
        role="group"
        aria-label={`${label}. Arrow keys go from bar to bar.`}
      >
        <g className="grid" aria-hidden="true">
          {y.ticks(4).map((tick) => (
            <g key={tick} transform={`translate(0,${y(tick)})`}>
              <line x1={LEFT} x2={width - 4} />
              <text x={LEFT - 5} dy="0.32em" textAnchor="end">
                {Math.abs(tick)}
              </text>
            </g>
          ))}
        </g>
        <TimeAxis scale={x} width={width - LEFT} y={height - BOTTOM} height={height - BOTTOM - TOP} />
        {rows.map((row, i) => (
          <Bar
            key={row.period}
            row={row}
            x={x(instant(row.period))}
            width={Math.max(2, x(instant(periodEnd(row.period, period))) - x(instant(row.period)) - 1)}
            y={y}
            period={period}
            stop={stop === i}
            picked={picked === row.period}
            onPress={(event) => press(event, i)}
            onFocus={() => focused(i)}
            {...(onPick === undefined ? {} : { onPick })}
          />
        ))}
        <line className="zero" x1={LEFT} x2={width - 4} y1={y(0)} y2={y(0)} />
      </svg>
    </div>
  )
}

/** The tallest stack on either side of the line. */
export function mostOf(rows: readonly QuadCounts[]): number {
  return rows.reduce(
    (most, row) =>
      Math.max(
        most,
        row.verbalCooperation + row.materialCooperation,
        row.verbalConflict + row.materialConflict,
      ),
    1,
  )
}

/** One stop of the tab order for all bars; arrows walk. */
function useRoving(count: number) {
  const [stop, setStop] = useState(0)
  const press = (event: KeyboardEvent<SVGGElement>, at: number) => {
    const to =
      event.key === 'ArrowRight'
        ? at + 1
        : event.key === 'ArrowLeft'
          ? at - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? count - 1
              : null
    if (to === null || to < 0 || to >= count) return
    event.preventDefault()
    setStop(to)
    const all = event.currentTarget.parentElement?.querySelectorAll<SVGGElement>('.bar')
    all?.[to]?.focus()
  }
  return { stop: Math.min(stop, Math.max(0, count - 1)), press, focused: setStop }
}

interface BarProps {
  readonly row: PeriodCounts
  readonly x: number
  readonly width: number
  readonly y: (value: number) => number
  readonly period: PeriodBarsProps['period']
  readonly stop: boolean
  readonly picked: boolean
  readonly onPress: (event: KeyboardEvent<SVGGElement>) => void
  readonly onFocus: () => void
  readonly onPick?: (period: string) => void
}

function Bar({ row, x, width, y, period, stop, picked, onPress, onFocus, onPick }: BarProps) {
  const words = wordsOf(row, period)
  const pick = () => onPick?.(row.period)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a bar of a drawing has no element of its own.
    <g
      className={picked ? 'bar picked' : 'bar'}
      role="button"
      tabIndex={stop ? 0 : -1}
      aria-label={words}
      aria-pressed={picked}
      onClick={pick}
      onFocus={onFocus}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault()
          pick()
        } else onPress(event)
      }}
    >
      <title>{words}</title>
      <rect x={x} y={0} width={width} height="100%" fill="transparent" />
      {stacks(row).map(({ quad, low, high }) => (
        <rect
          key={quad}
          className={`fill-${quad}`}
          x={x}
          width={width}
          y={Math.min(y(low), y(high))}
          height={Math.abs(y(low) - y(high))}
        />
      ))}
    </g>
  )
}

function stacks(row: QuadCounts) {
  const found: { readonly quad: string; readonly low: number; readonly high: number }[] = []
  let up = 0
  let down = 0
  for (const quad of QUADS) {
    const count = countOf(row, quad)
    if (count === 0) continue
    if (quad.endsWith('cooperation')) {
      found.push({ quad, low: up, high: up + count })
      up += count
    } else {
      found.push({ quad, low: down, high: down - count })
      down -= count
    }
  }
  return found
}

function wordsOf(row: PeriodCounts, period: string): string {
  const told = QUADS.flatMap((quad) => {
    const count = countOf(row, quad)
    return count === 0 ? [] : [`${count} ${quadWord(quad)}`]
  })
  const name =
    period === 'month'
      ? day(row.period.slice(0, 7))
      : period === 'year'
        ? row.period.slice(0, 4)
        : day(row.period)
  return `${period === 'week' ? 'week of ' : ''}${name}: ${told.join(', ') || 'nothing'}`
}
