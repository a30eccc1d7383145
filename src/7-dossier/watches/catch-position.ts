import type { Archive, Filter, Firing, NewFiring, PositionRow, WatchRow } from '#archive'
import { type PositionChange, type PositionSeries, positionsOverTime } from '../positions-over-time.ts'
import { everyPage } from './every-page.ts'
import { shorten } from './to-firing.ts'

/** Somebody changed sides, and one of the two positions has just arrived. */
export async function catchPosition(
  archive: Archive,
  watch: WatchRow,
  question: Filter,
): Promise<readonly NewFiring[]> {
  const arrived = new Set<string>()
  for await (const { id } of everyPage((page) => archive.positions({ ...question, after: watch.mark }, page)))
    arrived.add(id)
  if (arrived.size === 0) return []
  const series = await positionsOverTime(archive, question)
  return series.flatMap((it) =>
    it.changes
      .filter(({ from, to }) => arrived.has(from.id) || arrived.has(to.id))
      .map((change) => toChange(it, change)),
  )
}

function toChange({ holderName, about }: PositionSeries, { day, from, to }: PositionChange): NewFiring {
  return {
    members: [to.id],
    firing: {
      kind: 'position',
      title: `${holderName} on ${shorten(about)}: ${from.stance} (${from.day}) → ${to.stance}`,
      day: day === '' ? null : day,
      documentId: to.origin.documentId,
      item: to.id,
      items: [
        { kind: 'position', id: from.id },
        { kind: 'position', id: to.id },
      ],
      evidence: [from, to].map(words),
    },
  }
}

const words = ({ proposition, origin }: PositionRow): Firing['evidence'][number] => ({
  ...origin,
  text: proposition.text,
  start: proposition.start,
  end: proposition.end,
})
