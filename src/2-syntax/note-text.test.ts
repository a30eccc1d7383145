import { describe, expect, it } from 'vitest'
import { noteText } from './note-text.ts'

/** Rules of the notes on sentences that are given one a line, words apart by spaces. */
function rules(text: string): string[] {
  const start: number[] = []
  const end: number[] = []
  const sentenceStart: number[] = []
  let at = 0
  for (const line of text.split('\n')) {
    sentenceStart.push(start.length)
    for (const word of line.split(' ')) {
      start.push(at)
      end.push(at + word.length)
      at += word.length + 1
    }
  }
  sentenceStart.push(start.length)
  return noteText(text, { start, end }, sentenceStart).map(({ rule }) => rule)
}

describe('notes on a text', () => {
  it.each([
    ['The envoys met in Geneva on grain .', []],
    ['Élan vital and naïve café are words too .', []],
    ['外交部 发言人 说 会谈 将 继续 。', ['other-script']],
    ['قال المتحدث إن المحادثات ستستمر في جنيف', ['other-script']],
    ['😀 🎉 😀 🎉 😀 🎉 😀 🎉', ['few-letters']],
    ['★ ★ ★', []],
    [`The ${'x'.repeat(600)} ended .`, ['word-too-long']],
    [Array(400).fill('grain').join(' '), ['sentence-too-long']],
  ])('%s', (text, expected) => expect(rules(text)).toEqual(expected))

  it('is one for neighbouring sentences of one kind', () => {
    const emoji = Array(8).fill('😀').join(' ')
    expect(rules(`${emoji}\n${emoji}\n${emoji}`)).toEqual(['few-letters'])
    expect(rules(`${emoji}\nThe envoys met in Geneva on grain .\n${emoji}`)).toEqual([
      'few-letters',
      'few-letters',
    ])
  })
})
