import type { Syntax } from '#syntax'
import { CARDINALS, MULTIPLIERS } from './vocabulary.ts'

/** Words of one sentence: [from, to). */
export interface Stretch {
  readonly syntax: Syntax
  readonly from: number
  readonly to: number
}

/** Lower-case form of a word; '' outside the sentence. */
export function at(s: Stretch, i: number): string {
  return i >= s.from && i < s.to ? (s.syntax.lower[i] as string) : ''
}

/** Whether the words of a phrase stand at `i`; returns how many, else 0. */
export function phrase(s: Stretch, i: number, words: string): number {
  const list = words.split(' ')
  return list.every((word, k) => at(s, i + k) === word) ? list.length : 0
}

export function isCapital(s: Stretch, i: number): boolean {
  if (i < s.from || i >= s.to) return false
  const c = s.syntax.document.text[s.syntax.start[i] as number] as string
  return c !== c.toLowerCase()
}

/** A number in digits or words beginning at `i`. */
export interface Quantity {
  readonly value: number
  /** Word behind the number. */
  readonly next: number
}

/** Reads "12", "2.5", "twenty-five", "a hundred", "three and a half", "two dozen"; null where no number stands. */
export function readNumber(s: Stretch, i: number): Quantity | null {
  const digits = at(s, i)
  if (/^\d{1,3}(,\d{3})+$|^\d{1,6}(\.\d+)?$/.test(digits))
    return withHalf(s, Number(digits.replaceAll(',', '')), i + 1)
  let value = CARDINALS.get(digits)
  if (value === undefined) return null
  let next = i + 1
  if (value >= 20) {
    const gap = at(s, next) === '-' ? 1 : 0
    const ones = CARDINALS.get(at(s, next + gap))
    if (ones !== undefined && ones > 0 && ones < 10) {
      value += ones
      next += gap + 1
    }
  }
  const times = MULTIPLIERS.get(at(s, next))
  if (times) {
    value *= times
    next++
  }
  return withHalf(s, value, next)
}

function withHalf(s: Stretch, value: number, next: number): Quantity {
  if (phrase(s, next, 'and a half')) return { value: value + 0.5, next: next + 3 }
  if (at(s, next) === '1/2') return { value: value + 0.5, next: next + 1 }
  return { value, next }
}
