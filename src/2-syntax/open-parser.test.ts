import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDocument } from '#document'
import { openParser } from './open-parser.ts'
import { DEPREL, type FeatName, Feats, UPOS } from './tagset.ts'
import { writeConllu } from './write-conllu.ts'

const parser = openParser(new Uint8Array(readFileSync('models/syntax.bin')))
const parse = (text: string) => parser.parse(openDocument({ text }))

/** "lemma/TAG>head:relation" of each word, the head by its form. */
function tree(text: string): string[] {
  const s = parse(text)
  return Array.from({ length: s.length }, (_, i) => {
    const head = s.head[i] as number
    const over = head < 0 ? 'ROOT' : s.lower[head]
    return `${s.lemma[i]}/${UPOS[s.upos[i] as number]}>${over}:${DEPREL[s.deprel[i] as number]}`
  })
}

describe('the parser', () => {
  it('reads who met whom', () => {
    expect(tree('The French envoy met two ministers in Geneva.')).toEqual([
      'the/DET>envoy:det',
      'french/ADJ>envoy:amod',
      'envoy/NOUN>met:nsubj',
      'meet/VERB>ROOT:root',
      'two/NUM>ministers:nummod',
      'minister/NOUN>met:obj',
      'in/ADP>geneva:case',
      'geneva/PROPN>met:obl',
      './PUNCT>met:punct',
    ])
  })

  it('tells the passive and who did it', () => {
    const found = tree('The deal was signed by the minister.')
    expect(found).toContain('deal/NOUN>signed:nsubj:pass')
    expect(found).toContain('be/AUX>signed:aux:pass')
    expect(found).toContain('minister/NOUN>signed:obl:agent')
  })

  it.each<[string, string, FeatName, boolean]>([
    ['Sign the treaty now.', 'sign', 'Mood=Imp', true],
    ['They sign the treaty today.', 'sign', 'Mood=Imp', false],
    ['The envoys were in Geneva.', 'were', 'Number=Plur', true],
    ['She was in Geneva.', 'was', 'Number=Sing', true],
    ['The minister praised it.', 'it', 'Case=Acc', true],
    ['It praised the minister.', 'it', 'Case=Nom', true],
    ['The deal was signed.', 'signed', 'Voice=Pass', true],
    ['They have signed the deal.', 'signed', 'Voice=Pass', false],
  ])('%s: %s is %s: %s', (text, word, feat, expected) => {
    const s = parse(text)
    const i = s.lower.indexOf(word)
    expect(((s.feats[i] as number) & Feats[feat]) !== 0).toBe(expected)
  })

  it('makes one tree a sentence of any text, and never throws', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('The envoy ', 'met. ', '😀', '外交部', '\n\n', '...', "'", '1.2 '),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const s = parse(pieces.join(''))
        for (let k = 0; k + 1 < s.sentenceStart.length; k++) {
          const [from, to] = [s.sentenceStart[k] as number, s.sentenceStart[k + 1] as number]
          let roots = 0
          for (let i = from; i < to; i++) {
            if (s.head[i] === -1) roots++
            else {
              expect(s.head[i]).toBeGreaterThanOrEqual(from)
              expect(s.head[i]).toBeLessThan(to)
            }
            let steps = 0
            for (let j = i; j >= 0; j = s.head[j] as number) expect(steps++).toBeLessThanOrEqual(to - from)
          }
          expect(roots).toBe(1)
        }
      }),
      { seed: 11, numRuns: 200 },
    )
  })

  it('says in CoNLL-U what a text is, on the sentence where it begins', () => {
    const text = 'The envoys met in Geneva.\n\n😀 🎉 😀 🎉 😀 🎉 😀 🎉'
    const lines = writeConllu(parse(text), parser).split('\n')
    expect(lines.indexOf('# note = few-letters: hardly a word has letters')).toBeGreaterThan(
      lines.indexOf('# sent_id = 2'),
    )
  })
})
