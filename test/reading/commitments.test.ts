import { expect, it } from 'vitest'
import { loadGround } from '#ground'
import { read } from '#record'

const ground = loadGround()

const commitments = (text: string): string[] => {
  const record = read({ text, published: '2024-05-14' }, ground)
  const spans = new Map(record.actors.map(({ id, span }) => [id, span.text]))
  return record.commitments.map(
    ({ by, strength, act, due }) =>
      `${by.map((id) => spans.get(id)).join(' + ')} ${strength}: ${act.text}${due ? ` [${due}]` : ''}`,
  )
}

it.each([
  [
    'Norway pledged to send two ships by 1 June 2024.',
    'Norway pledged: to send two ships by 1 June 2024 [../2024-06-01]',
  ],
  ['Last week Brazil agreed with Chile to open the pass.', 'Brazil agreed: to open the pass'],
  [
    'Turkey gave the rebels until Friday to leave the town.',
    'the rebels urged: to leave the town [../2024-05-17]',
  ],
  [
    'Egypt plans to reopen the crossing in July 2024.',
    'Egypt intended: to reopen the crossing in July 2024 [2024-07]',
  ],
  ['Canada urged Iran to release the crew.', 'Iran urged: to release the crew'],
  [
    'The talks are over, but Turkey will host a second round after August 2024.',
    'Turkey expected: will host a second round after August 2024 [2024-09/..]',
  ],
])('reads: %s', (text, expected) => {
  expect(commitments(text)).toContain(expected)
})

it.each([
  ['a purpose is nobody’s intention', 'The rule is intended to limit imports.'],
  ['an offer to somebody binds to no act', 'Norway offered money to thirty families.'],
  ['what befalls people', 'Egypt will suffer from the drought.'],
  ['a question', 'Will Norway send the ships?'],
  ['one may call somebody over', 'France called her to play in the final.'],
])('ignores: %s', (_, text) => {
  expect(commitments(text)).toEqual([])
})
