import type { Cues } from '#lexicon'
import type { Mentions } from '#mentions'
import type { Event, Figure } from '../act.ts'
import { aboutOf } from './about.ts'
import { measureOf } from './measure-of.ts'
import { readNumbers } from './read-numbers.ts'

/**
 * Finds the numbers that mean something: tolls, sums, crowds. "At least 12" is 12 to 12 and approximate; "dozens" is 24
 * to 99. Dates, ages, ranks and scores are none.
 */
export function findFigures(mentions: Mentions, cues: Cues, events: readonly Event[]): readonly Figure[] {
  const { syntax } = mentions
  const timeAt = wordsOfTimes(mentions)
  const eventAt = new Map(events.map(({ word }, number) => [word, number] as const))
  const out: Figure[] = []
  for (const number of readNumbers(syntax)) {
    if (timeAt[number.from] === 1) continue
    const measured = measureOf(syntax, cues, number)
    if (!measured) continue
    const { measure, unit, factor, first, last } = measured
    out.push(
      Object.freeze({
        measure,
        low: scaled(number.low, factor),
        high: scaled(number.high, factor),
        approximate: number.approximate,
        unit,
        about: aboutOf(mentions, events, eventAt, number, measured),
        evidence: { start: syntax.start[first] as number, end: syntax.end[last] as number },
      }),
    )
  }
  return Object.freeze(out)
}

/** Binary fractions of decimal products are tidied. */
const scaled = (value: number, factor: number): number =>
  factor === 1 ? value : Math.round(value * factor * 1e6) / 1e6

function wordsOfTimes({ syntax, times }: Mentions): Uint8Array {
  const out = new Uint8Array(syntax.length)
  for (const { first, last } of times) out.fill(1, first, last + 1)
  return out
}
