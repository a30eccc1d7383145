import type { StoryRow } from '#archive'
import type { Column } from '../column.ts'
import { dayOf, toldColumns } from './shared-columns.ts'

/** Documents that tell one story. */
export const STORY_COLUMNS: readonly Column<StoryRow>[] = [
  { name: 'id', type: 'text', says: 'id of the story', of: ({ id }) => id },
  {
    name: 'title',
    type: 'text',
    says: 'title of the document most like the others',
    of: ({ title }) => title,
  },
  { name: 'from', type: 'day', says: 'day of its first document', of: ({ from }) => dayOf(from) },
  { name: 'to', type: 'day', says: 'day of its last', of: ({ to }) => dayOf(to) },
  ...toldColumns<StoryRow>(),
  {
    name: 'story_documents',
    type: 'text',
    says: 'ids of its documents',
    of: ({ items }) => items.map(({ documentId }) => documentId).join('; '),
  },
]
