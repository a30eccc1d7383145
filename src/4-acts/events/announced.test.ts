import { expect, it } from 'vitest'
import { changeOf } from './announced.ts'

const modality = (status: 'planned' | 'negated' | 'asserted' | 'hypothetical', announced: boolean) => ({
  status,
  announced,
  negated: status === 'negated',
})

it.each([
  ['a coming meeting', 'CONSULT', modality('planned', true), 'AGREE', 'planned'],
  ['a coming release', 'RETREAT', modality('planned', true), 'CONCEDE', 'planned'],
  ['announced force', 'ASSAULT', modality('hypothetical', true), 'THREATEN', 'hypothetical'],
  ['will not help', 'AID', modality('negated', true), 'REJECT', 'asserted'],
  ['did not help', 'AID', modality('negated', false), 'AID', 'negated'],
  ['a meeting held', 'CONSULT', modality('asserted', false), 'CONSULT', 'asserted'],
] as const)('%s', (_, type, given, expected, status) => {
  expect(changeOf(type, null, given)).toMatchObject({ type: expected, status })
})
