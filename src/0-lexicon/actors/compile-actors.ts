import { writeParts } from '../parts.ts'
import { ACTORS_MAGIC, CASE, FORM } from './actor-lexicon.ts'
import type { ActorRow } from './actor-row.ts'
import { actorWords } from './actor-words.ts'
import { surnamesOf, variantsOf } from './name-forms.ts'
import { buildTrie } from './trie.ts'

/** Offices whose holders news calls by the surname alone. */
const PROMINENT = new Set(
  'head-of-state head-of-government chancellor vice-president foreign defence finance interior national-security secretary-general director-general spokesperson opposition-leader rebel-leader deputy-foreign leader un-rapporteur ambassador negotiator trade'.split(
    ' ',
  ),
)
/** Offices whose holder can be asked for by country and date. */
const ASKED = new Set(
  'head-of-state head-of-government chancellor vice-president foreign defence finance interior justice secretary-general first-lady'.split(
    ' ',
  ),
)

/** The office of rows that may give a surname alone (lexicon/actors/leaders.tsv). */
const SURNAMES_ONLY = 'head of state or government'

interface Entry {
  readonly row: ActorRow
  readonly rows: ActorRow[]
}

/** Compiles reviewed rows into the bytes of `models/actors.bin`; the same rows give the same bytes. */
export function compileActors(rows: readonly ActorRow[], roleRows: readonly ActorRow[] = rows): Uint8Array {
  const entries = gather(rows)
  const kindOf = officeKinds(roleRows)
  const holders = new Map<string, number[]>()
  const lines = entries.map((entry, number) => lineOf(entry, kindOf, (key) => push(holders, key, number)))
  const names: { words: readonly string[]; value: number }[] = []
  entries.forEach((entry, number) => {
    addNames(entry, kindOf, (words, casing, form) =>
      names.push({ words, value: number * 16 + casing * 4 + form }),
    )
  })
  const holding = [...holders].map(([key, numbers]) => `${key}\t${[...new Set(numbers)].join(' ')}`).sort()
  return writeParts(ACTORS_MAGIC, {
    ...buildTrie(names),
    lines: lines.join('\n'),
    holders: holding.join('\n'),
  })
}

function gather(rows: readonly ActorRow[]): readonly Entry[] {
  const byId = new Map<string, Entry>()
  for (const row of rows) {
    const key = `${row.kind} ${row.id}`
    const entry = byId.get(key)
    if (!entry) byId.set(key, { row, rows: [row] })
    else {
      // A later row for the same office overrides the earlier one.
      const same = entry.rows.findIndex(
        (old) => old.role === row.role && sameStart(old.start, row.start) && row.kind === 'person',
      )
      if (same >= 0) entry.rows[same] = row
      else entry.rows.push(row)
    }
  }
  return [...byId.values()]
}

const sameStart = (a: string | null, b: string | null) =>
  a === b || (a !== null && b !== null && a.slice(0, 7) === b.slice(0, 7))

/** Class of an office: the role row whose name fits the whole title, else the longest that stands in it. */
function officeKinds(rows: readonly ActorRow[]): (role: string) => string {
  const kinds = new Map<string, string>()
  for (const { kind, id, name, aliases } of rows)
    if (kind === 'role') for (const title of [name, ...aliases]) kinds.set(actorWords(title).join(' '), id)
  return (role) => {
    const words = actorWords(role)
    const whole = kinds.get(words.join(' '))
    if (whole) return whole
    if (/president of the .*(assembly|senate|chamber|parliament|council|court|congress)/i.test(role))
      return 'speaker'
    const to = words.indexOf('to')
    const head = to > 0 ? words.slice(0, to) : words
    const found = longestTitle(head, kinds)
    if (!found) return 'official'
    // "Private Secretary of the Prime Minister" is no prime minister.
    return found.from > 0 && ASKED.has(found.kind) && !/^(acting|interim|federal|union)$/.test(head[0] ?? '')
      ? 'official'
      : found.kind
  }
}

function longestTitle(words: readonly string[], kinds: ReadonlyMap<string, string>) {
  for (let length = words.length; length > 0; length--)
    for (let from = 0; from + length <= words.length; from++) {
      const kind = kinds.get(words.slice(from, from + length).join(' '))
      if (kind) return { kind, from }
    }
  return null
}
function lineOf({ row, rows }: Entry, kindOf: (role: string) => string, hold: (key: string) => void): string {
  const offices = rows.flatMap(({ role, country, sectors, start, end }) => {
    if (role === null || row.kind !== 'person') return []
    const kind = kindOf(role)
    if (ASKED.has(kind)) hold(`${kind}|${country ?? ''}`)
    return [[role, kind, country ?? '', sectors.join(' '), start ?? '', end ?? ''].join('\u0002')]
  })
  const gender = rows.find((one) => one.gender !== null)?.gender ?? ''
  const country =
    row.kind === 'person' ? (rows.find((one) => one.country !== null)?.country ?? '') : (row.country ?? '')
  return [row.kind, row.id, row.name, country, row.sectors.join(' '), gender, offices.join('\u0001')].join(
    '\t',
  )
}

function addNames(
  { row, rows }: Entry,
  kindOf: (role: string) => string,
  add: (words: readonly string[], casing: number, form: number) => void,
): void {
  const seen = new Set<string>()
  const put = (words: readonly string[], casing: number, form: number) => {
    const key = words.join(' ')
    if (words.length === 0 || words.length > 12 || seen.has(key)) return
    seen.add(key)
    add(words, casing, form)
  }
  const free = row.kind === 'role' || row.kind === 'noun'
  for (const name of new Set(rows.flatMap((one) => [one.name, ...one.aliases]))) {
    const casing = free && !/^\p{Lu}{2}/u.test(name) ? CASE.any : casingOf(name)
    // A list that gives surnames alone names nobody in full.
    put(
      actorWords(name),
      casing,
      row.role === SURNAMES_ONLY && !name.includes(' ') ? FORM.surname : FORM.name,
    )
    if (free) for (const plural of pluralsOf(name)) put(actorWords(plural), casing, FORM.name)
    if (row.kind === 'person') for (const words of variantsOf(name)) put(words, CASE.capital, FORM.variant)
  }
  if (row.kind !== 'person') return
  const own = rows.some((one) => one.role !== null && PROMINENT.has(kindOf(one.role)))
  const countries = rows.map((one) => one.country)
  if (own)
    for (const words of rows
      .flatMap((one) => [one.name, ...one.aliases])
      .flatMap((name) => surnamesOf(name, countries)))
      put(words, CASE.capital, FORM.surname)
}

function casingOf(name: string): number {
  const letters = name.replace(/[^\p{L}]/gu, '')
  if (letters.length <= 7 && !name.includes(' ') && letters === letters.toUpperCase()) return CASE.capitals
  return /^[\p{Lu}\d]/u.test(name) || /^al-/u.test(name) ? CASE.capital : CASE.any
}

/** "security service" → "security services"; "minister of defence" → "ministers of defence". */
function pluralsOf(name: string): readonly string[] {
  if (name.length < 4 && !name.endsWith('mp')) return []
  const [head, rest] = / (of|for|to) /.test(name)
    ? [name.slice(0, name.search(/ (of|for|to) /)), name.slice(name.search(/ (of|for|to) /))]
    : [name, '']
  if (/[^aeiou]y$/.test(head)) return [`${head.slice(0, -1)}ies${rest}`]
  if (/(s|x|ch|sh)$/.test(head)) return [`${head}es${rest}`]
  if (/man$/.test(head)) return [`${head.slice(0, -3)}men${rest}`]
  return [`${head}s${rest}`]
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
