import { type ActorLexicon, type ActorTable, actorWords, CASE, nextNode } from '#lexicon'
import type { Syntax } from '#syntax'

/** A name of the lexicon found in the text: words [first, last] and what they may mean. */
export interface NameMatch {
  readonly first: number
  readonly last: number
  readonly table: ActorTable
  /** Payloads of the trie: entry * 16 + case * 4 + form. */
  readonly payloads: readonly number[]
}

/** The longest names of the lexicon from left to right, not overlapping, and for each word the number of its match or -1. */
export interface NameMatches {
  readonly list: readonly NameMatch[]
  readonly at: Int32Array
}

const PLAIN = /^[a-z]+$/
const HYPHEN = /^[-‐‑–]$/

/** Finds names in linear time: no name has more than twelve words. */
export function matchNames(syntax: Syntax, lexicon: ActorLexicon): NameMatches {
  const list: NameMatch[] = []
  const at = new Int32Array(syntax.length).fill(-1)
  const interned = lexicon.tables.map((table) => internWords(syntax, table))
  for (let i = 0; i < syntax.length; ) {
    let best: NameMatch | null = null
    for (const units of interned) {
      const found = longestFrom(syntax, units, i)
      if (found && (best === null || found.last > best.last)) best = found
    }
    if (best) {
      at.fill(list.length, best.first, best.last + 1)
      list.push(best)
      i = best.last + 1
    } else i++
  }
  return { list, at }
}

interface Units {
  readonly table: ActorTable
  /** Interned number of each look-up word; -1 unknown, -2 a hyphen, which names may leave out. */
  readonly word: readonly number[]
  readonly token: readonly number[]
  /** First unit of each word. */
  readonly from: Int32Array
}

function internWords(syntax: Syntax, table: ActorTable): Units {
  const word: number[] = []
  const token: number[] = []
  const from = new Int32Array(syntax.length + 1)
  for (let i = 0; i < syntax.length; i++) {
    from[i] = word.length
    const lower = syntax.lower[i] as string
    if (PLAIN.test(lower)) {
      word.push(table.words.get(lower) ?? -1)
      token.push(i)
      continue
    }
    const parts = actorWords(lower)
    for (const part of parts) {
      word.push(table.words.get(part) ?? -1)
      token.push(i)
    }
    if (parts.length === 0) {
      word.push(HYPHEN.test(lower) ? -2 : -1)
      token.push(i)
    }
  }
  from[syntax.length] = word.length
  return { table, word, token, from }
}

function longestFrom(syntax: Syntax, { table, word, token, from }: Units, start: number): NameMatch | null {
  const begin = from[start] as number
  if ((word[begin] ?? -1) < 0) return null
  const sentence = syntax.sentence[start] as number
  const end = Math.min(from[syntax.sentenceStart[sentence + 1] as number] as number, begin + 24)
  let node = 0
  let best: NameMatch | null = null
  for (let u = begin; u < end; u++) {
    const key = word[u] as number
    if (key === -2 && u > begin) continue
    if (key < 0) break
    node = nextNode(table, node, key)
    if (node === 0) break
    const last = token[u] as number
    if (token[u + 1] === last) continue
    const payloads = fitting(syntax, table, node, start, last)
    if (payloads.length > 0) best = { first: start, last, table, payloads }
  }
  return best
}

const NONE: readonly number[] = []

function fitting(
  syntax: Syntax,
  table: ActorTable,
  node: number,
  first: number,
  last: number,
): readonly number[] {
  const low = table.payloadStart[node] as number
  const high = table.payloadStart[node + 1] as number
  if (low === high) return NONE
  const { text } = syntax.document
  const initial = isUpper(text.charCodeAt(syntax.start[first] as number))
  let out: number[] | null = null
  for (let i = low; i < high; i++) {
    const payload = table.payload[i] as number
    const casing = (payload >> 2) & 3
    if (
      casing === CASE.capital &&
      !initial &&
      !(syntax.lower[first] === 'al' || syntax.lower[first]?.startsWith('al-'))
    )
      continue
    if (
      casing === CASE.capitals &&
      !(initial && isCapitals(text.slice(syntax.start[first] as number, syntax.end[last] as number)))
    )
      continue
    if (out === null) out = [payload]
    else out.push(payload)
  }
  return out ?? NONE
}

const isUpper = (code: number) => (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code > 191
const isCapitals = (text: string) => text === text.toUpperCase()
