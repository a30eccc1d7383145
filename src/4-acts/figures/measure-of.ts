import type { Cues } from '#lexicon'
import { Deprel, type Syntax, Upos } from '#syntax'
import type { ReadNumber } from './read-numbers.ts'

export interface Measured {
  readonly measure: string
  readonly unit: string | null
  /** What the number is multiplied by: a hundredth for cents. */
  readonly factor: number
  /** Word of what is counted, -1 where it is unsaid ("killing 12"). */
  readonly thing: number
  /** Verb that says what happened to it, or the thing itself. */
  readonly governor: number
  /** Words of the evidence. */
  readonly first: number
  readonly last: number
}

/** Says what a number measures, or null where it measures nothing that is kept (ages, ranks, times, numbers of things in lists). */
export function measureOf(syntax: Syntax, cues: Cues, number: ReadNumber): Measured | null {
  return moneyOf(syntax, cues, number) ?? countOf(syntax, cues, number)
}

function moneyOf(syntax: Syntax, cues: Cues, number: ReadNumber): Measured | null {
  const { lower } = syntax
  const before = lower[number.from - 1] ?? ''
  // "a 300-dollar fee": the hyphen is a word of its own.
  const hyphen = lower[number.to + 1] === '-' && currencyAt(syntax, cues, number.to + 2) !== undefined
  if (hyphen)
    return money(syntax, currencyAt(syntax, cues, number.to + 2) ?? null, number, number.first, number.to + 2)
  const minor = MINOR.get(lower[number.to + 1] ?? '')
  if (minor !== undefined)
    return { ...money(syntax, minor, number, number.first, number.to + 1), factor: 0.01 }
  const behind = currencyAt(syntax, cues, number.to + 1)
  const sign = isSign(before) || /^[a-z]{3}$/.test(before) ? cues.currencies.get(before) : undefined
  if (isSign(before) && isForeign(syntax, number.from - 1)) {
    const glued = `${lower[number.from - 2] ?? ''}${before}`
    return money(syntax, cues.currencies.get(glued) ?? null, number, number.from - 1, number.last)
  }
  const crowd =
    lower[number.to + 1] === 'of' ? cues.currencies.get(syntax.lemma[number.to + 2] ?? '') : undefined
  if (crowd !== undefined && behindIsMoney(lower[number.to + 2] ?? ''))
    return money(syntax, crowd, number, number.first, number.to + 2)
  const prefixed = sign ?? (isSign(before) ? cues.currencies.get(before.slice(-1)) : undefined)
  if (prefixed !== undefined && (isSign(before) || CODES.has(before)))
    return money(syntax, prefixed, number, Math.min(number.first, number.from - 1), number.last)
  // "Pakistani rupees", "Canadian dollars": the people's name decides, and is none of the plain currency's.
  const third = currencyAt(syntax, cues, number.to + 2)
  if (third !== undefined && syntax.upos[number.to + 1] !== Upos.VERB) {
    const name = (lower[number.to + 2] ?? '').replace(/^dlrs?$/, 'dollar')
    const national =
      NATIONAL.get(`${lower[number.to + 1]} ${syntax.lemma[number.to + 2]}`) ??
      NATIONAL.get(`${lower[number.to + 1]} ${name}`)
    const own = lower[number.to + 1] === 'us' || lower[number.to + 1] === 'u.s.' ? 'USD' : null
    return money(syntax, national ?? own, number, number.first, number.to + 2)
  }
  if (
    behind !== undefined &&
    syntax.upos[number.to + 1] !== Upos.VERB &&
    behindIsMoney(lower[number.to + 1] ?? '')
  )
    return money(syntax, behind, number, number.first, number.to + 1)
  return null
}

/** Hundredths, and of which currency, where the word alone tells. */
const MINOR: ReadonlyMap<string, string | null> = new Map([
  ['cent', null],
  ['cents', null],
  ['ct', null],
  ['cts', null],
  ['pence', 'GBP'],
  ['penny', 'GBP'],
])

/** The code of a currency named by a word, by its lemma or its form ("dlrs"). */
const currencyAt = (syntax: Syntax, cues: Cues, word: number): string | undefined =>
  cues.currencies.get(syntax.lemma[word] ?? '') ?? cues.currencies.get(syntax.lower[word] ?? '')

/** "HK" glued before a "$" that is a word of its own: a currency the table lacks, if the two together are not in it. */
function isForeign(syntax: Syntax, sign: number): boolean {
  const at = syntax.start[sign] as number
  return (
    syntax.lower[sign] === '$' &&
    /[A-Za-z]/.test(syntax.document.text[at - 1] ?? ' ') &&
    syntax.end[sign - 1] === at
  )
}

