import type { CommitmentRow } from '#archive'
import type { Column } from '../column.ts'
import { dayOf, originColumns, partyColumns, wordColumns } from './shared-columns.ts'

/** Who promised what. */
export const COMMITMENT_COLUMNS: readonly Column<CommitmentRow>[] = [
  { name: 'id', type: 'text', says: 'id of the commitment', of: ({ id }) => id },
  { name: 'day', type: 'day', says: 'day on which it was made', of: ({ day }) => dayOf(day) },
  ...partyColumns<CommitmentRow>('by', 'by', ({ by }) => by),
  ...partyColumns<CommitmentRow>('to', 'to', ({ to }) => to),
  ...wordColumns<CommitmentRow>('act', ({ act }) => act),
  { name: 'type', type: 'text', says: 'type of the promised act, PLOVER', of: ({ type }) => type },
  { name: 'due', type: 'text', says: 'when it falls due, EDTF', of: ({ due }) => due },
  { name: 'due_from', type: 'day', says: 'first day of that', of: ({ dueFrom }) => dueFrom },
  { name: 'due_to', type: 'day', says: 'last day of that', of: ({ dueTo }) => dueTo },
  { name: 'condition', type: 'text', says: 'on what condition', of: ({ condition }) => condition },
  {
    name: 'strength',
    type: 'text',
    says: 'pledged, agreed, intended, urged or expected',
    of: ({ strength }) => strength,
  },
  { name: 'status', type: 'text', says: 'open, met, missed or withdrawn', of: ({ status }) => status },
  { name: 'evidence', type: 'text', says: 'the sentence around the words', of: ({ evidence }) => evidence },
  { name: 'confidence', type: 'number', says: '0 to 1', of: ({ confidence }) => confidence },
  ...originColumns<CommitmentRow>(),
]
