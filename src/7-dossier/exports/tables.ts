import type { Archive, Filter } from '#archive'
import { allPages } from './all-pages.ts'
import type { Column } from './column.ts'
import { ACTOR_COLUMNS } from './columns/actor-columns.ts'
import { COMMITMENT_COLUMNS } from './columns/commitment-columns.ts'
import { DOCUMENT_COLUMNS } from './columns/document-columns.ts'
import { DYAD_COLUMNS } from './columns/dyad-columns.ts'
import { EVENT_COLUMNS } from './columns/event-columns.ts'
import { FIGURE_COLUMNS } from './columns/figure-columns.ts'
import { HAPPENING_COLUMNS } from './columns/happening-columns.ts'
import { POSITION_COLUMNS } from './columns/position-columns.ts'
import { QUOTATION_COLUMNS } from './columns/quotation-columns.ts'
import { STATEMENT_COLUMNS } from './columns/statement-columns.ts'
import { STORY_COLUMNS } from './columns/story-columns.ts'
import { TIMELINE_COLUMNS } from './columns/timeline-columns.ts'
import { UNDERTAKING_COLUMNS } from './columns/undertaking-columns.ts'

/** A list that leaves the archive as a table. */
export interface Table {
  readonly says: string
  readonly columns: readonly Column<never>[]
  readonly rows: (archive: Archive, filter: Filter) => AsyncIterable<unknown>
}

const table = <T>(
  says: string,
  columns: readonly Column<T>[],
  rows: (archive: Archive, filter: Filter) => AsyncIterable<T>,
): Table => ({ says, columns, rows })

/** Every list that is exported as a table, whatever the format. */
export const TABLES = {
  documents: table('documents', DOCUMENT_COLUMNS, (archive, filter) =>
    allPages((page) => archive.documents(filter, page)),
  ),
  events: table('who did what to whom', EVENT_COLUMNS, (archive, filter) =>
    allPages((page) => archive.events(filter, page)),
  ),
  happenings: table('what happened, across documents', HAPPENING_COLUMNS, (archive, filter) =>
    allPages((page) => archive.happenings(filter, page)),
  ),
  statements: table('who said what', STATEMENT_COLUMNS, (archive, filter) =>
    allPages((page) => archive.statements(filter, page)),
  ),
  positions: table('who supports, opposes, demands or denies what', POSITION_COLUMNS, (archive, filter) =>
    allPages((page) => archive.positions(filter, page)),
  ),
  commitments: table('who promised what', COMMITMENT_COLUMNS, (archive, filter) =>
    allPages((page) => archive.commitments(filter, page)),
  ),
  figures: table('tolls, sums and other counts', FIGURE_COLUMNS, (archive, filter) =>
    allPages((page) => archive.figures(filter, page)),
  ),
  quotations: table('what was said, each quotation once', QUOTATION_COLUMNS, (archive, filter) =>
    allPages((page) => archive.quotations(filter, page)),
  ),
  undertakings: table('what was promised, and what became of it', UNDERTAKING_COLUMNS, (archive, filter) =>
    allPages((page) => archive.undertakings(filter, page)),
  ),
  stories: table('documents that tell one story', STORY_COLUMNS, (archive, filter) =>
    allPages((page) => archive.stories(filter, page)),
  ),
  actors: table('who acts and speaks', ACTOR_COLUMNS, (archive, filter) =>
    allPages((page) => archive.actors(filter, page)),
  ),
  dyads: table('events between two parties by month', DYAD_COLUMNS, async function* (archive, filter) {
    yield* await archive.dyads(filter, 'month')
  }),
  timeline: table('events and happenings by month', TIMELINE_COLUMNS, async function* (archive, filter) {
    yield* await archive.timeline(filter, 'month')
  }),
} as const satisfies { readonly [name: string]: Table }

export type TableName = keyof typeof TABLES
