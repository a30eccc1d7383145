import type { Archive, Filter, Party, PositionRow } from '#archive'

/** What somebody holds of one thing, over time. */
export interface PositionSeries {
  /** Entity or alpha-3 code of the holder, and its name. */
  readonly holder: string
  readonly holderName: string
  /** Toward whom or what: an actor, or the words of the proposition that came first. */
  readonly about: string
  /** Oldest first. */
  readonly positions: readonly PositionRow[]
  /** Where the holder moved: from one side to the other, the two positions side by side. */
  readonly changes: readonly PositionChange[]
}

export interface PositionChange {
  readonly day: string
  readonly from: PositionRow
  readonly to: PositionRow
  /** Why the two are held to be about the same, in plain words. */
  readonly why: string
}

/** On which side a stance stands; a demand or a denial is on neither. */
const SIDES: Readonly<Record<string, 1 | -1>> = {
  supports: 1,
  'is-open-to': 1,
  praises: 1,
  opposes: -1,
  rejects: -1,
  condemns: -1,
  concerned: -1,
}
/** Two propositions are about the same from this share of the shorter one's words on. */
const SAME_MATTER = 0.5
const MOST = 2000
const PAGE = 500

/**
 * Positions by holder and matter, over time. Two positions of a holder are about one matter when their propositions
 * share half of the words of the shorter; a change is where the side differs from that of the position before it on
 * the same matter. The newest 2,000 positions that the filter lets through are looked at.
 */
export async function positionsOverTime(
  archive: Archive,
  filter: Filter = {},
): Promise<readonly PositionSeries[]> {
  const rows: PositionRow[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<Archive['positions']>> = await archive.positions(filter, {
      limit: PAGE,
      cursor,
    })
    rows.push(...page.items)
    cursor = page.next
  } while (cursor !== null && rows.length < MOST)
  return seriesOf(rows.reverse())
}

/** Series out of positions, which must be in the order of time. */
export function seriesOf(rows: readonly PositionRow[]): PositionSeries[] {
  const open = new Map<string, Series[]>()
  for (const row of rows)
    for (const holder of row.holders) {
      const key = holder.country !== null && isState(holder) ? holder.country : holder.entity
      const list = open.get(key) ?? []
      open.set(key, list)
      const words = matterOf(row)
      const series = list.find((it) => alike(it.words, words).share >= SAME_MATTER)
      if (series) extend(series, row, words)
      else
        list.push({
          holder: key,
          holderName: holder.name ?? holder.entity,
          about: row.toward[0]?.name ?? row.proposition.text,
          words,
          positions: [row],
          changes: [],
        })
    }
  return [...open.values()]
    .flat()
    .map(({ words: _, ...series }) => series)
    .sort((a, b) => b.changes.length - a.changes.length || b.positions.length - a.positions.length)
}

interface Series {
  readonly holder: string
  readonly holderName: string
  readonly about: string
  words: ReadonlySet<string>
  readonly positions: PositionRow[]
  readonly changes: PositionChange[]
}

function extend(series: Series, row: PositionRow, words: ReadonlySet<string>) {
  const side = SIDES[row.stance]
  const before = series.positions.findLast(({ stance }) => SIDES[stance] !== undefined)
  if (side !== undefined && before && SIDES[before.stance] !== side && before.id !== row.id)
    series.changes.push({
      day: row.day,
      from: before,
      to: row,
      why: `both speak of ${alike(series.words, words).shared.slice(0, 6).join(', ')}`,
    })
  series.positions.push(row)
  series.words = words
}

const isState = ({ sector }: Party) => sector === null || ['GOV', 'MIL', 'LEG', 'JUD', 'SPY'].includes(sector)

/** What a position is about: the words of its proposition, and toward whom it is held. */
function matterOf({ proposition, toward }: PositionRow): ReadonlySet<string> {
  const words = proposition.text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
  return new Set([
    ...words.map((word) => word.replace(/(ing|ed|es|s)$/, '')),
    ...toward.map(({ entity }) => entity),
  ])
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>) {
  const shared = [...a].filter((word) => b.has(word))
  return { shared, share: shared.length / Math.max(1, Math.min(a.size, b.size)) }
}