const CODES = new Set(['us$', 'usd', 'eur', 'gbp', 'jpy', 'cny', 'rmb', 'chf', 'cad', 'aud', 'inr', 'rs'])
const NAMES_THAT_ARE_OTHER_WORDS = new Set([
  'won',
  'real',
  'mark',
  'rand',
  'try',
  'cad',
  'all',
  'dong',
  'inr',
  'php',
  'mad',
  'colon',
  'kip',
  'gel',
  'ron',
  'lei',
  'pula',
  'cordoba',
])
const behindIsMoney = (word: string): boolean => !NAMES_THAT_ARE_OTHER_WORDS.has(word) || word === 'won'
const isSign = (word: string): boolean => /[$€£¥₹₩₪₺₴₦₱฿]$/.test(word)

const NATIONAL: ReadonlyMap<string, string> = new Map([
  ['canadian dollar', 'CAD'],
  ['australian dollar', 'AUD'],
  ['singapore dollar', 'SGD'],
  ['taiwanese dollar', 'TWD'],
  ['american dollar', 'USD'],
  ['pakistani rupee', 'PKR'],
  ['indian rupee', 'INR'],
  ['lankan rupee', 'LKR'],
  ['nepali rupee', 'NPR'],
  ['swiss franc', 'CHF'],
  ['saudi riyal', 'SAR'],
  ['iranian rial', 'IRR'],
  ['omani rial', 'OMR'],
  ['turkish lira', 'TRY'],
  ['lebanese lira', 'LBP'],
  ['syrian lira', 'SYP'],
  ['russian rouble', 'RUB'],
  ['russian ruble', 'RUB'],
  ['korean won', 'KRW'],
  ['chinese yuan', 'CNY'],
  ['japanese yen', 'JPY'],
  ['mexican peso', 'MXN'],
  ['philippine peso', 'PHP'],
  ['argentine peso', 'ARS'],
  ['colombian peso', 'COP'],
  ['egyptian pound', 'EGP'],
  ['sudanese pound', 'SDG'],
  ['syrian pound', 'SYP'],
  ['lebanese pound', 'LBP'],
  ['british pound', 'GBP'],
  ['iraqi dinar', 'IQD'],
  ['kuwaiti dinar', 'KWD'],
  ['kenyan shilling', 'KES'],
])

const money = (
  syntax: Syntax,
  unit: string | null,
  number: ReadNumber,
  first: number,
  last: number,
): Measured => ({
  measure: 'money',
  unit,
  factor: 1,
  thing: -1,
  governor: syntax.head[number.to] as number,
  first,
  last: Math.max(last, number.last),
})

/** Counted things and people, by the noun and by what happens to it. */
function countOf(syntax: Syntax, cues: Cues, number: ReadNumber): Measured | null {
  const label = syntax.lower[number.first - 1] ?? ''
  const above = syntax.head[number.to] as number
  if (LABELS.has(label) || (above >= 0 && above < number.first && syntax.deprel[number.to] === Deprel.nummod))
    return null
  if (isCompound(syntax, number)) return null
  const percent = cues.measures.get(syntax.lower[number.to + 1] ?? '')?.measure === 'share'
  const thing = percent ? number.to + 1 : countedThing(syntax, number)
  const top = thing >= 0 ? thing : number.to
  const verb = governorOf(syntax, top)
  const said = thing >= 0 ? measureAt(syntax, cues, thing, verb) : undefined
  const fate = verb >= 0 ? fateOf(syntax, cues, top, verb) : null
  const near = fate ?? adjectiveOf(syntax, cues, number, thing)
  const measure = chooseMeasure(said, near, syntax, cues, number, thing)
  if (measure === null) return null
  const small = number.low <= 1 && number.high <= 1
  if (small && near === null && said?.measure !== 'share') return null
  const last = Math.max(number.last, thing >= 0 && thing - number.last < 8 ? thing : number.last)
  return {
    measure,
    unit: thing >= 0 ? unitOf(syntax, thing) : null,
    factor: 1,
    thing,
    governor: verb >= 0 ? verb : top,
    first: Math.min(number.first, last),
    last,
  }
}

/** "three-for-two", "two-bit", "40 of the fourth volume": numbers inside other words. */
function isCompound({ lower, upos }: Syntax, { to, from }: ReadNumber): boolean {
  const next = lower[to + 2] ?? ''
  if (lower[to + 1] === '-' && (next === 'for' || next === 'bit' || next === 'strong'))
    return next !== 'strong'
  if (lower[from - 1] === '-' && lower[from - 2] === 'for') return true
  return (
    lower[to + 1] === 'of' &&
    lower[to + 2] === 'the' &&
    upos[to + 3] === Upos.ADJ &&
    /(th|rst|nd|rd)$/.test(lower[to + 3] ?? '')
  )
}

