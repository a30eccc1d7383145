import type { PositionSeries } from '../api/rows.ts'
import { day } from '../parts/format.ts'
import { instant, timeScale } from './time.ts'
import { TimeAxis } from './time-axis.tsx'
import { useWidth } from './use-width.ts'

const ROW = 34
const BOTTOM = 24

/** Stances as marks along one line for each holder: filled for, hollow against, ringed where it changed. */
export function StanceTracks({ series: all }: { readonly series: readonly PositionSeries[] }) {
  const series = byHolder(all)
  const [ref, width] = useWidth<HTMLDivElement>(600)
  const left = width > 560 ? 190 : 8
  const days = series
    .flatMap(({ positions }) => positions.map(({ day: at }) => at))
    .filter((at) => at !== '')
    .sort()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) return null
  const x = timeScale(from, to, left + 8, width - 12)
  const height = series.length * ROW + BOTTOM
  return (
    <div ref={ref}>
      <ul className="legend-row">
        {GROUPS.map(([group, words]) => (
          <li key={group}>
            <svg className="key" viewBox="0 0 14 14" aria-hidden="true">
              <Mark group={group} x={7} y={7} />
            </svg>
            {words}
          </li>
        ))}
      </ul>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        height={height}
        role="img"
        aria-label={`Positions of ${series.length} holders over time; the table has them all.`}
      >
        <TimeAxis scale={x} width={width - left} y={height - BOTTOM} height={height - BOTTOM} />
        {series.map(({ holder, holderName, about, positions, changes }, i) => {
          const y = i * ROW + ROW / 2
          const moved = new Set(changes.map(({ to: after }) => after.id))
          return (
            <g key={`${holder} ${about}`}>
              <g className="grid">
                <line x1={left} x2={width} y1={y} y2={y} />
              </g>
              <text className="strong" x={left > 100 ? 0 : left} y={left > 100 ? y - 2 : y - 8}>
                {clip(holderName, 26)}
              </text>
              {left > 100 && (
                <text x={0} y={y + 12}>
                  {clip(about, 30)}
                </text>
              )}
              {positions.map((row) => (
                <g key={row.id}>
                  <title>{`${day(row.day)}: ${row.stance.replaceAll('-', ' ')} “${row.proposition.text}”`}</title>
                  {moved.has(row.id) && <circle className="moved" cx={x(instant(row.day))} cy={y} r={9} />}
                  <Mark group={groupOf(row.stance)} x={x(instant(row.day))} y={y} />
                </g>
              ))}
            </g>
          )
        })}
      </svg>
    </div>
  )
}

const MOST_TRACKS = 12

interface Track {
  readonly holder: string
  readonly holderName: string
  /** The matter, where the holder speaks of one alone. */
  readonly about: string
  readonly positions: PositionSeries['positions']
  readonly changes: PositionSeries['changes']
}

/** One track for each holder, those who speak most first. */
function byHolder(series: readonly PositionSeries[]): Track[] {
  const tracks = new Map<string, Track>()
  for (const one of series) {
    const known = tracks.get(one.holder)
    tracks.set(one.holder, {
      holder: one.holder,
      holderName: one.holderName,
      about: known === undefined ? one.about : '',
      positions: [...(known?.positions ?? []), ...one.positions],
      changes: [...(known?.changes ?? []), ...one.changes],
    })
  }
  return [...tracks.values()]
    .sort((a, b) => b.positions.length - a.positions.length)
    .slice(0, MOST_TRACKS)
    .map((track) => (track.about === '' ? { ...track, about: `${track.positions.length} positions` } : track))
}

const clip = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

type Group = 'for' | 'asks' | 'against'
const GROUPS: readonly (readonly [Group, string])[] = [
  ['for', 'supports, praises, is open to'],
  ['asks', 'demands'],
  ['against', 'opposes, rejects, condemns, denies, concerned'],
]

function groupOf(stance: string): Group {
  if (stance === 'supports' || stance === 'praises' || stance === 'is-open-to') return 'for'
  return stance === 'demands' ? 'asks' : 'against'
}

/** Told apart by form as well as by colour. */
function Mark({ group, x, y }: { readonly group: Group; readonly x: number; readonly y: number }) {
  if (group === 'for') return <circle className="fill-material-cooperation" cx={x} cy={y} r={5} />
  if (group === 'asks') return <path className="fill-statement" d={`M${x},${y - 6}l6,6l-6,6l-6,-6z`} />
  return <rect className="fill-material-conflict" x={x - 4.5} y={y - 4.5} width={9} height={9} />
}
