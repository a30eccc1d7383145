import { z } from 'zod'
import { type Route, route } from '../route.ts'
import { filterQuery } from '../schemas/filter-query.ts'
import { documentRow, eventRow, statementRow } from '../schemas/item-rows.ts'
import { actorRow } from '../schemas/measure-rows.ts'
import { snippetSchema } from '../schemas/shared.ts'

const snippet = { snippet: snippetSchema }
const found = z
  .strictObject({
    documents: z.array(documentRow.extend(snippet)),
    statements: z.array(statementRow.extend(snippet)),
    events: z.array(eventRow.extend(snippet)),
    actors: z.array(actorRow),
  })
  .meta({ id: 'Found' })

/** Full text. */
export const SEARCH: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/search',
    name: 'search',
    subject: 'record',
    summary: 'Full text over documents, quotes, evidence and actors',
    query: filterQuery.extend({
      q: z
        .string()
        .trim()
        .min(1, 'search needs ?q=words')
        .max(1000)
        .describe('Words, "phrases" and prefix*.'),
      limit: z.int().min(1).max(100).optional().describe('Most of each kind; 20 where nothing is said.'),
    }),
    answer: found,
    handle: ({ query: { q, limit = 20, ...filter } }, { archive }) => archive.search(q, limit, filter),
  }),
]
