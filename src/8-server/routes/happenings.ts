import { HAPPENING_COLUMNS } from '#dossier'
import { type Route, route } from '../route.ts'
import { byId } from '../schemas/by-id.ts'
import { filterQuery } from '../schemas/filter-query.ts'
import { happeningRow } from '../schemas/group-rows.ts'
import { pageOf, paging } from '../schemas/paging.ts'

/** What happened, across documents. */
export const HAPPENINGS: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/happenings',
    name: 'listHappenings',
    subject: 'happenings',
    summary: 'What happened, each with every report of it',
    description: 'A filter holds of a happening when it holds of one of its reports.',
    query: filterQuery.extend(paging),
    answer: pageOf(happeningRow),
    columns: HAPPENING_COLUMNS,
    handle: ({ query: { limit, cursor, order, ...filter } }, { archive }) =>
      archive.happenings(filter, { limit, cursor, order }),
  }),
  route({
    method: 'get',
    path: '/api/happenings/{id}',
    name: 'getHappening',
    subject: 'happenings',
    summary: 'One happening with its reports',
    params: byId,
    answer: happeningRow,
    handle: ({ params }, { archive }) => archive.happening(params.id),
  }),
]
