import type { Record } from '#record'
import type {
  ActorProfile,
  ActorRow,
  Change,
  CoderRow,
  CommitmentRow,
  Correction,
  CorrectionRequest,
  Difference,
  DocumentAnswer,
  DocumentRow,
  Dossier,
  DyadRow,
  Edge,
  EventRow,
  Facets,
  FigureRow,
  Filter,
  Found,
  HappeningRow,
  Page,
  PageOptions,
  Period,
  PlaceCount,
  PositionRow,
  PrecisionReport,
  QuotationRow,
  ReviewItem,
  ReviewQuestion,
  StatementRow,
  Stats,
  StoryRow,
  TimelinePoint,
  UndertakingRow,
  Version,
} from './answers.ts'
import type { ForeignStore } from './foreign.ts'
import type { WatchStore } from './watches.ts'

/** What became of a record that was added. */
export interface Added {
  readonly documentId: string
  readonly outcome: 'added' | 'unchanged' | 'recoded'
}

type List<T> = (filter?: Filter, page?: PageOptions) => Promise<Page<T>>
type One<T> = (id: string) => Promise<T | null>

/** Lists that can be counted by facet. */
export type FacetKind =
  | 'document'
  | 'event'
  | 'happening'
  | 'statement'
  | 'position'
  | 'commitment'
  | 'figure'

/** Records kept. Every promise that resolves to an `Added` or a `Correction` speaks of something that is on the disk. */
export interface Archive {
  /** Adds records, all or none of them; a document is added once, however often it comes. */
  add(records: readonly Record[]): Promise<readonly Added[]>

  // lists, newest first, a page at a time
  readonly documents: List<DocumentRow>
  readonly events: List<EventRow>
  readonly happenings: List<HappeningRow>
  readonly statements: List<StatementRow>
  readonly quotations: List<QuotationRow>
  readonly positions: List<PositionRow>
  readonly commitments: List<CommitmentRow>
  readonly undertakings: List<UndertakingRow>
  readonly figures: List<FigureRow>
  readonly stories: List<StoryRow>
  /** Actors by how many documents name them; `q` is the beginning of a word of the name. */
  actors(filter?: Pick<Filter, 'q' | 'sector' | 'actor'>, page?: PageOptions): Promise<Page<ActorRow>>

  // one of them, by its id
  readonly document: One<DocumentAnswer>
  readonly event: One<EventRow>
  readonly happening: One<HappeningRow>
  readonly quotation: One<QuotationRow>
  readonly undertaking: One<UndertakingRow>
  readonly story: One<StoryRow>
  readonly actor: One<ActorRow>
  readonly profile: One<ActorProfile>

  // measures
  search(q: string, limit?: number, filter?: Filter): Promise<Found>
  facets(kind: FacetKind, filter?: Filter): Promise<Facets>
  timeline(filter?: Filter, period?: Period): Promise<readonly TimelinePoint[]>
  dyads(filter?: Filter, period?: 'year' | 'month'): Promise<readonly DyadRow[]>
  /** The strongest ties between actors; at most 500. */
  network(filter?: Filter, limit?: number): Promise<readonly Edge[]>
  /** Places with what happened there, the busiest first; at most 2,000. */
  places(filter?: Filter, limit?: number): Promise<readonly PlaceCount[]>
  stats(): Promise<Stats>

  // versions
  /** All records kept of a document, the current one first. */
  versions(id: string): Promise<readonly Version[]>
  /** The record that one coder wrote of a document. */
  version(id: string, coder: Record['coder']): Promise<Record | null>
  coders(): Promise<readonly CoderRow[]>
  /** Current records that another coder wrote, in the order in which their documents came. */
  outdated(coder: Record['coder'], cursor: string | null, limit?: number): Promise<Page<Record>>
  diff(from: Record['coder'], to: Record['coder']): Promise<Difference>
  /** Every single change behind `diff`, document by document. */
  changes(from: Record['coder'], to: Record['coder']): AsyncIterable<Change>

  // what people say of the records
  correct(request: CorrectionRequest): Promise<Correction>
  /** Takes a correction back; false when there is none to take back. */
  undo(correctionId: string): Promise<boolean>
  corrections(
    filter?: { readonly who?: string; readonly document?: string; readonly state?: Correction['state'] },
    page?: PageOptions,
  ): Promise<Page<Correction>>
  reviewQueue(question?: ReviewQuestion): Promise<readonly ReviewItem[]>
  precision(): Promise<PrecisionReport>

  // saved questions
  dossiers(): Promise<readonly Dossier[]>
  dossier(slug: string): Promise<Dossier | null>
  saveDossier(dossier: Dossier): Promise<void>
  deleteDossier(slug: string): Promise<boolean>

  /** Standing questions, what they caught, and what is still to be delivered. */
  readonly watches: WatchStore

  /** Events of other data sets, for comparison. */
  readonly foreign: ForeignStore

  close(): Promise<void>
}
