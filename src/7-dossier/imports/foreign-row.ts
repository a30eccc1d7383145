import { createHash } from 'node:crypto'
import type { ForeignSet, Party } from '#archive'

/** A row that is not what its data set's rows are; the message says what was expected. */
export class UnreadableRow extends Error {}

/** The id of a row: its data set, its own id, and a digest, because data sets give one id to several rows. */
export function rowId(set: ForeignSet, foreignId: string, line: string): string {
  return `${set}.${foreignId.slice(0, 100)}.${createHash('sha256').update(line).digest('hex').slice(0, 12)}`
}

/** A day as ISO 8601, out of `2013-07-02` or `20130702`. */
export function dayOf(text: string): string {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})(?:$|[T ])/.exec(text.trim()) ?? []
  if (year === undefined)
    throw new UnreadableRow(`a day like 2013-07-02 was expected, not ${JSON.stringify(text.slice(0, 40))}`)
  return `${year}-${month}-${day}`
}

/** A cell; null where it is empty or says that it is. */
export function cellOf(cells: readonly string[], at: number): string | null {
  const text = cells[at]?.trim() ?? ''
  return text === '' || text === 'None' || text === 'NULL' || text === 'NA' || text === '---' ? null : text
}

export function numberOf(text: string | null): number | null {
  if (text === null) return null
  const number = Number(text)
  return Number.isFinite(number) ? number : null
}

/** A party of another data set, known by its country, else by its name. */
export function foreignParty(
  name: string | null,
  country: string | null,
  sector: string | null,
): Party | null {
  if (name === null && country === null) return null
  return { entity: country ?? `foreign/${name}`, name: name ?? country, country, sector }
}
