import {
  type Archive,
  type Filter,
  type HappeningRow,
  type NewFiring,
  shiftDay,
  type WatchRow,
} from '#archive'
import { everyPage } from './every-page.ts'
import { newHappenings } from './new-happenings.ts'
import { areRivals } from './question-of.ts'
import { titleOf, toFiring } from './to-firing.ts'

/**
 * At least so many happenings within so many days. A window that ends on the day of a new happening fires; its days
 * are what the firing is known by, so that no day is told of twice.
 */
export async function catchCount(
  archive: Archive,
  watch: WatchRow,
  question: Filter,
  { atLeast, days }: { readonly atLeast: number; readonly days: number },
): Promise<readonly NewFiring[]> {
  const found = await newHappenings(archive, watch, question, watch.mark)
  const ends = [...new Set(found.map(({ happening }) => happening.day).filter((day) => day !== ''))].sort()
  const firings: NewFiring[] = []
  const told = new Set<string>()
  for (const end of ends) {
    const from = shiftDay(end, 1 - days)
    const window = Array.from({ length: days }, (_, i) => shiftDay(from, i))
    if (window.some((day) => told.has(day))) continue
    const happenings = await within(archive, watch, { ...question, from, to: end }, atLeast)
    if (happenings.length < atLeast) continue
    for (const day of window) told.add(day)
    firings.push(await toCount(archive, window, happenings))
  }
  return firings
}

/** What happened in a window: no more is read than tells that it is enough, and a few to show. */
async function within(archive: Archive, watch: WatchRow, asked: Filter, atLeast: number) {
  const happenings: HappeningRow[] = []
  for await (const happening of everyPage((page) => archive.happenings(asked, page))) {
    if (areRivals(watch, [...happening.actors, ...happening.recipients])) happenings.push(happening)
    if (happenings.length >= Math.max(atLeast, 10)) break
  }
  return happenings.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

async function toCount(
  archive: Archive,
  window: readonly string[],
  happenings: readonly HappeningRow[],
): Promise<NewFiring> {
  const [first, ...rest] = window.toReversed()
  const shown = await Promise.all(
    happenings.slice(0, 10).map((happening) => toFiring(archive, { happening, reports: [] })),
  )
  const last = happenings.at(-1)
  return {
    members: [`day ${first}`, ...rest.map((day) => `day ${day}`)],
    firing: {
      kind: 'count',
      title: `${happenings.length} or more happenings from ${window[0]} to ${first}; the last: ${last ? titleOf(last) : ''}`,
      day: first ?? null,
      documentId: shown[0]?.firing.documentId ?? null,
      item: shown[0]?.firing.item ?? null,
      items: happenings.slice(0, 10).map(({ id }) => ({ kind: 'happening', id })),
      evidence: shown.flatMap(({ firing }) => firing.evidence.slice(0, 1)),
    },
  }
}