/** What a counted noun measures; lives are deaths only where they are lost ("claimed 12 lives", not "life insurance"). */
function measureAt(syntax: Syntax, cues: Cues, thing: number, verb: number) {
  const lemma = syntax.lemma[thing] as string
  if (syntax.lower[thing - 1] === 'cubic') return CUBIC
  if (syntax.lower[thing - 1] === 'square') return SQUARE
  if (lemma === 'life' && !(verb >= 0 && LOSING.has(syntax.lemma[verb] as string))) return undefined
  return cues.measures.get(lemma) ?? cues.measures.get(syntax.lower[thing] as string)
}

const CUBIC = { measure: 'volume', by: 'thing', words: '' } as const
const SQUARE = { measure: 'area', by: 'thing', words: '' } as const
const LOSING = new Set(['lose', 'claim', 'take', 'cost'])

/** Words that a number names one of: "Section 194", "Resolution 2254". */
const LABELS = new Set(
  `section article chapter page no no. number resolution level phase room flight paragraph rule act bill group channel
   route highway gate unit division title volume part table figure version top`.split(/\s+/),
)

/** Measured, but no count of anything. */
const NO_COUNT = new Set([
  'magnitude',
  'degree',
  'point',
  'storey',
  'story',
  'time',
  'pm',
  'am',
  'p.m.',
  'a.m.',
  'gmt',
  'storeys',
  'th',
])

function chooseMeasure(
  said: ReturnType<Cues['measures']['get']>,
  near: string | null,
  syntax: Syntax,
  cues: Cues,
  number: ReadNumber,
  thing: number,
): string | null {
  if (said?.measure === 'duration') return null
  if (near !== null && (said === undefined || OF_PEOPLE.has(said.measure))) return near
  if (said && said.by !== 'verb') return said.measure
  const toll = tollOf(syntax, cues, number)
  if (toll !== null) return toll
  const counts =
    thing >= 0 && syntax.upos[thing] === Upos.NOUN && thing > number.to && Number.isInteger(number.low)
  if (counts && !NO_COUNT.has(syntax.lemma[thing] as string)) return 'count'
  return near
}

const OF_PEOPLE = new Set([
  'people',
  'troops',
  'participants',
  'victims',
  'casualties',
  'displaced',
  'arrested',
  'parties',
  'deaths',
])

/** Whether a preposition or verb stands between a number and its noun: "payable April two to holders" counts no holders. */
function crosses(syntax: Syntax, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const upos = syntax.upos[i]
    if (upos === Upos.ADP || upos === Upos.VERB || upos === Upos.AUX || upos === Upos.SCONJ) {
      const inside = (syntax.left[to] as number) <= i && syntax.head[i] !== to
      if (!inside) return true
    }
  }
  return false
}

/** The noun that the number stands to: its head by nummod, or behind "of" ("dozens of villagers"). */
function countedThing(syntax: Syntax, number: ReadNumber): number {
  for (let i = number.to; i >= number.from; i--) {
    const head = syntax.head[i] as number
    if (
      syntax.deprel[i] === Deprel.nummod &&
      head > number.to &&
      syntax.sentence[head] === syntax.sentence[i] &&
      !crosses(syntax, number.last + 1, head)
    )
      return head
  }
  const after = number.last + 1
  if (syntax.lower[after] === 'of' && syntax.sentence[after] === syntax.sentence[number.to]) {
    const of = syntax.head[after] as number
    if (of > after) return of
  }
  const next = syntax.upos[number.last + 1]
  if (number.low !== number.high || syntax.deprel[number.to] === Deprel.compound) {
    if (next === Upos.NOUN && syntax.sentence[number.last + 1] === syntax.sentence[number.to])
      return number.last + 1
  }
  return ABBREVIATED.has(syntax.lower[after] as string) ? after : -1
}

/** Units that right after a number are its unit, whatever the tree says. */
const ABBREVIATED: ReadonlySet<string> = new Set(['%', 'pct', 'bpd', 'km', 'kg'])

const unitOf = (syntax: Syntax, thing: number): string => {
  const lemma = syntax.lemma[thing] as string
  return UNITS.get(syntax.lower[thing] as string) ?? UNITS.get(lemma) ?? lemma
}

