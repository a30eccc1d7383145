import type { QuotationRow } from '#archive'
import type { Column } from '../column.ts'
import { dayOf, partyColumns, toldColumns } from './shared-columns.ts'

/** What was said, each quotation once. */
export const QUOTATION_COLUMNS: readonly Column<QuotationRow>[] = [
  { name: 'id', type: 'text', says: 'id of the quotation', of: ({ id }) => id },
  { name: 'day', type: 'day', says: 'day on which it was said', of: ({ day }) => dayOf(day) },
  ...partyColumns<QuotationRow>('speakers', 'speaker', ({ speakers }) => speakers),
  ...partyColumns<QuotationRow>('addressees', 'addressee', ({ addressees }) => addressees),
  { name: 'quote', type: 'text', says: 'the longest of its wordings', of: ({ quote }) => quote },
  { name: 'kind', type: 'text', says: 'direct, indirect or mixed', of: ({ kind }) => kind },
  ...toldColumns<QuotationRow>(),
  {
    name: 'reports',
    type: 'text',
    says: 'ids of the statements that report it',
    of: ({ reports }) => reports.map(({ statementId }) => statementId).join('; '),
  },
  {
    name: 'report_documents',
    type: 'text',
    says: 'ids of their documents',
    of: ({ reports }) => [...new Set(reports.map(({ documentId }) => documentId))].join('; '),
  },
]
