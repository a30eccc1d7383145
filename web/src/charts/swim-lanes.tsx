import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react'
import type { HappeningRow } from '../api/rows.ts'
import { day, deedWord } from '../parts/format.ts'
import { areSeveral, partyWords } from '../parts/party-names.tsx'
import { type Lane, type LaneMark, lanesOf, marksOf } from './lanes.ts'
import { timeScale } from './time.ts'
import { TimeAxis } from './time-axis.tsx'
import { useWidth } from './use-width.ts'

interface SwimLanesProps {
  readonly rows: readonly HappeningRow[]
  readonly from: string
  readonly to: string
  readonly picked: string | null
  readonly onPick: (id: string | null) => void
  /** + and − on the keyboard. */
  readonly onZoom: (factor: number) => void
}

const LANE = 58
const BOTTOM = 24
const WIDE = 720

/** Happenings over time, a lane for each actor; cooperation above its middle, conflict below. */
export function SwimLanes({ rows, from, to, picked, onPick, onZoom }: SwimLanesProps) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const left = width > WIDE ? 132 : 8
  const lanes = useMemo(() => lanesOf(rows), [rows])
  const x = useMemo(() => timeScale(from, to, left, width - 8), [from, to, left, width])
  const marks = useMemo(() => marksOf(rows, lanes, x), [rows, lanes, x])
  const height = Math.max(1, lanes.length) * LANE + BOTTOM
  const walk = useWalk(marks, onZoom)
  const pick = (target: EventTarget) => {
    const id = marks[indexOf(target)]?.happening.id
    if (id !== undefined) onPick(picked === id ? null : id)
  }
  return (
    <div ref={ref}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group inside of a drawing has no element of its own. */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        height={height}
        role="group"
        aria-label={`Timeline of ${rows.length} happenings by actor. Arrow keys go from happening to happening, plus and minus zoom.`}
        onKeyDown={walk.press}
      >
        {lanes.map((lane, i) => (
          <LaneBand key={lane.key} lane={lane} y={i * LANE} left={left} width={width} />
        ))}
        <TimeAxis scale={x} width={width - left} y={height - BOTTOM} height={height - BOTTOM} />
        <g aria-hidden="true">
          {marks.map((mark) => (
            <Tie key={`${mark.happening.id} ${mark.lane}`} mark={mark} left={left} right={width} />
          ))}
        </g>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: one set of listeners for all marks, each of which is a button. */}
        <g
          ref={walk.group}
          onClick={(event) => pick(event.target)}
          onFocus={(event) => walk.focused(indexOf(event.target))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return
            event.preventDefault()
            pick(event.target)
          }}
        >
          {marks.map((mark, i) => (
            <Dot
              key={`${mark.happening.id} ${mark.lane}`}
              mark={mark}
              index={i}
              stop={walk.stop === i}
              picked={picked === mark.happening.id}
              hidden={mark.x < left - 1 || mark.x > width}
            />
          ))}
        </g>
      </svg>
    </div>
  )
}

/** One stop of the tab order; arrows walk in time, up and down from lane to lane. */
function useWalk(marks: readonly LaneMark[], onZoom: (factor: number) => void) {
  const group = useRef<SVGGElement>(null)
  const [at, setAt] = useState(0)
  const stop = Math.min(at, Math.max(0, marks.length - 1))
  const press = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') return onZoom(0.5)
    if (event.key === '-') return onZoom(2)
    const to = neighbour(marks, stop, event.key)
    if (to === null) return
    event.preventDefault()
    setAt(to)
    ;(group.current?.children[to] as SVGGElement | undefined)?.focus()
  }
  return { group, stop, press, focused: setAt }
}

function neighbour(marks: readonly LaneMark[], at: number, key: string): number | null {
  if (key === 'ArrowRight') return at + 1 < marks.length ? at + 1 : null
  if (key === 'ArrowLeft') return at > 0 ? at - 1 : null
  if (key === 'Home') return 0
  if (key === 'End') return marks.length - 1
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
  const here = marks[at]
  if (step === 0 || here === undefined) return null
  let best: number | null = null
  for (const [i, mark] of marks.entries()) {
    if (mark.lane !== here.lane + step) continue
    if (best === null || Math.abs(mark.x - here.x) < Math.abs((marks[best]?.x ?? 0) - here.x)) best = i
  }
  return best
}

interface BandProps {
  readonly lane: Lane
  readonly y: number
  readonly left: number
  readonly width: number
}

function LaneBand({ lane, y, left, width }: BandProps) {
  const wide = left > 100
  const name = lane.name.length > 17 && wide ? `${lane.name.slice(0, 16)}…` : lane.name
  return (
    <g aria-hidden="true">
      <rect className="lane-band" x={0} y={y} width={width} height={LANE} />
      <g className="grid">
        <line x1={0} x2={width} y1={y + LANE} y2={y + LANE} />
        <line x1={left} x2={width - 8} y1={y + LANE / 2} y2={y + LANE / 2} />
      </g>
      <text className="strong" x={wide ? 4 : left} y={wide ? y + LANE / 2 - 2 : y + 12}>
        {name}
      </text>
      <text x={wide ? 4 : left + 7 * name.length + 8} y={wide ? y + LANE / 2 + 13 : y + 12}>
        {lane.acts} {lane.acts === 1 ? 'act' : 'acts'}
      </text>
    </g>
  )
}

const middle = (lane: number): number => lane * LANE + LANE / 2

interface TieProps {
  readonly mark: LaneMark
  readonly left: number
  readonly right: number
}

/** From the one who acts to the one it is done to. */
const Tie = memo(function Tie({ mark: { happening, lane, toward, x, offset }, left, right }: TieProps) {
  if (toward === null || x < left || x > right) return null
  return (
    <line
      className={`stroke-${happening.quad}`}
      strokeOpacity={0.28}
      strokeWidth={1}
      x1={x}
      x2={x}
      y1={middle(lane) + offset}
      y2={middle(toward)}
    />
  )
})

/** Which mark an event came from. */
const indexOf = (target: EventTarget): number =>
  Number((target as Element).closest<SVGGElement>('[data-index]')?.dataset.index ?? -1)

interface DotProps {
  readonly mark: LaneMark
  readonly index: number
  readonly stop: boolean
  readonly picked: boolean
  readonly hidden: boolean
}

/** One happening in one lane; drawn anew only when it itself changes. */
const Dot = memo(function Dot({ mark, index, stop, picked, hidden }: DotProps) {
  const { happening, lane, x, offset } = mark
  const radius = Math.min(9, 3.4 + 1.4 * Math.sqrt(happening.documents - 1))
  const words = `${day(happening.day)}: ${partyWords(happening.actors, 'somebody')} ${deedWord(happening.type, areSeveral(happening.actors), happening.recipients.length > 0)} ${partyWords(happening.recipients)}${happening.status === 'asserted' ? '' : `, ${happening.status}`}; ${happening.documents} ${happening.documents === 1 ? 'report' : 'reports'}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a mark of a drawing has no element of its own.
    <g
      role="button"
      tabIndex={stop && !hidden ? 0 : -1}
      visibility={hidden ? 'hidden' : undefined}
      aria-label={words}
      aria-pressed={picked}
      data-index={index}
      data-happening={happening.id}
    >
      <title>{words}</title>
      <circle
        className={`dot fill-${happening.quad}${happening.status === 'asserted' ? '' : ' unfirm'}${picked ? ' picked' : ''}`}
        cx={x}
        cy={middle(lane) + offset}
        r={radius}
      />
    </g>
  )
})
