import { expect, it } from 'vitest'
import { openDocument } from '#document'
import { loadGround } from '#ground'
import { Deprel, UPOS } from './tagset.ts'

const { parser } = loadGround()

it.each([
  ['Norway accused Sweden of spying.', 'accused'],
  ['Kenya deported two envoys of Sudan.', 'deported'],
])('%s has a finite root', (text, root) => {
  const syntax = parser.parse(openDocument({ text }))
  const verb = syntax.lower.indexOf(root)
  expect(UPOS[syntax.upos[verb] as number]).toBe('VERB')
  expect(syntax.head[verb]).toBe(-1)
  expect(syntax.deprel[0]).toBe(Deprel.nsubj)
})

it('leaves a noun with a participle behind it as it is', () => {
  const syntax = parser.parse(openDocument({ text: 'Two men accused of theft by neighbours' }))
  expect(syntax.head[syntax.lower.indexOf('accused')]).not.toBe(-1)
})
