import type { PositionRow } from '#archive'
import type { Column } from '../column.ts'
import { dayOf, originColumns, partyColumns, wordColumns } from './shared-columns.ts'

/** Who supports, opposes, demands or denies what. */
export const POSITION_COLUMNS: readonly Column<PositionRow>[] = [
  { name: 'id', type: 'text', says: 'id of the position', of: ({ id }) => id },
  { name: 'day', type: 'day', says: 'day on which it was taken', of: ({ day }) => dayOf(day) },
  ...partyColumns<PositionRow>('holders', 'holder', ({ holders }) => holders),
  { name: 'stance', type: 'text', says: 'supports, opposes, demands, denies …', of: ({ stance }) => stance },
  ...partyColumns<PositionRow>('towards', 'toward', ({ toward }) => toward),
  ...wordColumns<PositionRow>('proposition', ({ proposition }) => proposition),
  { name: 'evidence', type: 'text', says: 'the sentence around them', of: ({ evidence }) => evidence },
  { name: 'confidence', type: 'number', says: '0 to 1', of: ({ confidence }) => confidence },
  ...originColumns<PositionRow>(),
]
