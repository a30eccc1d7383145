import { expect, it } from 'vitest'
import { loadGround } from '#ground'
import { read } from '#record'

const ground = loadGround()

const positions = (text: string): string[] => {
  const record = read({ text, published: '2024-05-14' }, ground)
  const spans = new Map(record.actors.map(({ id, span }) => [id, span.text]))
  return record.positions.map(
    ({ holder, stance, proposition }) =>
      `${holder.map((id) => spans.get(id)).join(' + ')} ${stance}: ${proposition.text}`,
  )
}

it.each([
  ['Norway supports the new treaty.', 'Norway supports: the new treaty'],
  ['The plan was rejected by Hungary.', 'Hungary rejects: The plan'],
  ['Brazil called on the rebels to lay down their arms.', 'Brazil demands: to lay down their arms'],
  ['Canada insisted that the talks must go on.', 'Canada demands: that the talks must go on'],
  ['Egypt condemned the shelling of the convoy.', 'Egypt condemns: the shelling of the convoy'],
  ['Poland blamed Russia for the outage.', 'Poland condemns: Russia'],
  ['Japan has ruled out further talks.', 'Japan rejects: further talks'],
  ['France remains open to a truce.', 'France is-open-to: to a truce'],
  ['Turkey refused to sign the agreement.', 'Turkey rejects: to sign the agreement'],
])('reads: %s', (text, expected) => {
  expect(positions(text)).toContain(expected)
})

it.each([
  ['one may call somebody over', 'France called her to play in the final.'],
  ['a claim is no demand', 'Canada insisted that the talks had ended on Friday.'],
  ['the weather is not to blame', 'Norway blamed a weak harvest for the losses.'],
  ['a particle makes another verb', 'Germany can back up the numbers.'],
  ['reserve takes no side', 'Sweden declined to comment on the report.'],
  ['what is not so yet', 'The border stays closed until Serbia supports the plan.'],
  ['a reproach', 'Critics say Italy is too ready to change sides.'],
])('ignores: %s', (_, text) => {
  expect(positions(text).filter((it) => !it.startsWith('Critics'))).toEqual([])
})
