import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { COMMITMENT_CUES, type CommitmentCue } from './commitment-cues.ts'
import { CURRENCIES, MEASURES, type MeasureRow } from './measures.ts'
import { SPEECH_CUES, type SpeechKind } from './speech-cues.ts'
import { STANCE_CUES, type StanceCue } from './stance-cues.ts'
import { openStatementModels, type StatementModels } from './statement-models.ts'

export type { CommitmentCue, CommitmentStrength } from './commitment-cues.ts'
export { TYPE_OF_ACT } from './commitment-cues.ts'
export type { MeasureRow } from './measures.ts'
export type { SpeechKind } from './speech-cues.ts'
export type { StanceCue, StanceName } from './stance-cues.ts'
export { LIGHT_VERBS } from './stance-cues.ts'
export { type HashedTable, type StatementModels, writeStatementModels } from './statement-models.ts'

/** Words of speech and thought. */
export interface SpeechWords {
  /** Kinds of speech a word brings: "warn" → warning; nouns as "warning/n", adjectives as "critical/a", adverbs as "reportedly/r". */
  readonly speech: ReadonlyMap<string, readonly SpeechKind[]>
  /** The kinds in the order of their rows. */
  readonly speechKinds: readonly SpeechKind[]
}

/** Cues of speech, stance and commitment and words of measure, by the lemmas they need. */
export interface Cues extends SpeechWords {
  /** `sha256:…` of all rows and tables. */
  readonly hash: string
  /** Trained tables that decide what is a cue and what hangs on it. */
  readonly statementModels: StatementModels
  readonly stance: ReadonlyMap<string, readonly StanceCue[]>
  readonly commitment: ReadonlyMap<string, readonly CommitmentCue[]>
  /** Measure by the lemma of what is counted ("troop" → troops) or of the verb that counts it ("kill" → deaths). */
  readonly measures: ReadonlyMap<string, MeasureRow>
  /** ISO 4217 code by sign, name or code, lower case. */
  readonly currencies: ReadonlyMap<string, string>
}

/** Opens the rows that stand in the code, and the trained tables of `models/statements.bin`. */
export function openCues(statements: Uint8Array): Cues {
  const rows = JSON.stringify([SPEECH_CUES, STANCE_CUES, COMMITMENT_CUES, MEASURES, CURRENCIES])
  return Object.freeze({
    hash: `sha256:${bytesToHex(sha256.create().update(utf8ToBytes(rows)).update(statements).digest())}`,
    ...openSpeechWords(),
    statementModels: openStatementModels(statements),
    stance: byLemma(STANCE_CUES),
    commitment: byLemma(COMMITMENT_CUES),
    measures: new Map(MEASURES.flatMap((row) => words(row.words).map((word) => [word, row] as const))),
    currencies: new Map(
      CURRENCIES.flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)),
    ),
  })
}

/** The words alone, for training the tables. */
export const openSpeechWords = (): SpeechWords => ({
  speech: speechByWord(),
  speechKinds: Object.freeze(Object.keys(SPEECH_CUES) as SpeechKind[]),
})

const words = (list: string): readonly string[] => list.split(/\s+/).filter(Boolean)

function speechByWord(): ReadonlyMap<string, readonly SpeechKind[]> {
  const out = new Map<string, SpeechKind[]>()
  for (const kind of Object.keys(SPEECH_CUES) as SpeechKind[])
    for (const word of words(SPEECH_CUES[kind])) {
      const kinds = out.get(word)
      if (!kinds) out.set(word, [kind])
      else if (!kinds.includes(kind)) kinds.push(kind)
    }
  return out
}

function byLemma<Row extends { readonly lemma: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const out = new Map<string, Row[]>()
  for (const row of rows) {
    const same = out.get(row.lemma)
    if (same) same.push(row)
    else out.set(row.lemma, [row])
  }
  return out
}
