import type { ActRow } from './act-row.ts'
import { WORD_CLASSES } from './word-classes.ts'

/** A row made ready for matching. */
export interface CompiledRow {
  readonly row: ActRow
  /** Number of the row's name, for hashing. */
  readonly hash: number
  readonly actorSlots: readonly string[]
  readonly recipientSlots: readonly string[]
  /** All found are parties. */
  readonly reciprocal: boolean
  readonly objects: ReadonlySet<string> | null
  readonly without: ReadonlySet<string> | null
  readonly modifiers: ReadonlySet<string> | null
  /** Null: none asked; empty: any clause. */
  readonly complement: ReadonlySet<string> | null
  /** The complement must be an infinitive. */
  readonly infinitive: boolean
  /** Preposition to the lemmas it must govern (null: any). */
  readonly preps: ReadonlyMap<string, ReadonlySet<string> | null> | null
  readonly actorIs: ReadonlySet<string> | null
  readonly recipientIs: ReadonlySet<string> | null
  readonly notWith: ReadonlySet<string> | null
  readonly weight: number
}

/** Splits a list of lemmas. */
export const lemmas = (list: string): readonly string[] => list.split(/\s+/).filter(Boolean)

/** Compiles a row; throws on a frame or class that does not exist: rows are code. */
export function compileRow(row: ActRow): CompiledRow {
  const reciprocal = row.frame.includes('&')
  const [actors = '', recipients = ''] = row.frame.split(reciprocal ? '&' : '>')
  const slots = (side: string) => side.split('|').flatMap((slot) => slot.trim() || [])
  return Object.freeze({
    row,
    hash: hashOf(row.id),
    actorSlots: slots(actors),
    recipientSlots: slots(recipients),
    reciprocal,
    objects: wordSet(row.objects),
    without: wordSet(row.without),
    modifiers: wordSet(row.modifiers),
    complement:
      row.complement === '*' || row.complement === 'to' ? new Set<string>() : wordSet(row.complement),
    infinitive: row.complement === 'to',
    preps: row.preps ? prepositions(row.preps) : null,
    actorIs: row.actorIs ? new Set(lemmas(row.actorIs)) : null,
    recipientIs: row.recipientIs ? new Set(lemmas(row.recipientIs)) : null,
    notWith: wordSet(row.notWith),
    weight: row.weight ?? 0.75,
  })
}

function wordSet(list: string | undefined): ReadonlySet<string> | null {
  if (!list) return null
  const words = lemmas(list).flatMap((word) => {
    if (!word.startsWith('@')) return word
    const members = WORD_CLASSES[word.slice(1)]
    if (members === undefined) throw new Error(`no such class of words: ${word}`)
    return lemmas(members)
  })
  return new Set(words)
}

/** Reads "for:talk|visit on". */
function prepositions(list: string): ReadonlyMap<string, ReadonlySet<string> | null> {
  return new Map(
    lemmas(list).map((entry) => {
      const [preposition = '', governed] = entry.split(':')
      return [preposition, governed ? new Set(governed.split('|')) : null] as const
    }),
  )
}

/** FNV-1a over UTF-16 code units. */
function hashOf(name: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193)
  return h
}
