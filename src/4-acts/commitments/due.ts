import { edtfRange, type Mentions, type TimeMention } from '#mentions'
import { Deprel, type Syntax } from '#syntax'
import { caseOf, childOf } from '../clause.ts'

/** When an act falls due, from the first time inside it that is not past: "by Friday" is `../DATE`, "after August" the month behind and open. */
export function dueOf(mentions: Mentions, act: number): string | null {
  const { syntax, times } = mentions
  const left = syntax.left[act] as number
  const right = syntax.right[act] as number
  const published = syntax.document.published?.slice(0, 10) ?? null
  for (let t = firstFrom(times, left); t < times.length; t++) {
    const time = times[t] as TimeMention
    if (time.first > right) break
    if (NAMING.has(syntax.deprel[time.head] as number) || isApart(syntax, time.head, act)) continue
    const due = dueAt(mentions, time, published)
    if (due !== null) return due
  }
  return null
}

/** The first time between two words, by when something must be done: "until Friday", "a deadline of Friday". */
export function dueBetween(mentions: Mentions, from: number, to: number, mark: string): string | null {
  const { times, syntax } = mentions
  const published = syntax.document.published?.slice(0, 10) ?? null
  for (let t = firstFrom(times, from); t < times.length && (times[t] as TimeMention).last < to; t++) {
    const time = times[t] as TimeMention
    // "gave them 48 hours to leave": counted from now.
    const due = dueAt(mentions, time, published, time.type === 'DURATION' ? 'within' : mark)
    if (due !== null) return due
  }
  return null
}

/** "the seat that he won in 1969": a date inside a clause of its own tells when that was. */
function isApart(syntax: Syntax, word: number, act: number): boolean {
  for (let w = word, n = 0; w >= 0 && w !== act && n < 20; w = syntax.head[w] as number, n++)
    if (APART.has(syntax.deprel[w] as number)) return true
  return false
}

const APART: ReadonlySet<number> = new Set([Deprel['acl:relcl'], Deprel.acl, Deprel.parataxis, Deprel.ccomp])

/** "the 2011 maturity": a date that names a thing says nothing of when. */
const NAMING: ReadonlySet<number> = new Set([
  Deprel.compound,
  Deprel.nummod,
  Deprel.amod,
  Deprel['nmod:poss'],
])

const HAPPENING = new Set('take happen occur begin start open come convene hold be follow'.split(' '))

/** When a later clause of the sentence says of the same thing when it comes: "… a meeting, but it would take place in May". */
export function dueBehind(mentions: Mentions, act: number): string | null {
  const { syntax, times } = mentions
  const sentence = syntax.sentence[act] as number
  const end = syntax.sentenceStart[sentence + 1] as number
  const published = syntax.document.published?.slice(0, 10) ?? null
  for (let t = firstFrom(times, (syntax.right[act] as number) + 1); t < times.length; t++) {
    const time = times[t] as TimeMention
    if (time.first >= end) break
    const verb = syntax.head[time.head] as number
    if (verb < 0 || !HAPPENING.has(syntax.lemma[verb] as string)) continue
    const subject = childOf(syntax, verb, [Deprel.nsubj, Deprel['nsubj:pass']])
    const it = subject >= 0 && (syntax.lower[subject] === 'it' || syntax.lower[subject] === 'which')
    const due = it ? dueAt(mentions, time, published) : null
    if (due !== null) return due
  }
  return null
}

function firstFrom(times: readonly TimeMention[], word: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] as TimeMention).first < word) low = middle + 1
    else high = middle
  }
  return low
}

function dueAt(
  mentions: Mentions,
  time: TimeMention,
  published: string | null,
  given: string | null = null,
): string | null {
  const { syntax } = mentions
  const before = (syntax.lower[time.first - 1] ?? '') as string
  const mark = given ?? (PREPOSITIONS.has(before) ? before : caseOf(syntax, time.head))
  // "in the 10-year plan" names the plan.
  if (time.type === 'DURATION') return within(time, given ?? before, published)
  if (time.edtf === null || time.type === 'SET') return null
  const range = edtfRange(time.edtf)
  if (!range) return null
  if (published !== null && range.to !== null && range.to < published) return null
  if (mark === 'after' || time.mod === 'AFTER')
    return range.to === null ? null : `${behind(time.edtf, range.to)}/..`
  if (mark === 'from' || mark === 'since') return time.edtf.includes('/') ? time.edtf : `${time.edtf}/..`
  if (BEFORE.has(mark) || time.mod === 'BEFORE')
    return time.edtf.includes('/') ? time.edtf : `../${time.edtf}`
  return time.edtf
}

const BEFORE = new Set(['by', 'before', 'until', 'till'])
const PREPOSITIONS = new Set([...BEFORE, 'after', 'from', 'since', 'within', 'in', 'on'])

/** What comes behind a date, as precise as the date: behind 2013-08 is 2013-09. */
function behind(edtf: string, last: string): string {
  const next = addDays(last, 1)
  if (/^\d{4}$/.test(edtf)) return next.slice(0, 4)
  return /^\d{4}-\d{2}$/.test(edtf) && Number(edtf.slice(5)) <= 12 ? next.slice(0, 7) : next
}

/** "within 30 days", "in six weeks": counted from the day of publication. */
function within({ value }: TimeMention, mark: string, published: string | null): string | null {
  const hours = /^PT(\d{1,4})H$/.exec(value)
  const days = hours ? `P${Math.ceil(Number(hours[1]) / 24)}D` : value
  const found = /^P(\d{1,4})([DWMY])$/.exec(days)
  if (!found || published === null || (mark !== 'within' && mark !== 'in')) return null
  const count = Number(found[1])
  const day =
    found[2] === 'D'
      ? addDays(published, count)
      : found[2] === 'W'
        ? addDays(published, 7 * count)
        : addMonths(published, found[2] === 'M' ? count : 12 * count)
  return mark === 'within' ? `../${day}` : day
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0')

function addDays(day: string, count: number): string {
  let year = Number(day.slice(0, 4))
  let month = Number(day.slice(5, 7))
  let date = Number(day.slice(8, 10)) + count
  for (let last = daysIn(year, month); date > last; last = daysIn(year, month)) {
    date -= last
    month++
    if (month > 12) {
      month = 1
      year++
    }
  }
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`
}

function addMonths(day: string, count: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(Math.min(Number(day.slice(8, 10)), daysIn(year, month)), 2)}`
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
