import type { Record } from '#record'
import type { Driver, Row } from './driver.ts'

/** Documents that are versions of one item, as their publisher names it. */
export interface ItemVersions {
  /** The version that counts, if it is another than the one that came: that one is history from the beginning. */
  readonly newer: Row | null
  /** The versions that the one that came takes the place of. */
  readonly older: readonly Row[]
}

/** What of a version its document's row holds: the item, unique across sources, and the version's number. */
export function itemColumns({ document: { source, edition } }: Record) {
  const item = edition?.item ?? null
  return {
    item: item === null ? null : JSON.stringify([source, item]),
    version: edition?.version ?? null,
  }
}

/** The other versions of a record's item that the archive has, apart by which of the two is the newer one. */
export function versionsOf(driver: Driver, record: Record): ItemVersions {
  const own = itemColumns(record)
  if (own.item === null) return { newer: null, older: [] }
  const others = driver
    .prepare('select * from document where item = ? and id <> ? and replaced_by is null order by arrival')
    .all([own.item, record.document.id])
  const came = { version: own.version, published: record.document.published }
  const newer = others.find((row) => isNewer(row, came)) ?? null
  return { newer, older: newer === null ? others : [] }
}

interface Stamped {
  readonly version?: Row[string]
  readonly published?: Row[string]
}

/** By number where both are numbered, else by date; of equals the one that came later is the newer one. */
function isNewer(stored: Stamped, came: Stamped): boolean {
  const [a, b] = [stored.version ?? null, came.version ?? null]
  if (a !== null && b !== null && a !== b) return Number(a) > Number(b)
  return instantOf(stored.published) > instantOf(came.published)
}

/** Milliseconds since 1970; what has no date is older than all. */
function instantOf(published: unknown): number {
  if (typeof published !== 'string') return Number.NEGATIVE_INFINITY
  const zoned = /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(published) || !published.includes('T')
  const instant = Date.parse(zoned ? published : `${published}Z`)
  return Number.isNaN(instant) ? Number.NEGATIVE_INFINITY : instant
}
