import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Context } from '../plover.ts'
import { ACCUSE } from './accuse.ts'
import type { ActRow } from './act-row.ts'
import { AGREE } from './agree.ts'
import { AID } from './aid.ts'
import { ASSAULT } from './assault.ts'
import { COERCE } from './coerce.ts'
import { type CompiledRow, compileRow, lemmas } from './compile-row.ts'
import { CONCEDE } from './concede.ts'
import { CONSULT } from './consult.ts'
import { CONTEXT_WORDS } from './contexts.ts'
import { COOPERATE } from './cooperate.ts'
import { MOBILIZE } from './mobilize.ts'
import { PROTEST } from './protest.ts'
import { REJECT } from './reject.ts'
import { REQUEST } from './request.ts'
import { RETREAT } from './retreat.ts'
import { SANCTION } from './sanction.ts'
import { SUPPORT } from './support.ts'
import { THREATEN } from './threaten.ts'
import { DOUBT_VERBS, FAIL_VERBS, PLAN_VERBS, SUPPORT_VERBS, WORD_CLASSES } from './word-classes.ts'

export type { ActRow } from './act-row.ts'
export type { CompiledRow } from './compile-row.ts'

/** All rows, in the order of PLOVER's types. */
export const ACT_ROWS: readonly ActRow[] = Object.freeze([
  ...AGREE,
  ...CONSULT,
  ...SUPPORT,
  ...CONCEDE,
  ...COOPERATE,
  ...AID,
  ...RETREAT,
  ...REQUEST,
  ...ACCUSE,
  ...REJECT,
  ...THREATEN,
  ...PROTEST,
  ...SANCTION,
  ...MOBILIZE,
  ...COERCE,
  ...ASSAULT,
])

export interface ContextCue {
  readonly context: Context
  /** One word is enough. */
  readonly strong: boolean
}

/** Act patterns as rows, indexed by lemma. */
export interface ActPatterns {
  /** `sha256:…` of all rows. */
  readonly hash: string
  readonly verbs: ReadonlyMap<string, readonly CompiledRow[]>
  readonly nouns: ReadonlyMap<string, readonly CompiledRow[]>
  readonly adjectives: ReadonlyMap<string, readonly CompiledRow[]>
  readonly contexts: ReadonlyMap<string, readonly ContextCue[]>
  readonly supportVerbs: ReadonlySet<string>
  readonly planVerbs: ReadonlySet<string>
  readonly failVerbs: ReadonlySet<string>
  readonly doubtVerbs: ReadonlySet<string>
  /** Every lemma of the word classes. */
  readonly classWords: ReadonlySet<string>
}

/** Opens the rows that stand in the code. */
export function openActPatterns(): ActPatterns {
  const compiled = ACT_ROWS.map(compileRow)
  return Object.freeze({
    hash: `sha256:${bytesToHex(sha256(utf8ToBytes(JSON.stringify([ACT_ROWS, CONTEXT_WORDS]))))}`,
    verbs: indexed(compiled, (row) => row.verbs),
    nouns: indexed(compiled, (row) => row.nouns),
    adjectives: indexed(compiled, (row) => row.adjectives),
    contexts: contextCues(),
    supportVerbs: new Set(lemmas(SUPPORT_VERBS)),
    planVerbs: new Set(lemmas(PLAN_VERBS)),
    failVerbs: new Set(lemmas(FAIL_VERBS)),
    doubtVerbs: new Set(lemmas(DOUBT_VERBS)),
    classWords: new Set(Object.values(WORD_CLASSES).flatMap(lemmas)),
  })
}

function indexed(
  rows: readonly CompiledRow[],
  wordsOf: (row: ActRow) => string | undefined,
): ReadonlyMap<string, readonly CompiledRow[]> {
  const index = new Map<string, CompiledRow[]>()
  for (const compiled of rows)
    for (const word of new Set(lemmas(wordsOf(compiled.row) ?? ''))) {
      const same = index.get(word)
      if (same) same.push(compiled)
      else index.set(word, [compiled])
    }
  return index
}

function contextCues(): ReadonlyMap<string, readonly ContextCue[]> {
  const index = new Map<string, ContextCue[]>()
  for (const [context, list] of Object.entries(CONTEXT_WORDS) as [Context, string][])
    for (const entry of lemmas(list)) {
      const strong = entry.endsWith('!')
      const word = strong ? entry.slice(0, -1) : entry
      const cues = index.get(word) ?? []
      cues.push({ context, strong })
      index.set(word, cues)
    }
  return index
}
