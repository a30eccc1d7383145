import type { Record } from '#record'
import type {
  ActorRow,
  CommitmentRow,
  DocumentAnswer,
  DocumentRow,
  Dossier,
  DyadRow,
  EventRow,
  FigureRow,
  Filter,
  Found,
  HappeningRow,
  Page,
  PageOptions,
  PositionRow,
  StatementRow,
  Stats,
  Version,
} from './answers.ts'

/** What became of a record that was added. */
export interface Added {
  readonly documentId: string
  readonly outcome: 'added' | 'unchanged' | 'recoded'
}

/** Records kept. Every promise that resolves to an `Added` speaks of something that is on the disk. */
export interface Archive {
  /** Adds records, all or none of them; a document is added once, however often it comes. */
  add(records: readonly Record[]): Promise<readonly Added[]>

  document(id: string): Promise<DocumentAnswer | null>
  /** All records kept of a document, the current one first. */
  versions(id: string): Promise<readonly Version[]>
  documents(filter?: Filter, page?: PageOptions): Promise<Page<DocumentRow>>
  events(filter?: Filter, page?: PageOptions): Promise<Page<EventRow>>
  happenings(filter?: Filter, page?: PageOptions): Promise<Page<HappeningRow>>
  happening(id: string): Promise<HappeningRow | null>
  statements(filter?: Filter, page?: PageOptions): Promise<Page<StatementRow>>
  positions(filter?: Filter, page?: PageOptions): Promise<Page<PositionRow>>
  commitments(filter?: Filter, page?: PageOptions): Promise<Page<CommitmentRow>>
  figures(filter?: Filter, page?: PageOptions): Promise<Page<FigureRow>>
  /** Actors by how many documents name them; `q` is the beginning of a word of the name. */
  actors(filter?: Pick<Filter, 'q' | 'sector' | 'actor'>, page?: PageOptions): Promise<Page<ActorRow>>
  actor(entity: string): Promise<ActorRow | null>
  search(q: string, limit?: number, filter?: Filter): Promise<Found>
  dyads(filter?: Filter, period?: 'year' | 'month'): Promise<readonly DyadRow[]>
  stats(): Promise<Stats>

  dossiers(): Promise<readonly Dossier[]>
  dossier(slug: string): Promise<Dossier | null>
  saveDossier(dossier: Dossier): Promise<void>

  /** Takes a report out of its happening; it becomes a happening of its own. */
  splitReport(eventId: string): Promise<boolean>
  close(): Promise<void>
}
