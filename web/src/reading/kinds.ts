/** The kinds of thing that a record holds, in the order in which the legend and the panel list them. */
export const KINDS = [
  'event',
  'statement',
  'position',
  'commitment',
  'figure',
  'actor',
  'place',
  'time',
] as const

export type Kind = (typeof KINDS)[number]

/** The kinds that are acts: what j and k step through. */
export const ACT_KINDS: readonly Kind[] = ['event', 'statement', 'position', 'commitment', 'figure']

/** Positions mostly stand on the words of a statement; their own mark is off until asked for. */
export const SHOWN_AT_FIRST: readonly Kind[] = KINDS.filter((kind) => kind !== 'position')

const PLURAL: { readonly [K in Kind]: string } = {
  event: 'Events',
  statement: 'Statements',
  position: 'Positions',
  commitment: 'Commitments',
  figure: 'Figures',
  actor: 'Actors',
  place: 'Places',
  time: 'Times',
}

const SINGULAR: { readonly [K in Kind]: string } = {
  event: 'Event',
  statement: 'Statement',
  position: 'Position',
  commitment: 'Commitment',
  figure: 'Figure',
  actor: 'Actor',
  place: 'Place',
  time: 'Time',
}

/** "Events". */
export function plural(kind: Kind): string {
  return PLURAL[kind]
}

/** "Event". */
export function singular(kind: Kind): string {
  return SINGULAR[kind]
}
