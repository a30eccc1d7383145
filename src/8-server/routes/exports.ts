import { z } from 'zod'
import { EXPORT_FORMATS, type ExportFormat, TABLES } from '#dossier'
import { Download } from '../download.ts'
import { Refusal } from '../refusal.ts'
import { type Route, route } from '../route.ts'
import { filterQuery } from '../schemas/filter-query.ts'

type Names<T> = [keyof T & string, ...(keyof T & string)[]]
const formats = Object.keys(EXPORT_FORMATS) as Names<typeof EXPORT_FORMATS>
const lists = Object.keys(TABLES) as Names<typeof TABLES>

/** Files that leave the archive. */
export const EXPORTS: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/export/{list}',
    name: 'exportList',
    subject: 'exports',
    summary: 'A whole list as a file, in the format that `format` names',
    description: 'docs/exports.md says which format holds which lists, and the line that opens it.',
    params: z.strictObject({ list: z.enum(lists) }),
    query: filterQuery.extend({
      format: z.enum(formats).default('csv').describe('csv where nothing is said'),
    }),
    answer: z.unknown(),
    produces: Object.values(EXPORT_FORMATS).map(({ mediaType }) => mediaType.replace(/;.*/, '')),
    cost: 10,
    handle: async ({ params: { list }, query: { format: name, ...filter } }, services) => {
      const format: ExportFormat = EXPORT_FORMATS[name]
      if (!format.lists.includes(list))
        throw new Refusal(400, `${name} holds ${format.lists.join(', ')}, not ${list}`)
      const file = `${list}.${format.extension}`
      return new Download(format.mediaType, file, format.write(services, list, filter))
    },
  }),
]
