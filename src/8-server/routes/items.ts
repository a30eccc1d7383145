import type { z } from 'zod'
import type { Filter, Page, PageOptions } from '#archive'
import {
  COMMITMENT_COLUMNS,
  DOCUMENT_COLUMNS,
  EVENT_COLUMNS,
  FIGURE_COLUMNS,
  POSITION_COLUMNS,
  STATEMENT_COLUMNS,
} from '#dossier'
import { type Route, route, type Services } from '../route.ts'
import { byId } from '../schemas/by-id.ts'
import { filterQuery } from '../schemas/filter-query.ts'
import {
  commitmentRow,
  documentRow,
  eventRow,
  figureRow,
  positionRow,
  statementRow,
} from '../schemas/item-rows.ts'
import { pageOf, paging } from '../schemas/paging.ts'

const listQuery = filterQuery.extend(paging)
type ListQuery = z.output<typeof listQuery>

/** A list's query taken apart: what narrows it, and how it is paged. */
function narrowed({ limit, cursor, order, ...filter }: ListQuery): [Filter, PageOptions] {
  return [filter, { limit, cursor, order } as PageOptions]
}

type Ask<T> = (services: Services, filter: Filter, page: PageOptions) => Promise<Page<T>>
const list =
  <T>(ask: Ask<T>) =>
  ({ query }: { readonly query: ListQuery }, services: Services) =>
    ask(services, ...narrowed(query))

/** The lists of what documents say. */
export const ITEMS: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/documents',
    name: 'listDocuments',
    subject: 'record',
    summary: 'Documents, with counts of what they say',
    query: listQuery,
    answer: pageOf(documentRow),
    columns: DOCUMENT_COLUMNS,
    handle: list(({ archive }, filter, page) => archive.documents(filter, page)),
  }),
  route({
    method: 'get',
    path: '/api/events',
    name: 'listEvents',
    subject: 'record',
    summary: 'Who did what to whom, each with its evidence',
    query: listQuery,
    answer: pageOf(eventRow),
    columns: EVENT_COLUMNS,
    handle: list(({ archive }, filter, page) => archive.events(filter, page)),
  }),
  route({
    method: 'get',
    path: '/api/events/{id}',
    name: 'getEvent',
    subject: 'record',
    summary: 'One event',
    params: byId,
    answer: eventRow,
    handle: ({ params }, { archive }) => archive.event(params.id),
  }),
  route({
    method: 'get',
    path: '/api/statements',
    name: 'listStatements',
    subject: 'record',
    summary: 'Who said what, each with the words',
    query: listQuery,
    answer: pageOf(statementRow),
    columns: STATEMENT_COLUMNS,
    handle: list(({ archive }, filter, page) => archive.statements(filter, page)),
  }),
  route({
    method: 'get',
    path: '/api/positions',
    name: 'listPositions',
    subject: 'record',
    summary: 'Who supports, opposes, demands or denies what',
    query: listQuery,
    answer: pageOf(positionRow),
    columns: POSITION_COLUMNS,
    handle: list(({ archive }, filter, page) => archive.positions(filter, page)),
  }),
  route({
    method: 'get',
    path: '/api/commitments',
    name: 'listCommitments',
    subject: 'record',
    summary: 'Who promised what, due when',
    query: listQuery,
    answer: pageOf(commitmentRow),
    columns: COMMITMENT_COLUMNS,
    handle: list(({ archive }, filter, page) => archive.commitments(filter, page)),
  }),
  route({
    method: 'get',
    path: '/api/figures',
    name: 'listFigures',
    subject: 'record',
    summary: 'Tolls, sums and other counts',
    query: listQuery,
    answer: pageOf(figureRow),
    columns: FIGURE_COLUMNS,
    handle: list(({ archive }, filter, page) => archive.figures(filter, page)),
  }),
]
