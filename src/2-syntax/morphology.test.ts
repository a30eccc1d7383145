import { describe, expect, it } from 'vitest'
import { openMorphology } from './morphology.ts'
import { hashString } from './word-hashes.ts'

const PAST = 0
const tables = {
  feats: ['_', 'Tense=Past'],
  labelFeats: [1],
  labelCandidates: [[]],
  wordFeats: { '0 put': 0 },
  scripts: [
    [2, ''],
    [1, ''],
    [0, ''],
  ],
  suffixScripts: { '0 ed': [0, 1], '0 bed': [1], '0 ': [2] },
  irregular: { '0 went': 'go' },
} as const
const words = new Set(['vote', 'sign', 'bib'].map(hashString))
const morphology = openMorphology(tables, (hash) => words.has(hash))
const lemma = (form: string) => morphology.lemmaOf(PAST, hashString(form), form)

describe('morphology', () => {
  it.each([
    ['went', 'go', 'a listed form'],
    ['signed', 'sign', 'the first script gives a word'],
    ['voted', 'vote', 'the first script gives no word, the second does'],
    ['bribed', 'bribe', 'no script gives a word: the longest suffix has it'],
    ['put', 'put', 'no suffix is listed'],
    ['ed', 'e', 'a script that would leave nothing is passed over'],
  ])('%s is a form of %s: %s', (form, expected) => expect(lemma(form)).toBe(expected))

  it('gives a word its own features before its label’s', () => {
    expect(morphology.featsOf(PAST, hashString('put'))).toBe(0)
    expect(morphology.featsOf(PAST, hashString('signed'))).toBe(1)
  })
})
