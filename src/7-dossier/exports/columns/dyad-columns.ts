import type { DyadRow } from '#archive'
import type { Column } from '../column.ts'

/** Events between two parties by period. */
export const DYAD_COLUMNS: readonly Column<DyadRow>[] = [
  { name: 'period', type: 'text', says: 'period, ISO 8601', of: ({ period }) => period },
  { name: 'actor', type: 'text', says: 'who acts: alpha-3 or an id', of: ({ actor }) => actor },
  { name: 'recipient', type: 'text', says: 'whom it is done to', of: ({ recipient }) => recipient },
  { name: 'events', type: 'integer', says: 'reports', of: ({ events }) => events },
  { name: 'happenings', type: 'integer', says: 'things that happened', of: ({ happenings }) => happenings },
  {
    name: 'verbal_cooperation',
    type: 'integer',
    says: 'reports of this class',
    of: ({ verbalCooperation }) => verbalCooperation,
  },
  {
    name: 'material_cooperation',
    type: 'integer',
    says: 'reports of this class',
    of: ({ materialCooperation }) => materialCooperation,
  },
  {
    name: 'verbal_conflict',
    type: 'integer',
    says: 'reports of this class',
    of: ({ verbalConflict }) => verbalConflict,
  },
  {
    name: 'material_conflict',
    type: 'integer',
    says: 'reports of this class',
    of: ({ materialConflict }) => materialConflict,
  },
  { name: 'intensity', type: 'number', says: 'mean PLOVER score', of: ({ intensity }) => intensity },
  {
    name: 'documents_read',
    type: 'integer',
    says: 'documents published in the period, to divide by',
    of: ({ documentsRead }) => documentsRead,
  },
]
