import { expect, it } from 'vitest'
import { carrySpan } from './carry-span.ts'
import { openDocument } from './open-document.ts'

it.each([
  ['Norway thanked Oman.', 'Norway'],
  ['  Norway  thanked\u00a0Oman.', 'Oman'],
  ['Nor\u00adway\r\nthanked \u0007Oman (again).', 'Nor\u00adway'],
  ['Erdog\u0306an met Oman’s envoy\u200b.', 'Erdog\u0306an'],
  ['One.\n\n\n\nThen Oman left.', 'Oman'],
])('in %j the words %j keep their place', (raw, words) => {
  const start = raw.indexOf(words)
  const { text } = openDocument({ text: raw })
  const span = carrySpan(raw, text, { start, end: start + words.length })
  expect(text.slice(span.start, span.end)).toBe(openDocument({ text: words }).text)
})

it('stays inside the text', () => {
  expect(carrySpan('abc  ', 'abc', { start: 3, end: 5 })).toEqual({ start: 3, end: 3 })
})
