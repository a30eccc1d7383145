import type { ActorRow } from '#archive'
import type { Column } from '../column.ts'

/** Who acts and speaks. */
export const ACTOR_COLUMNS: readonly Column<ActorRow>[] = [
  { name: 'entity', type: 'text', says: 'id of the actor', of: ({ entity }) => entity },
  { name: 'name', type: 'text', says: 'name', of: ({ name }) => name },
  { name: 'country', type: 'text', says: 'ISO 3166-1 alpha-3', of: ({ country }) => country },
  { name: 'sector', type: 'text', says: 'sector, PLOVER', of: ({ sector }) => sector },
  { name: 'role', type: 'text', says: 'office that a document named', of: ({ role }) => role },
  {
    name: 'documents',
    type: 'integer',
    says: 'how many documents name it',
    of: ({ documents }) => documents,
  },
  { name: 'mentions', type: 'integer', says: 'how often', of: ({ mentions }) => mentions },
]
