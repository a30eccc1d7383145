import { expect, it } from 'vitest'
import type { ActorMention, Mentions } from '#mentions'
import { standingOf } from './standing.ts'

const actor = (given: Partial<ActorMention>): ActorMention => ({
  first: 0,
  last: 0,
  head: 0,
  span: { start: 0, end: 1 },
  kind: 'name',
  entity: 'local/1',
  name: null,
  country: null,
  sectors: [],
  role: null,
  members: [],
  coreferentWith: null,
  ...given,
})

it.each([
  ['a state', [actor({ entity: 'country/NOR', country: 'NOR' })], 3],
  ['a ministry', [actor({ country: 'NOR', sectors: ['GOV'] })], 3],
  ['rebels of no known country', [actor({ kind: 'nominal', sectors: ['REB'] })], 2],
  ['a bare name', [actor({})], 1],
  ['students', [actor({ kind: 'nominal', sectors: ['EDU'] })], 1],
  ['"the men"', [actor({ kind: 'nominal' })], 0],
  ['"they"', [actor({ kind: 'pronoun' })], 0],
  [
    '"it", said of a ministry',
    [actor({ kind: 'pronoun', coreferentWith: 1 }), actor({ country: 'NOR', sectors: ['GOV'] })],
    3,
  ],
] as const)('%s', (_, actors, expected) => {
  expect(standingOf({ actors } as unknown as Mentions, 0)).toBe(expected)
})
