import { quadWord } from '../parts/format.ts'

/** The quad classes in the order in which every chart stacks them, from the line of zero outwards. */
export const QUADS = [
  'verbal-cooperation',
  'material-cooperation',
  'verbal-conflict',
  'material-conflict',
] as const
export type Quad = (typeof QUADS)[number]

/** Counts by quad class, as the archive's measures give them. */
export interface QuadCounts {
  readonly verbalCooperation: number
  readonly materialCooperation: number
  readonly verbalConflict: number
  readonly materialConflict: number
}

const FIELD: { readonly [Q in Quad]: keyof QuadCounts } = {
  'verbal-cooperation': 'verbalCooperation',
  'material-cooperation': 'materialCooperation',
  'verbal-conflict': 'verbalConflict',
  'material-conflict': 'materialConflict',
}

/** How many of a class. */
export const countOf = (counts: QuadCounts, quad: Quad): number => counts[FIELD[quad]]

/** What the four colours mean. */
export function QuadLegend() {
  return (
    <ul className="legend-row">
      {QUADS.map((quad) => (
        <li key={quad} className={`own-${quad}`}>
          <span className="swatch" aria-hidden="true" />
          {quadWord(quad)}
        </li>
      ))}
    </ul>
  )
}
