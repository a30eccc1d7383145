import type { HappeningRow, Party } from '../api/rows.ts'
import { countryName } from '../parts/countries.ts'
import { nameOf } from '../parts/party-names.tsx'
import { instant, type TimeScale } from './time.ts'

/** One actor's row of the timeline. */
export interface Lane {
  readonly key: string
  readonly name: string
  readonly acts: number
}

/** A happening in the lane of one of its actors. */
export interface LaneMark {
  readonly happening: HappeningRow
  readonly lane: number
  /** Lane of the one it was done to, if that lane is drawn. */
  readonly toward: number | null
  readonly x: number
  /** Pixels from the middle of the lane: cooperation above (negative), conflict below. */
  readonly offset: number
}

/** A state and those who act for it share a lane. */
export const laneKey = ({ country, entity }: Party): string => country ?? entity
const laneName = (party: Party): string =>
  party.country === null ? nameOf(party) : countryName(party.country)

const MOST_LANES = 7
const OTHERS = 'others'

/** The actors with most to show, the busiest first, and one lane for all others. */
export function lanesOf(rows: readonly HappeningRow[]): Lane[] {
  const counts = new Map<string, { name: string; acts: number }>()
  for (const { actors } of rows)
    for (const [key, party] of new Map(actors.map((actor) => [laneKey(actor), actor]))) {
      const known = counts.get(key)
      if (known === undefined) counts.set(key, { name: laneName(party), acts: 1 })
      else known.acts++
    }
  const sorted = [...counts].sort((a, b) => b[1].acts - a[1].acts || (a[0] < b[0] ? -1 : 1))
  const shown = sorted.slice(0, MOST_LANES).map(([key, lane]) => ({ key, ...lane }))
  const rest = sorted.slice(MOST_LANES).reduce((sum, [, { acts }]) => sum + acts, 0)
  return rest === 0 ? shown : [...shown, { key: OTHERS, name: 'Others', acts: rest }]
}

const STEP = 8
const MOST_STACKED = 2

/** Where each happening is drawn; what falls on the same pixels is stacked outwards from the middle. */
export function marksOf(rows: readonly HappeningRow[], lanes: readonly Lane[], x: TimeScale): LaneMark[] {
  const index = new Map(lanes.map(({ key }, i) => [key, i]))
  const others = index.get(OTHERS)
  const stacked = new Map<string, number>()
  const marks: LaneMark[] = []
  for (const happening of rows) {
    const at = x(instant(happening.day))
    const up = happening.quad.endsWith('cooperation')
    const toward = happening.recipients
      .map((party) => index.get(laneKey(party)))
      .find((it) => it !== undefined)
    for (const lane of new Set(happening.actors.map((party) => index.get(laneKey(party)) ?? others))) {
      if (lane === undefined) continue
      const bucket = `${lane} ${Math.round(at / 9)} ${up}`
      const depth = stacked.get(bucket) ?? 0
      stacked.set(bucket, depth + 1)
      const offset = (6 + Math.min(depth, MOST_STACKED) * STEP) * (up ? -1 : 1)
      marks.push({ happening, lane, toward: toward === lane ? null : (toward ?? null), x: at, offset })
    }
  }
  return marks.sort((a, b) => a.x - b.x || a.lane - b.lane)
}
