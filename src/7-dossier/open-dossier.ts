import type {
  Archive,
  Dossier,
  FacetValue,
  FigureRow,
  HappeningRow,
  Page,
  PlaceCount,
  QuotationRow,
  TimelinePoint,
  UndertakingRow,
} from '#archive'
import { type PositionSeries, positionsOverTime } from './positions-over-time.ts'

/** All that the page of a dossier shows at first; each list goes on with its own cursor. */
export interface OpenDossier {
  readonly dossier: Dossier
  readonly strongest: readonly HappeningRow[]
  readonly happenings: Page<HappeningRow>
  readonly quotations: Page<QuotationRow>
  readonly positions: readonly PositionSeries[]
  readonly undertakings: Page<UndertakingRow>
  readonly figures: Page<FigureRow>
  readonly timeline: readonly TimelinePoint[]
  readonly places: readonly PlaceCount[]
  /** Outlets by how many of the newest documents they printed. */
  readonly sources: readonly FacetValue[]
}

/** Opens a dossier: its question, asked of everything. */
export async function openDossier(archive: Archive, slug: string): Promise<OpenDossier | null> {
  const dossier = await archive.dossier(slug)
  if (!dossier) return null
  const { question } = dossier
  const page = { limit: 50 }
  const strongest = await archive.happenings(question, { limit: 10, order: 'strongest' })
  return {
    dossier,
    strongest: strongest.items,
    happenings: await archive.happenings(question, page),
    quotations: await archive.quotations(question, page),
    positions: (await positionsOverTime(archive, question)).slice(0, 50),
    undertakings: await archive.undertakings(question, page),
    figures: await archive.figures(question, page),
    timeline: await archive.timeline(question, 'month'),
    places: await archive.places(question, 200),
    sources: (await archive.facets('document', question)).fields.source ?? [],
  }
}
