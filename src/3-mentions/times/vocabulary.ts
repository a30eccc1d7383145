/** Words of the calendar, in lower case. */

const table = (rows: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(rows))

export const MONTHS = table({
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
  'jan.': 1,
  'feb.': 2,
  'mar.': 3,
  'apr.': 4,
  'jun.': 6,
  'jul.': 7,
  'aug.': 8,
  'sept.': 9,
  'sep.': 9,
  'oct.': 10,
  'nov.': 11,
  'dec.': 12,
  jan: 1,
  feb: 2,
  aug: 8,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
})

export const WEEKDAYS = table({
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
  mondays: 1,
  tuesdays: 2,
  wednesdays: 3,
  thursdays: 4,
  fridays: 5,
  saturdays: 6,
  sundays: 7,
  'mon.': 1,
  'tues.': 2,
  'tue.': 2,
  'wed.': 3,
  'thurs.': 4,
  'thu.': 4,
  'fri.': 5,
  'sat.': 6,
  'sun.': 7,
})

export type Unit = 'S' | 'MIN' | 'H' | 'D' | 'WE' | 'W' | 'M' | 'Q' | 'Y' | 'DE' | 'CE'

const UNIT_ROWS: readonly (readonly [Unit, string])[] = [
  ['S', 'second seconds'],
  ['MIN', 'minute minutes min. mins'],
  ['H', 'hour hours hr hrs'],
  ['D', 'day days'],
  ['WE', 'weekend weekends'],
  ['W', 'week weeks fortnight'],
  ['M', 'month months'],
  ['Q', 'quarter quarters'],
  ['Y', 'year years yr yrs'],
  ['DE', 'decade decades'],
  ['CE', 'century centuries'],
]
export const UNITS: ReadonlyMap<string, Unit> = new Map(
  UNIT_ROWS.flatMap(([unit, words]) => words.split(' ').map((word) => [word, unit] as const)),
)

export const SEASONS: ReadonlyMap<string, string> = new Map([
  ['spring', 'SP'],
  ['summer', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
])

export const DAY_PARTS: ReadonlyMap<string, string> = new Map([
  ['morning', 'MO'],
  ['mornings', 'MO'],
  ['afternoon', 'AF'],
  ['evening', 'EV'],
  ['night', 'NI'],
  ['nights', 'NI'],
  ['overnight', 'NI'],
])

export const CARDINALS = table({
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
})

export const MULTIPLIERS = table({ hundred: 100, thousand: 1000, million: 1_000_000, dozen: 12 })

export const ORDINALS = table({
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
})

/** "1st" … "31st", "20th": the number before the ending, 0 for none. */
export function ordinal(word: string): number {
  const listed = ORDINALS.get(word)
  if (listed) return listed
  const found = /^(\d{1,2})(st|nd|rd|th)$/.exec(word)
  return found ? Number(found[1]) : 0
}

/** Decades in words, their last two digits. */
export const DECADES = table({
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
})

/** Quantities that no number stands for. */
export const VAGUE: ReadonlySet<string> = new Set([
  'several',
  'few',
  'many',
  'some',
  'couple',
  'dozens',
  'countless',
  'numerous',
])

/** What stands before a time and shifts it: TIMEX3 mod. */
export const PART_MODS: ReadonlyMap<string, string> = new Map([
  ['early', 'START'],
  ['earlier', 'START'],
  ['beginning', 'START'],
  ['start', 'START'],
  ['mid', 'MID'],
  ['middle', 'MID'],
  ['late', 'END'],
  ['later', 'END'],
  ['end', 'END'],
])

/** What stands before a length or count of time: TIMEX3 mod. */
export const SIZE_MODS: readonly (readonly [string, string])[] = [
  ['more than', 'MORE_THAN'],
  ['longer than', 'MORE_THAN'],
  ['over', 'MORE_THAN'],
  ['less than', 'LESS_THAN'],
  ['fewer than', 'LESS_THAN'],
  ['under', 'LESS_THAN'],
  ['nearly', 'LESS_THAN'],
  ['almost', 'LESS_THAN'],
  ['at least', 'EQUAL_OR_MORE'],
  ['no less than', 'EQUAL_OR_MORE'],
  ['at most', 'EQUAL_OR_LESS'],
  ['no more than', 'EQUAL_OR_LESS'],
  ['up to', 'EQUAL_OR_LESS'],
  ['about', 'APPROX'],
  ['around', 'APPROX'],
  ['approximately', 'APPROX'],
  ['roughly', 'APPROX'],
  ['some', 'APPROX'],
]

/** Words and phrases that name no date of their own, with their TIMEX3 value. */
export const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['now', 'PRESENT_REF'],
  ['currently', 'PRESENT_REF'],
  ['presently', 'PRESENT_REF'],
  ['nowadays', 'PRESENT_REF'],
  ['at present', 'PRESENT_REF'],
  ['at the moment', 'PRESENT_REF'],
  ['current', 'PRESENT_REF'],
  ['these days', 'PRESENT_REF'],
  ['recently', 'PAST_REF'],
  ['lately', 'PAST_REF'],
  ['the past', 'PAST_REF'],
  ['the future', 'FUTURE_REF'],
  ['the near future', 'FUTURE_REF'],
  ['soon', 'FUTURE_REF'],
])
