import type { StatementRow } from '#archive'
import type { Column } from '../column.ts'
import { dayOf, originColumns, partyColumns, wordColumns } from './shared-columns.ts'

/** Who said what. */
export const STATEMENT_COLUMNS: readonly Column<StatementRow>[] = [
  { name: 'id', type: 'text', says: 'id of the statement', of: ({ id }) => id },
  { name: 'day', type: 'day', says: 'day on which it was said', of: ({ day }) => dayOf(day) },
  { name: 'kind', type: 'text', says: 'direct, indirect or mixed', of: ({ kind }) => kind },
  ...partyColumns<StatementRow>('speakers', 'speaker', ({ speakers }) => speakers),
  ...partyColumns<StatementRow>('addressees', 'addressee', ({ addressees }) => addressees),
  ...wordColumns<StatementRow>('quote', ({ quote }) => quote),
  { name: 'evidence', type: 'text', says: 'the sentence around them', of: ({ evidence }) => evidence },
  { name: 'confidence', type: 'number', says: '0 to 1', of: ({ confidence }) => confidence },
  ...originColumns<StatementRow>(),
]
