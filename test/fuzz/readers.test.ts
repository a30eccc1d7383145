import { describe, expect, it } from 'vitest'
import { openDocument, readSources } from '#document'
import { mutate, seeded } from './mutate.ts'
import { SAMPLES } from './samples.ts'

/** `RAPPORTEUR_FUZZ=10000` runs so many mutations of each format; the suite runs few. */
const TIMES = Number(process.env.RAPPORTEUR_FUZZ ?? 150)
const LONGEST_MS = 5000
/** The process may grow by so many bytes over all mutations of a format. */
const MOST_GROWTH = 600_000_000

describe('readers and documents outlive mutated input', () => {
  it.each(Object.entries(SAMPLES))(
    '%s',
    (name, sample) => {
      const bytes = typeof sample === 'string' ? new TextEncoder().encode(sample) : sample
      const random = seeded([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7))
      expect(outcome(bytes)).toMatch(/source/)
      const before = process.memoryUsage.rss()
      for (let i = 0; i < TIMES; i++) {
        const broken = mutate(bytes, random)
        const began = performance.now()
        try {
          outcome(broken)
        } catch (error) {
          throw new Error(
            `mutation ${i} of ${name}: ${JSON.stringify(Buffer.from(broken).toString('latin1'))}`,
            {
              cause: error,
            },
          )
        }
        expect(performance.now() - began).toBeLessThan(LONGEST_MS)
      }
      expect(process.memoryUsage.rss() - before).toBeLessThan(MOST_GROWTH)
    },
    30 * 60_000,
  )
})

/** Reads and opens all; what comes out must keep the rules whatever went in. */
function outcome(bytes: Uint8Array): string {
  const kinds: string[] = []
  for (const item of readSources(bytes)) {
    kinds.push(item.kind)
    if (item.kind === 'refusal') {
      if (item.reason === '' || item.reason.includes('\n'))
        throw new Error(`a reason is one line: ${item.reason}`)
      continue
    }
    const { text, paragraphs, dateline } = openDocument(item.source)
    let last = 0
    for (const { start, end } of paragraphs) {
      if (start < last || end <= start || end > text.length)
        throw new Error('paragraphs overlap or leave the text')
      if (text.slice(last, start).trim() !== '') throw new Error('words outside of paragraphs')
      last = end
    }
    if (text.slice(last).trim() !== '') throw new Error('words behind the last paragraph')
    if (dateline && dateline.end > text.length) throw new Error('the dateline leaves the text')
  }
  if (kinds.length === 0) throw new Error('neither a document nor a refusal')
  return kinds.join(' ')
}
