import type { Source } from '../document.ts'
import type { ReadHints, Reading } from './reading.ts'

/** Fills in from the hints what the input lacks. */
export function fillIn(item: Reading, hints: ReadHints): Reading {
  if (item.kind === 'refusal') return item
  const { source } = item
  const filled: Source = {
    ...source,
    published: source.published ?? hints.published ?? null,
    source: source.source ?? hints.source ?? null,
    url: source.url ?? hints.url ?? null,
    externalId: source.externalId ?? hints.externalId ?? null,
    ...(hints.language ? { languageOverride: hints.language } : {}),
  }
  return { ...item, source: filled }
}
