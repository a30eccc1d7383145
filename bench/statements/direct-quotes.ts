import type { Record } from '#record'
import { carryOffsets } from '../../training/statements/carry-offsets.ts'
import type { GoldDocument, GoldSpan } from '../../training/statements/gold.ts'

/** Counts of the gold attributions whose words all stand in quotation marks and whose source is annotated. */
export interface DirectQuotes {
  readonly all: number
  /** Half or more of its words are some statement's content, and half or more of that content is it. */
  readonly found: number
  /** Found, and that statement's speakers share a word with the gold source. */
  readonly right: number
  /** The same of quotations of four words and more, which are sentences and not single quoted words. */
  readonly long: number
  readonly longRight: number
}

/** Measures direct quotations alone: content found, and the speaker right. */
export function directQuotes(gold: readonly GoldDocument[], records: readonly Record[]): DirectQuotes {
  const out = { all: 0, found: 0, right: 0, long: 0, longRight: 0 }
  gold.forEach((document, d) => {
    const record = records[d]
    if (!record) return
    const { text } = record.document
    const carry = carryOffsets(document.text, text)
    const carried = (spans: readonly GoldSpan[]) =>
      spans.map(({ start, end }) => ({ start: carry(start), end: carry(end) }))
    const quoted = quotedCharacters(text)
    const spanOf = new Map(record.actors.map(({ id, span }) => [id, span] as const))
    for (const attribution of document.attributions) {
      const source = carried(attribution.source)
      const words = wordsOf(text, carried(attribution.content))
      if (source.length === 0 || words.size === 0 || ![...words].every((at) => quoted[at] === 1)) continue
      out.all++
      const long = words.size >= 4
      if (long) out.long++
      const match = record.statements
        .map((it) => ({ it, shared: overlap(words, wordsOf(text, it.content)) }))
        .filter(({ shared }) => shared >= 0.5)
        .sort((a, b) => b.shared - a.shared)[0]
      if (!match) continue
      out.found++
      const named = match.it.speakers.flatMap((id) => spanOf.get(id) ?? [])
      const right = named.some((a) => source.some((b) => a.start < b.end && b.start < a.end))
      if (right) out.right++
      if (right && long) out.longRight++
    }
  })
  return out
}

/** Starts of the words that spans touch. */
function wordsOf(text: string, spans: readonly GoldSpan[]): Set<number> {
  const out = new Set<number>()
  for (const { start, end } of spans)
    for (const word of text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)) out.add(start + word.index)
  return out
}

/** F1 of two sets. */
function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0
  for (const it of a) if (b.has(it)) shared++
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

/** 1 for each character inside double quotation marks; an unclosed quotation ends with its line. */
function quotedCharacters(text: string): Uint8Array {
  const out = new Uint8Array(text.length)
  let open = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (c === '\n') open = false
    else if (c === '“' || c === '«') open = true
    else if (c === '”' || c === '»') open = false
    else if (c === '"') open = !open
    else if (open) out[i] = 1
  }
  return out
}
