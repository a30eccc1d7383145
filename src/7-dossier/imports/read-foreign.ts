import type { ForeignEvent, ForeignSet } from '#archive'
import { UnreadableRow } from './foreign-row.ts'
import { readGdeltRow } from './read-gdelt-row.ts'
import { readIcewsRow } from './read-icews-row.ts'
import { readPolecatRow } from './read-polecat-row.ts'

/** The data sets that are read, and a column by which each one's header is known. */
const HEADERS: { readonly [S in ForeignSet]: string | null } = {
  polecat: 'Primary Actor Sector',
  icews: 'CAMEO Code',
  gdelt: null,
}

/** A line that was read, or why it was not. */
export type ForeignLine =
  | { readonly kind: 'event'; readonly event: ForeignEvent }
  | { readonly kind: 'refused'; readonly line: number; readonly reason: string }

/** Events of a data set out of the lines of a file, a line at a time. */
export async function* readForeign(
  set: ForeignSet,
  lines: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<ForeignLine> {
  const mark = HEADERS[set]
  let header: readonly string[] | null = null
  let number = 0
  for await (const text of lines) {
    number++
    const line = (number === 1 ? text.replace(/^\uFEFF/, '') : text).replace(/\r$/, '')
    if (line.trim() === '') continue
    if (mark !== null && header === null) {
      header = line.split('\t').map((name) => name.trim().replace(/^"|"$/g, ''))
      if (header.includes(mark)) continue
      yield {
        kind: 'refused',
        line: number,
        reason: `a header with a column "${mark}" was expected in front`,
      }
      return
    }
    try {
      yield { kind: 'event', event: readRow(set, line, header ?? []) }
    } catch (error) {
      if (!(error instanceof UnreadableRow)) throw error
      yield { kind: 'refused', line: number, reason: error.message }
    }
  }
}

function readRow(set: ForeignSet, line: string, header: readonly string[]): ForeignEvent {
  switch (set) {
    case 'polecat':
      return readPolecatRow(line, header)
    case 'icews':
      return readIcewsRow(line, header)
    case 'gdelt':
      return readGdeltRow(line)
  }
}
