import { QUOTATION_COLUMNS, STORY_COLUMNS, UNDERTAKING_COLUMNS } from '#dossier'
import { type Route, route } from '../route.ts'
import { byId } from '../schemas/by-id.ts'
import { filterQuery } from '../schemas/filter-query.ts'
import { quotationRow, storyRow, undertakingRow } from '../schemas/group-rows.ts'
import { pageOf, paging } from '../schemas/paging.ts'

const query = filterQuery.extend(paging)

/** What many documents tell together: quotations, undertakings, stories. */
export const GROUPS: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/quotations',
    name: 'listQuotations',
    subject: 'happenings',
    summary: 'What was said, each quotation with every report of it',
    query,
    answer: pageOf(quotationRow),
    columns: QUOTATION_COLUMNS,
    handle: ({ query: { limit, cursor, order, ...filter } }, { archive }) =>
      archive.quotations(filter, { limit, cursor, order }),
  }),
  route({
    method: 'get',
    path: '/api/quotations/{id}',
    name: 'getQuotation',
    subject: 'happenings',
    summary: 'One quotation with its reports',
    params: byId,
    answer: quotationRow,
    handle: ({ params }, { archive }) => archive.quotation(params.id),
  }),
  route({
    method: 'get',
    path: '/api/undertakings',
    name: 'listUndertakings',
    subject: 'happenings',
    summary: 'What was promised, and what became of it',
    query,
    answer: pageOf(undertakingRow),
    columns: UNDERTAKING_COLUMNS,
    handle: ({ query: { limit, cursor, order, ...filter } }, { archive }) =>
      archive.undertakings(filter, { limit, cursor, order }),
  }),
  route({
    method: 'get',
    path: '/api/undertakings/{id}',
    name: 'getUndertaking',
    subject: 'happenings',
    summary: 'One promise with its steps',
    params: byId,
    answer: undertakingRow,
    handle: ({ params }, { archive }) => archive.undertaking(params.id),
  }),
  route({
    method: 'get',
    path: '/api/stories',
    name: 'listStories',
    subject: 'happenings',
    summary: 'Documents that tell one story, by story',
    query,
    answer: pageOf(storyRow),
    columns: STORY_COLUMNS,
    handle: ({ query: { limit, cursor, order, ...filter } }, { archive }) =>
      archive.stories(filter, { limit, cursor, order }),
  }),
  route({
    method: 'get',
    path: '/api/stories/{id}',
    name: 'getStory',
    subject: 'happenings',
    summary: 'One story',
    params: byId,
    answer: storyRow,
    handle: ({ params }, { archive }) => archive.story(params.id),
  }),
]
