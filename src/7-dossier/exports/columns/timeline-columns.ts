import type { TimelinePoint } from '#archive'
import type { Column } from '../column.ts'
import { dayOf, QUAD_COLUMNS } from './shared-columns.ts'

/** Happenings and events by period. */
export const TIMELINE_COLUMNS: readonly Column<TimelinePoint>[] = [
  { name: 'period', type: 'day', says: 'first day of the period', of: ({ period }) => dayOf(period) },
  { name: 'events', type: 'integer', says: 'reports', of: ({ events }) => events },
  { name: 'happenings', type: 'integer', says: 'things that happened', of: ({ happenings }) => happenings },
  ...QUAD_COLUMNS,
  { name: 'intensity', type: 'number', says: 'sum of PLOVER scores', of: ({ intensity }) => intensity },
  {
    name: 'documents_read',
    type: 'integer',
    says: 'documents published',
    of: ({ documentsRead }) => documentsRead,
  },
  {
    name: 'balance',
    type: 'number',
    says: '(cooperation - conflict) / events, -1 to 1',
    of: ({ balance }) => balance,
  },
  {
    name: 'per_thousand',
    type: 'number',
    says: 'events per 1,000 documents read',
    of: ({ perThousand }) => perThousand,
  },
]
