import type { Mentions, TimeMention } from '#mentions'
import { Deprel } from '#syntax'
import type { EventDate, EventStatus } from '../act.ts'
import { at } from './tree.ts'

/** Mentions of a kind by sentence, so that acts need not look through the document. */
export interface BySentence {
  readonly times: readonly (readonly number[])[]
  readonly places: readonly (readonly number[])[]
  readonly dateline: EventDate | null
}

/** Sorts times and places by sentence and finds the day the document itself speaks from. */
export function sortBySentence(m: Mentions): BySentence {
  const sentences = Math.max(0, m.syntax.sentenceStart.length - 1)
  const rows = (list: readonly { readonly head: number }[]) => {
    const out: number[][] = Array.from({ length: sentences }, () => [])
    for (const [number, { head }] of list.entries()) out[at(m.syntax.sentence, head)]?.push(number)
    return out
  }
  return { times: rows(m.times), places: rows(m.places), dateline: documentDay(m) }
}

function documentDay(m: Mentions): EventDate | null {
  const { dateline, published } = m.syntax.document
  const day = dateline?.date ?? null
  if (day) {
    const time = m.times.findIndex(({ span }) => span.start < day.end && span.end > day.start)
    const edtf = m.times[time]?.edtf ?? null
    if (edtf !== null) return { edtf, time, basis: 'dateline' }
  }
  return published ? { edtf: published.slice(0, 10), time: null, basis: 'published' } : null
}

/** When an act was done: the time said with it, else the only one of its sentence, else the document's own day. */
export function dateOf(
  m: Mentions,
  rows: BySentence,
  word: number,
  support: number,
  status: EventStatus,
): EventDate | null {
  const sentence = at(m.syntax.sentence, word)
  const numbers = (rows.times[sentence] ?? []).filter((number) => isDate(m.times[number]))
  const near = nearest(m, numbers, (number) => m.times[number]?.head ?? -1, word, support)
  if (near >= 0) return { edtf: m.times[near]?.edtf ?? '', time: near, basis: 'stated' }
  return status === 'asserted' ? rows.dateline : null
}

const isDate = (time: TimeMention | undefined) =>
  time !== undefined &&
  (time.type === 'DATE' || time.type === 'TIME') &&
  time.edtf !== null &&
  /\d/.test(time.edtf)

/** Where an act was done: the place said with it, else the only one of its sentence. */
export function placeOf(m: Mentions, rows: BySentence, word: number, support: number): number | null {
  const numbers = rows.places[at(m.syntax.sentence, word)] ?? []
  const near = nearest(m, numbers, (number) => m.places[number]?.head ?? -1, word, support)
  return near >= 0 ? near : null
}

/** The candidate fewest steps up the tree below the act's words, within one clause; a lone candidate counts from farther. */
function nearest(
  m: Mentions,
  numbers: readonly number[],
  headOf: (number: number) => number,
  word: number,
  support: number,
): number {
  let best = -1
  let least = 99
  for (const number of numbers) {
    const steps = stepsUp(m, headOf(number), word, support)
    const distance = steps * 4 + Math.min(3, Math.abs(headOf(number) - word) / 10)
    if (steps >= 0 && distance < least) [best, least] = [number, distance]
  }
  return best
}

const LIMIT = 4

function stepsUp(m: Mentions, from: number, word: number, support: number): number {
  const s = m.syntax
  const up = at(s.head, word)
  for (let w = from, steps = 0; w >= 0 && steps <= LIMIT; w = at(s.head, w), steps++) {
    if (w === word || w === support) return steps
    if (steps > 0 && w === up && sameClause(m, word)) return steps + 1
  }
  return -1
}

/** Whether the verb above tells of the same moment ("said on Monday it had met" does not; "met and agreed on Monday" does). */
function sameClause(m: Mentions, word: number): boolean {
  const relation = at(m.syntax.deprel, word)
  return (
    relation === Deprel.conj ||
    relation === Deprel.xcomp ||
    relation === Deprel.advcl ||
    relation === Deprel.obj
  )
}

/** Whether the stated year lies well before the document's own: then it tells history. */
export function isHistory(date: EventDate | null, rows: BySentence): boolean {
  if (date?.basis !== 'stated' || !rows.dateline) return false
  const [year, now] = [yearOf(date.edtf), yearOf(rows.dateline.edtf)]
  return year !== null && now !== null && now - year >= 2
}

function yearOf(edtf: string): number | null {
  const found = /^(\d{4})/.exec(edtf)
  return found ? Number(found[1]) : null
}