/** Units by other names. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['person', 'people'],
  ['%', 'percent'],
  ['pct', 'percent'],
  ['bpd', 'barrels per day'],
  ['km', 'kilometre'],
  ['kilometer', 'kilometre'],
  ['meter', 'metre'],
  ['kg', 'kilogram'],
  ['kilo', 'kilogram'],
])

/** The verb above a noun, through "dozens of" and conjunctions. */
function governorOf(syntax: Syntax, word: number): number {
  for (let w = word, n = 0; w >= 0 && n < 5; n++) {
    const up = syntax.head[w] as number
    if (up < 0) return syntax.upos[w] === Upos.VERB ? w : -1
    const upos = syntax.upos[up]
    if (upos === Upos.VERB) return up
    const relation = syntax.deprel[w]
    if (
      relation !== Deprel.conj &&
      relation !== Deprel.nmod &&
      relation !== Deprel.nummod &&
      relation !== Deprel.obj
    )
      return -1
    w = up
  }
  return -1
}

const PATIENTS: readonly number[] = [
  Deprel.obj,
  Deprel['nsubj:pass'],
  Deprel.conj,
  Deprel.nmod,
  Deprel.nummod,
]
/** Verbs whose subject suffers or does what is counted. */
const OF_SUBJECT = new Set([
  'die',
  'drown',
  'perish',
  'flee',
  'attend',
  'march',
  'demonstrate',
  'protest',
  'rally',
  'gather',
])

function fateOf(syntax: Syntax, cues: Cues, top: number, verb: number): string | null {
  const row =
    cues.measures.get(syntax.lemma[verb] as string) ?? cues.measures.get(syntax.lower[verb] as string)
  if (row?.by !== 'verb') return null
  const relation = syntax.deprel[top] as number
  if (OF_SUBJECT.has(syntax.lemma[verb] as string) || syntax.lower[verb] === 'fled')
    return relation === Deprel.nsubj || relation === Deprel.conj || relation === Deprel['nsubj:pass']
      ? row.measure
      : null
  if (PATIENTS.includes(relation) || isBare(syntax, top)) return row.measure
  // "12 killed in blast": headlines leave the auxiliary out, and the tree often takes the counted for the subject.
  const participle =
    (syntax.lower[verb] as string).endsWith('ed') ||
    syntax.lower[verb] === 'hurt' ||
    syntax.lower[verb] === 'slain'
  return relation === Deprel.nsubj && participle && verb - top === 1 ? row.measure : null
}

/** "killed at least 12": the tree takes "at" for the preposition of what is killed. */
function isBare(syntax: Syntax, top: number): boolean {
  const first = syntax.left[top] as number
  return (
    syntax.deprel[top] === Deprel.obl &&
    syntax.lower[first] === 'at' &&
    (syntax.lower[first + 1] === 'least' || syntax.lower[first + 1] === 'most')
  )
}

/** "12 dead", "200 wounded", "left 12 people dead", "30 missing". */
function adjectiveOf(syntax: Syntax, cues: Cues, number: ReadNumber, thing: number): string | null {
  const from = (thing >= 0 ? thing : number.last) + 1
  for (let i = from; i < from + 2 && i < syntax.length; i++) {
    if (syntax.sentence[i] !== syntax.sentence[number.to]) return null
    const word = syntax.lower[i] as string
    if (word === 'dead' || word === 'killed') return 'deaths'
    if (word === 'wounded' || word === 'injured') return 'injured'
    if (word === 'missing' || word === 'unaccounted') return 'missing'
    if (word === 'arrested' || word === 'detained') return 'arrested'
    if (word === 'displaced' || word === 'homeless') return 'displaced'
    if (word !== 'were' && word !== 'others' && word !== 'are' && word !== 'was') return null
    if (cues.measures.size === 0) return null
  }
  return null
}

/** "the death toll rose to 45", "put the number of dead at 12". */
function tollOf(syntax: Syntax, cues: Cues, number: ReadNumber): string | null {
  const verb = governorOf(syntax, number.to)
  const relation = syntax.deprel[number.to]
  if (verb < 0 && relation !== Deprel.root) return null
  const top = verb >= 0 ? verb : number.to
  for (let k = syntax.firstChild[top] as number; k >= 0; k = syntax.nextSibling[k] as number) {
    const lemma = syntax.lemma[k] as string
    if (lemma === 'toll') return syntax.lower[k - 1] === 'injury' ? 'injured' : 'deaths'
    if (lemma === 'number')
      for (let g = syntax.firstChild[k] as number; g >= 0; g = syntax.nextSibling[g] as number) {
        const row = cues.measures.get(syntax.lemma[g] as string)
        if (row) return row.measure
      }
  }
  return null
}
