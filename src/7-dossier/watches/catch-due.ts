import { type Archive, type Filter, type NewFiring, shiftDay, type UndertakingRow } from '#archive'
import { everyPage } from './every-page.ts'
import { namesOf, shorten } from './to-firing.ts'

/** Open undertakings that fall due within so many days of a day. */
export async function catchDue(
  archive: Archive,
  question: Filter,
  withinDays: number,
  day: string,
): Promise<readonly NewFiring[]> {
  const asked: Filter = {
    ...question,
    status: ['open'],
    dueFrom: day,
    dueTo: shiftDay(day, withinDays),
    asOf: day,
  }
  const firings: NewFiring[] = []
  for await (const undertaking of everyPage((page) =>
    archive.undertakings(asked, { ...page, order: 'newest' }),
  ))
    firings.push(toDue(undertaking))
  return firings
}

/** Known by the promise and its day: one that is put off is told of again. */
function toDue({ id, by, act, dueTo, steps }: UndertakingRow): NewFiring {
  const [first] = steps
  return {
    members: [`${id} due ${dueTo}`, ...steps.map(({ item }) => `${item} due ${dueTo}`)],
    firing: {
      kind: 'due',
      title: `${namesOf(by)}, due ${dueTo}: “${shorten(act)}”`,
      day: dueTo,
      documentId: first?.documentId ?? null,
      item: first?.item ?? null,
      items: [
        { kind: 'undertaking', id },
        ...steps.slice(0, 10).map(({ item }) => ({ kind: 'commitment' as const, id: item })),
      ],
      evidence: steps.slice(0, 10).map(({ documentId, title, source, published, evidence }) => ({
        documentId,
        title,
        source,
        published,
        text: evidence,
        start: null,
        end: null,
      })),
    },
  }
}
