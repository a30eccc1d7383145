import type { DyadRow } from '#archive'
import type { Column } from '../column.ts'
import { QUAD_COLUMNS } from './shared-columns.ts'

/** Events between two parties by period. */
export const DYAD_COLUMNS: readonly Column<DyadRow>[] = [
  { name: 'period', type: 'text', says: 'period, ISO 8601', of: ({ period }) => period },
  { name: 'actor', type: 'text', says: 'who acts: alpha-3 or an id', of: ({ actor }) => actor },
  { name: 'recipient', type: 'text', says: 'whom it is done to', of: ({ recipient }) => recipient },
  { name: 'events', type: 'integer', says: 'reports', of: ({ events }) => events },
  { name: 'happenings', type: 'integer', says: 'things that happened', of: ({ happenings }) => happenings },
  ...QUAD_COLUMNS,
  { name: 'intensity', type: 'number', says: 'mean PLOVER score', of: ({ intensity }) => intensity },
  {
    name: 'documents_read',
    type: 'integer',
    says: 'documents published in the period, to divide by',
    of: ({ documentsRead }) => documentsRead,
  },
]
