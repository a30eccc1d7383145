import type { Source } from '../document.ts'
import { readJsonl } from './read-jsonl.ts'
import { readText } from './read-text.ts'
import { type Format, type Reader, type ReadHints, type Reading, refusal } from './reading.ts'

const READERS: Readonly<Partial<Record<Format, Reader>>> = { text: readText, jsonl: readJsonl }

/** Finds the documents in some bytes of any known format. Never throws on any bytes: what it cannot read it refuses. */
export function* readSources(bytes: Uint8Array, hints: ReadHints = {}): Generator<Reading> {
  if (bytes.length === 0) {
    yield refusal('is empty')
    return
  }
  const text = new TextDecoder('utf-8').decode(bytes)
  const format = hints.format ?? (/^\s*\{/.test(text) ? 'jsonl' : 'text')
  const reader = READERS[format]
  if (!reader) yield refusal(`format ${format} cannot be read yet`)
  else for (const item of reader(text, hints)) yield item.kind === 'source' ? fill(item, hints) : item
}

/** Fills in from the hints what the input lacks. */
function fill(item: Reading & { kind: 'source' }, hints: ReadHints): Reading {
  const { source } = item
  const filled: Source = {
    ...source,
    published: source.published ?? hints.published ?? null,
    source: source.source ?? hints.source ?? null,
    url: source.url ?? hints.url ?? null,
    externalId: source.externalId ?? hints.externalId ?? null,
  }
  return { ...item, source: filled }
}
