import type { ActorEntry, ActorLexicon, Office } from './actor-lexicon.ts'
import { actorWords } from './actor-words.ts'
import { entryAt } from './open-actors.ts'

/** Offices by weight: who is both president and party leader is spoken of as president. */
const WEIGHT: readonly string[] = [
  'head-of-state',
  'head-of-government',
  'chancellor',
  'secretary-general',
  'foreign',
  'defence',
  'finance',
  'interior',
  'vice-president',
  'director-general',
  'deputy-head',
  'national-security',
  'justice',
]

/** Whether the office was held on the day (ISO date, month or year; the less exact of the two decides). */
export function heldOn(office: Office, date: string): boolean {
  const { start, end } = office
  return (start === null || upTo(start, date)) && (end === null || upTo(date, end))
}

const upTo = (a: string, b: string) => {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) <= b.slice(0, length)
}

/** The weightiest office of an entry on a day, null when it held none. */
export function officeOn(entry: ActorEntry, date: string): Office | null {
  return heaviest(entry.offices.filter((office) => heldOn(office, date)))
}

/** The weightiest of several offices; among equals the one that began last. */
export function heaviest(offices: readonly Office[]): Office | null {
  let best: Office | null = null
  for (const office of offices)
    if (
      best === null ||
      weighs(office) < weighs(best) ||
      (weighs(office) === weighs(best) && (office.start ?? '') >= (best.start ?? ''))
    )
      best = office
  return best
}

/** Rank of an office, less is weightier. */
export function weighs(office: Office): number {
  const at = WEIGHT.indexOf(office.kind)
  return at < 0 ? WEIGHT.length + (office.kind === 'official' ? 1 : 0) : at
}

/** The office that a person (id, or name in full) held on a day; null when unknown or none. */
export function officeOf(lexicon: ActorLexicon, person: string, date: string): Office | null {
  return heaviest(officesOf(lexicon, person, date))
}

/** All offices that a person (id, or name in full) held on a day. */
export function officesOf(lexicon: ActorLexicon, person: string, date: string): readonly Office[] {
  return entriesNamed(lexicon, person).flatMap((entry) =>
    entry.offices.filter((office) => heldOn(office, date)),
  )
}

/** Who held an office ("foreign", "CHN") on a day. */
export function holderOf(
  lexicon: ActorLexicon,
  kind: string,
  country: string | null,
  date: string,
): ActorEntry | null {
  for (const table of lexicon.tables) {
    let best: ActorEntry | null = null
    let since = ''
    for (const number of (table.holders.get(`${kind}|${country ?? ''}`) ?? '').split(' ')) {
      if (number === '') continue
      const entry = entryAt(table, Number(number))
      const office = entry.offices.find(
        (one) => one.kind === kind && one.country === country && heldOn(one, date),
      )
      if (!office || (best !== null && (office.start ?? '') < since)) continue
      best = entry
      since = office.start ?? ''
    }
    if (best) return best
  }
  return null
}

function entriesNamed(lexicon: ActorLexicon, person: string): readonly ActorEntry[] {
  for (const table of lexicon.tables) {
    const number = table.numberOf.get(`person\t${person}`)
    if (number !== undefined) return [entryAt(table, number)]
    const node = walk(table, actorWords(person))
    if (node <= 0) continue
    const found: ActorEntry[] = []
    for (let i = table.payloadStart[node] as number; i < (table.payloadStart[node + 1] as number); i++) {
      const entry = entryAt(table, (table.payload[i] as number) >> 4)
      if (entry.kind === 'person' && ((table.payload[i] as number) & 3) < 2) found.push(entry)
    }
    if (found.length > 0) return found
  }
  return []
}

function walk(table: ActorLexicon['tables'][number], words: readonly string[]): number {
  let node = 0
  for (const word of words) {
    const key = table.words.get(word)
    if (key === undefined) return 0
    node = nextNode(table, node, key)
    if (node === 0) return 0
  }
  return node
}

/** The node under `node` along a word, 0 for none. */
export function nextNode(table: ActorLexicon['tables'][number], node: number, word: number): number {
  if (node === 0) return table.rootNode[word] as number
  let low = table.edgeStart[node] as number
  let high = (table.edgeStart[node + 1] as number) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = table.edgeWord[middle] as number
    if (at === word) return table.edgeNode[middle] as number
    if (at < word) low = middle + 1
    else high = middle - 1
  }
  return 0
}
