import {
  type Archive,
  type Dossier,
  type HappeningRow,
  type QuotationRow,
  shiftDay,
  type UndertakingRow,
} from '#archive'

/** What is new, for the first page of the desk. */
export interface Today {
  /** Cursor to come back with. */
  readonly arrival: string
  /** The day that is taken for today. */
  readonly day: string
  /** New happenings by dossier, those of the dossier with most of them first. */
  readonly dossiers: readonly {
    readonly dossier: Dossier
    readonly happenings: readonly HappeningRow[]
    readonly more: boolean
  }[]
  readonly strongest: readonly HappeningRow[]
  readonly quotations: readonly QuotationRow[]
  /** Undertakings that fall due within 30 days, the next first. */
  readonly due: readonly UndertakingRow[]
}

export interface TodayQuestion {
  /** Cursor of the last visit; without it the last week of the archive is new. */
  readonly after?: string
  /** @default the last day of the archive */
  readonly day?: string
}

const AHEAD = 30
const BACK = 7

/** What came since the last visit: by dossier, the strongest happenings, quotes, and what falls due. */
export async function today(archive: Archive, question: TodayQuestion = {}): Promise<Today> {
  const { arrival, to } = await archive.stats()
  const day = question.day ?? to ?? '0001-01-01'
  const fresh =
    question.after === undefined ? { from: shiftDay(day, -BACK), to: day } : { after: question.after }
  const dossiers = []
  for (const dossier of await archive.dossiers()) {
    const { items, next } = await archive.happenings({ ...dossier.question, ...fresh }, { limit: 5 })
    if (items.length > 0) dossiers.push({ dossier, happenings: items, more: next !== null })
  }
  const recent = { from: shiftDay(day, -BACK), to: day }
  return {
    arrival,
    day,
    dossiers: dossiers.sort((a, b) => b.happenings.length - a.happenings.length),
    strongest: (
      await archive.happenings({ ...recent, status: ['asserted'] }, { limit: 10, order: 'strongest' })
    ).items,
    quotations: (await archive.quotations(recent, { limit: 10, order: 'strongest' })).items,
    due: (
      await archive.undertakings(
        { status: ['open'], dueFrom: day, dueTo: shiftDay(day, AHEAD), asOf: day },
        { limit: 20 },
      )
    ).items,
  }
}
