import { normaliseText } from './normalise-text.ts'
import type { Span } from './span.ts'

/**
 * Carries a span of a source's raw text over to the normalised text of a document without a title. Normalising
 * changes white space and single characters only, so the place is found by counting what is not white space.
 */
export function carrySpan(raw: string, text: string, { start, end }: Span): Span {
  const before = countInk(normaliseText(raw.slice(0, start)).text)
  const inside = countInk(normaliseText(raw.slice(start, end)).text)
  const from = placeOf(text, before, true)
  return { start: from, end: Math.max(from, placeOf(text, before + inside, false)) }
}

const isBlank = (text: string, at: number) => /\s/.test(text.charAt(at))

function countInk(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) if (!isBlank(text, i)) count++
  return count
}

/** Where so many characters of ink are behind: before the next ink (`open`) or right after the last. */
function placeOf(text: string, ink: number, open: boolean): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    if (isBlank(text, i)) continue
    if (open && count === ink) return i
    count++
    if (!open && count === ink) return i + 1
  }
  return text.length
}
