import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadGround } from '#ground'
import { read, recordSchema } from '#record'

const ground = loadGround()
const words = [
  'Kerry',
  'said',
  '"',
  '”',
  '“',
  "'",
  '(',
  ')',
  'that',
  'the',
  'U.S.',
  'and',
  ',',
  '.',
  '\n\n',
  '—',
  '1,000',
  'on',
  'Tuesday',
]

const hostile: [string, string][] = [
  ['nothing', ''],
  ['white space', ' \n\t \n'],
  ['one letter', 'a'],
  ['a lone surrogate', 'Kerry \ud800 said \udfff so.'],
  ['a null and controls', 'Kerry\u0000 said\u0007 so\u001b[31m.'],
  ['direction marks', 'Kerry \u202e said \u2066 so.'],
  ['a page of emoji', '👩‍👩‍👧‍👦🇨🇭'.repeat(2_000)],
  ['combining marks', `e${'\u0301'.repeat(20_000)}`],
  ['100,000 letters without a space', 'x'.repeat(100_000)],
  ['a sentence of 10,000 words', `${'The minister of the state and '.repeat(1_700)}left.`],
  ['20,000 opening quotation marks', '“'.repeat(20_000)],
  ['20,000 straight quotation marks', '" '.repeat(20_000)],
  ['20,000 brackets', '('.repeat(20_000)],
  ['20,000 commas', 'Kerry,'.repeat(20_000)],
  ['5,000 nested reports', 'He said that '.repeat(5_000)],
  ['10,000 numbers', '1,000 '.repeat(10_000)],
  ['10,000 dates', 'on 2 July 2013 '.repeat(10_000)],
  ['other scripts', '王毅外长说。Лавров заявил. قال الوزير. विदेश मंत्री। '.repeat(500)],
  ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)> Kerry met Lavrov.'],
]

describe('hostile text is read, never thrown at', () => {
  it.each(hostile)('%s', (_, text) => {
    const record = read({ text, published: '2013-07-02' }, ground)
    expect(recordSchema.parse(record)).toEqual(record)
  })

  it('any string at all', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(fc.constantFrom(...words), { maxLength: 80 }).map((list) => list.join(' ')),
    )
    fc.assert(
      fc.property(anything, fc.option(fc.string({ maxLength: 30 })), (text, published) => {
        const record = read({ text, published }, ground)
        recordSchema.parse(record)
        for (const { span } of record.actors)
          expect(record.document.text.slice(span.start, span.end)).toBe(span.text)
      }),
      { seed: 20130702, numRuns: 300 },
    )
  })
})
