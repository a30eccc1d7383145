import { scaleLinear } from 'd3-scale'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { day } from '../parts/format.ts'
import { mostOf, type PeriodCounts } from './period-bars.tsx'
import { daysBetween, instant, isoDay, periodEnd, shift, timeScale } from './time.ts'
import { useWidth } from './use-width.ts'

export interface Window {
  readonly from: string
  readonly to: string
}

interface BrushProps {
  readonly rows: readonly PeriodCounts[]
  readonly period: 'day' | 'week' | 'month' | 'year'
  /** All that there is. */
  readonly whole: Window
  readonly window: Window
  /** While a window is dragged; then, once, when it is let go. */
  readonly onChange: (window: Window, done: boolean) => void
}

const HEIGHT = 58
const LEFT = 8

/** The whole time with the window that is looked at; drag it, drag its ends, or draw a new one. */
export function Brush({ rows, period, whole, window, onChange }: BrushProps) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const x = timeScale(whole.from, whole.to, LEFT, width - LEFT)
  const limit = mostOf(rows)
  const y = scaleLinear([-limit, limit], [HEIGHT - 6, 6])
  const drag = useDrag(whole, window, (px) => isoDay(x.invert(px).getTime()), onChange)
  const [a, b] = [x(instant(window.from)), x(instant(shift(window.to, 1)))]
  return (
    <div ref={ref}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group inside of a drawing has no element of its own. */}
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        height={HEIGHT}
        role="group"
        aria-label="The period looked at"
        onPointerMove={drag.move}
        onPointerUp={drag.end}
        onPointerCancel={drag.end}
      >
        <g aria-hidden="true">
          {rows.map((row) => {
            const left = x(instant(row.period))
            const wide = Math.max(1, x(instant(periodEnd(row.period, period))) - left - 0.5)
            const up = row.verbalCooperation + row.materialCooperation
            const down = row.verbalConflict + row.materialConflict
            return (
              <g key={row.period}>
                <rect
                  className="fill-material-cooperation"
                  x={left}
                  width={wide}
                  y={y(up)}
                  height={y(0) - y(up)}
                />
                <rect
                  className="fill-material-conflict"
                  x={left}
                  width={wide}
                  y={y(0)}
                  height={y(-down) - y(0)}
                />
              </g>
            )
          })}
        </g>
        <rect
          className="brush-ground"
          width={width}
          height={HEIGHT}
          onPointerDown={(e) => drag.start(e, 'new')}
        />
        <rect
          className="brush-area"
          x={a}
          width={Math.max(2, b - a)}
          height={HEIGHT}
          onPointerDown={(e) => drag.start(e, 'area')}
        />
        <Handle side="from" at={a} whole={whole} window={window} onChange={onChange} onStart={drag.start} />
        <Handle side="to" at={b} whole={whole} window={window} onChange={onChange} onStart={drag.start} />
      </svg>
    </div>
  )
}

type Part = 'new' | 'area' | 'from' | 'to'

interface HandleProps {
  readonly side: 'from' | 'to'
  readonly at: number
  readonly whole: Window
  readonly window: Window
  readonly onChange: BrushProps['onChange']
  readonly onStart: (event: PointerEvent<SVGElement>, part: Part) => void
}

/** One end of the window; a slider to the keyboard. */
function Handle({ side, at, whole, window, onChange, onStart }: HandleProps) {
  const total = Math.max(1, daysBetween(whole.from, whole.to))
  const press = (event: KeyboardEvent) => {
    const coarse = Math.max(1, Math.round(total / 40))
    const steps: { readonly [key: string]: number } = {
      ArrowLeft: -coarse,
      ArrowRight: coarse,
      ArrowDown: -1,
      ArrowUp: 1,
      PageDown: -coarse * 4,
      PageUp: coarse * 4,
      Home: -total,
      End: total,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onChange(within(whole, { ...window, [side]: shift(window[side], step) }, side), true)
  }
  return (
    <rect
      className="brush-handle"
      x={at - 4}
      y={HEIGHT / 2 - 14}
      width={8}
      height={28}
      rx={2}
      role="slider"
      tabIndex={0}
      aria-label={side === 'from' ? 'First day' : 'Last day'}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={daysBetween(whole.from, window[side])}
      aria-valuetext={day(window[side])}
      onPointerDown={(event) => onStart(event, side)}
      onKeyDown={press}
    />
  )
}

/** Keeps a window inside the whole and the right way round. */
export function within(whole: Window, { from, to }: Window, moved: 'from' | 'to' = 'to'): Window {
  const clamp = (it: string) => (it < whole.from ? whole.from : it > whole.to ? whole.to : it)
  const [a, b] = [clamp(from), clamp(to)]
  if (a <= b) return { from: a, to: b }
  return moved === 'from' ? { from: b, to: b } : { from: a, to: a }
}

function useDrag(
  whole: Window,
  window: Window,
  dayAt: (px: number) => string,
  onChange: BrushProps['onChange'],
) {
  const grip = useRef<{ part: Part; day: string; window: Window } | null>(null)
  const dayOf = (event: PointerEvent<SVGElement>): string => {
    const svg = event.currentTarget.ownerSVGElement ?? event.currentTarget
    const box = svg.getBoundingClientRect()
    return dayAt(event.clientX - box.left)
  }
  const start = (event: PointerEvent<SVGElement>, part: Part) => {
    event.preventDefault()
    ;(event.currentTarget.ownerSVGElement ?? event.currentTarget).setPointerCapture(event.pointerId)
    grip.current = { part, day: dayOf(event), window }
  }
  const next = (event: PointerEvent<SVGElement>): Window | null => {
    const held = grip.current
    if (held === null) return null
    const at = dayOf(event)
    if (held.part === 'new')
      return within(whole, at < held.day ? { from: at, to: held.day } : { from: held.day, to: at })
    const by = daysBetween(held.day, at)
    if (held.part !== 'area')
      return within(whole, { ...held.window, [held.part]: shift(held.window[held.part], by) }, held.part)
    const room = Math.min(
      Math.max(by, daysBetween(held.window.from, whole.from)),
      daysBetween(held.window.to, whole.to),
    )
    return { from: shift(held.window.from, room), to: shift(held.window.to, room) }
  }
  const move = (event: PointerEvent<SVGElement>) => {
    const moved = next(event)
    if (moved !== null) onChange(moved, false)
  }
  const end = (event: PointerEvent<SVGElement>) => {
    const moved = next(event)
    grip.current = null
    if (moved !== null) onChange(moved, true)
  }
  return { start, move, end }
}
