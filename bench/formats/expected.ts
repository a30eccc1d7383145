import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDocument, type Reading } from '#document'

/**
 * What a sample file holds, written down by hand: how many documents, how many refusals with the first reason, and of
 * the first document the headline's first words, the date, the language, the first and the last words of the text, the
 * number of its words (within a tenth), and what its publisher says of the version.
 */
export interface Expected {
  readonly file: string
  readonly documents: number
  readonly refused?: number
  readonly reason?: string
  readonly title?: string | null
  readonly published?: string | null
  readonly language?: string
  readonly begins?: string
  readonly ends?: string
  readonly words?: number
  readonly version?: number
  readonly status?: string
  readonly embargo?: string
  readonly subjects?: number
}

export function readExpected(): ReadonlyMap<string, Expected> {
  const lines = readFileSync(join(import.meta.dirname, 'expected.jsonl'), 'utf8')
    .trim()
    .split('\n')
  return new Map(lines.map((line) => JSON.parse(line) as Expected).map((row) => [row.file, row]))
}

/** The fields in which what was read differs from what is expected. */
export function differences(expected: Expected, items: readonly Reading[]): readonly string[] {
  const found = factsOf(items)
  const out: string[] = []
  const check = (name: keyof Expected, same: boolean) => {
    if (!same) out.push(`${name} is ${shown(found[name])}, not ${shown(expected[name])}`)
  }
  check('documents', found.documents === expected.documents)
  check('refused', found.refused === (expected.refused ?? 0))
  check('reason', expected.reason === undefined || found.reason === expected.reason)
  if (expected.documents === 0 || found.documents === 0) return out
  const starts = (whole: unknown, part: unknown) =>
    whole === part || (typeof whole === 'string' && whole.startsWith(String(part)))
  check('title', starts(found.title, expected.title))
  check('published', found.published === expected.published)
  check('language', found.language === expected.language)
  check('begins', starts(found.begins, expected.begins))
  check('ends', String(found.ends).endsWith(String(expected.ends)))
  check('words', Math.abs(Number(found.words) - Number(expected.words)) <= Number(expected.words) / 10)
  for (const name of ['version', 'status', 'embargo', 'subjects'] as const)
    check(name, (found[name] ?? null) === (expected[name] ?? null))
  return out
}

function shown(value: unknown): string {
  const words = JSON.stringify(value) ?? 'nothing'
  return words.length <= 90 ? words : `${words.slice(0, 40)} … ${words.slice(-40)}`
}

function factsOf(items: readonly Reading[]): { readonly [name in keyof Expected]?: unknown } {
  const [first] = items.flatMap((item) => (item.kind === 'source' ? [openDocument(item.source)] : []))
  const [refusal] = items.flatMap((item) => (item.kind === 'refusal' ? [item.reason] : []))
  const body = (first?.text.slice(first.title?.length ?? 0) ?? '').split(/\s+/).filter((word) => word !== '')
  const edition = first?.edition ?? null
  return {
    documents: items.filter(({ kind }) => kind === 'source').length,
    refused: items.filter(({ kind }) => kind === 'refusal').length,
    reason: refusal,
    title: first?.title?.split(/\s+/).join(' ') ?? null,
    published: first?.published,
    language: first?.language,
    begins: body.join(' '),
    ends: body.join(' '),
    words: body.length,
    version: edition?.version ?? undefined,
    status: edition && edition.status !== 'usable' ? edition.status : undefined,
    embargo: edition?.embargo ?? undefined,
    subjects: first?.subjects.length || undefined,
  }
}
