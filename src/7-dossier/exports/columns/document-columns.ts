import type { DocumentRow } from '#archive'
import type { Column } from '../column.ts'

/** The documents. */
export const DOCUMENT_COLUMNS: readonly Column<DocumentRow>[] = [
  { name: 'id', type: 'text', says: 'id of the document', of: ({ id }) => id },
  { name: 'title', type: 'text', says: 'its title', of: ({ title }) => title },
  { name: 'source', type: 'text', says: 'its outlet', of: ({ source }) => source },
  {
    name: 'published',
    type: 'text',
    says: 'when it was published, ISO 8601',
    of: ({ published }) => published,
  },
  { name: 'url', type: 'text', says: 'its address', of: ({ url }) => url },
  { name: 'language', type: 'text', says: 'BCP 47', of: ({ language }) => language },
  {
    name: 'copy_of',
    type: 'text',
    says: 'id of an earlier document with nearly the same words',
    of: ({ copyOf }) => copyOf,
  },
  { name: 'events', type: 'integer', says: 'how many events it tells of', of: ({ counts }) => counts.events },
  { name: 'statements', type: 'integer', says: 'how many statements', of: ({ counts }) => counts.statements },
  { name: 'positions', type: 'integer', says: 'how many positions', of: ({ counts }) => counts.positions },
  {
    name: 'commitments',
    type: 'integer',
    says: 'how many commitments',
    of: ({ counts }) => counts.commitments,
  },
  { name: 'figures', type: 'integer', says: 'how many figures', of: ({ counts }) => counts.figures },
]
