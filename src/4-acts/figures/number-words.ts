/** Values of number words. */
export const UNITS: ReadonlyMap<string, number> = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
   eighteen nineteen`
    .split(/\s+/)
    .map((word, i) => [word, i] as const),
)

export const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i) => [word, (i + 2) * 10] as const),
)

export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['mln', 1e6],
  ['mn', 1e6],
  ['m', 1e6],
  ['billion', 1e9],
  ['bln', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
])

/** Words for a crowd of uncertain size: "dozens" is 24 to 99, "hundreds of thousands" 200,000 to 999,999. */
export const CROWDS: ReadonlyMap<string, readonly [low: number, high: number]> = new Map([
  ['dozens', [24, 99]],
  ['scores', [40, 99]],
  ['tens', [20, 99]],
  ['hundreds', [200, 999]],
  ['thousands', [2000, 9999]],
  ['millions', [2e6, 9999999]],
  ['billions', [2e9, 9999999999]],
])

export const DOZENS: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['score', 20],
])
