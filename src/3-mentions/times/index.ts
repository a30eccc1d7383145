import type { Syntax } from '#syntax'
import { edtfOf } from '../edtf.ts'
import type { TimeMention } from '../mention.ts'
import { publicationDay, tenseAt } from './anchor.ts'
import { at, phrase } from './cursor.ts'
import {
  clock,
  decade,
  monthAlone,
  monthDay,
  numericDate,
  quarter,
  relativeMonth,
  season,
  weekdayRule,
  yearAlone,
} from './date-rules.ts'
import { holiday } from './holidays.ts'
import {
  besideNow,
  dayOfValue,
  fromAnchor,
  latest,
  lengths,
  namedDay,
  reference,
  sets,
  stretchOfTime,
  theUnit,
} from './relative-rules.ts'
import type { Reading, Rule, Timex } from './timex.ts'
import { PART_MODS, SIZE_MODS } from './vocabulary.ts'

/** All rules, in no order that matters: at each word the longest match wins, and of equals the first. */
const RULES: readonly Rule[] = [
  numericDate,
  monthDay,
  clock,
  weekdayRule,
  relativeMonth,
  monthAlone,
  quarter,
  season,
  decade,
  namedDay,
  fromAnchor,
  besideNow,
  holiday,
  latest,
  stretchOfTime,
  sets,
  lengths,
  theUnit,
  yearAlone,
  reference,
]

interface NamedQuarter {
  readonly quarter: string
  readonly sentence: number
}

interface Story {
  readonly year: number
  readonly month: number
  readonly sentence: number
}

/** For so many sentences a year gone by is the one that months are told of. */
const STORY_LASTS = 1

function storyOf({ value, basis, type }: Timex, sentence: number): Story | null {
  const date = basis === 'unknown' || type !== 'DATE' ? null : /^(\d{4})(?:-(\d{2}))?(?:-\d{2})?$/.exec(value)
  return date ? { year: Number(date[1]), month: Number(date[2] ?? 1), sentence } : null
}

/** For so many sentences a quarter stays on the reader's mind. */
const QUARTER_LASTS = 3

/** Finds when: time expressions as TIMEX3 and EDTF, anchored on publication and on what the narrative named last. */
export function findTimes(syntax: Syntax): readonly TimeMention[] {
  const today = publicationDay(syntax.document)
  const out: TimeMention[] = []
  let narrative = today
  let named: NamedQuarter | null = null
  let story: Story | null = null
  for (let s = 0; s + 1 < syntax.sentenceStart.length; s++) {
    const from = syntax.sentenceStart[s] as number
    const to = syntax.sentenceStart[s + 1] as number
    let i = from
    while (i < to) {
      const quarter = named && s - named.sentence <= QUARTER_LASTS ? named.quarter : null
      const reading: Reading = {
        syntax,
        from,
        to,
        today,
        narrative,
        quarter,
        story: story && (!today || s - story.sentence <= STORY_LASTS) ? story : null,
        tense: (word) => tenseAt(syntax, word),
      }
      const timex = longest(reading, i)
      if (!timex) {
        i++
        continue
      }
      const whole = withModifier(reading, timex, out.at(-1)?.last ?? from - 1)
      out.push(mention(syntax, whole))
      narrative = dayOfValue(whole.value) ?? narrative
      const told = /^\d{4}-(Q[1-4])$/.exec(whole.value)?.[1]
      if (told) named = { quarter: told, sentence: s }
      story = storyOf(whole, s) ?? story
      i = whole.next
    }
  }
  return Object.freeze(out)
}

/** The longest match at a word. */
function longest(r: Reading, i: number): Timex | null {
  let best: Timex | null = null
  for (const rule of RULES) {
    const timex = rule(r, i)
    if (timex && timex.next <= r.to && (!best || timex.next > best.next)) best = timex
  }
  return best
}

/** Takes in what stands before: "early next year", "the end of 1990", "more than two years", "nearly a decade". */
function withModifier(r: Reading, timex: Timex, lastTaken: number): Timex {
  const dated = timex.type === 'DATE' || timex.type === 'TIME'
  if (dated) return withPart(r, timex, lastTaken)
  for (const [words, mod] of SIZE_MODS) {
    const n = words.split(' ').length
    const first = timex.first - n
    if (first > lastTaken && phrase(r, first, words)) return { ...timex, first, mod }
    const inner = timex.first - n - 1
    if (at(r, timex.first - 1) === 'the' && inner > lastTaken && phrase(r, inner, words))
      return { ...timex, first: inner, mod }
  }
  return timex
}

function withPart(r: Reading, timex: Timex, lastTaken: number): Timex {
  const { first } = timex
  const dash = at(r, first - 1) === '-' ? 1 : 0
  const mod = PART_MODS.get(at(r, first - 1 - dash))
  if (mod && first - 1 - dash > lastTaken) {
    const the = at(r, first - 2 - dash) === 'the' ? 1 : 0
    return { ...timex, first: first - 1 - dash - the, mod }
  }
  const the = at(r, first - 1) === 'the' ? 1 : 0
  if (at(r, first - 1 - the) === 'of') {
    const part = PART_MODS.get(at(r, first - 2 - the))
    const start = first - 2 - the - (at(r, first - 3 - the) === 'the' ? 1 : 0)
    if (part && start > lastTaken) return { ...timex, first: start, mod: part }
  }
  return timex
}

function mention(syntax: Syntax, { first, next, type, value, mod, basis }: Timex): TimeMention {
  const last = next - 1
  return Object.freeze({
    span: { start: syntax.start[first] as number, end: syntax.end[last] as number },
    first,
    last,
    head: headOf(syntax, first, last),
    type,
    value,
    edtf: type === 'DATE' || type === 'TIME' ? edtfOf(value) : null,
    mod,
    basis,
  })
}

/** The word whose head lies outside the mention. */
function headOf(syntax: Syntax, first: number, last: number): number {
  for (let i = first; i <= last; i++) {
    const head = syntax.head[i] as number
    if (head < first || head > last) return i
  }
  return last
}
