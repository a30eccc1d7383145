import type { UndertakingRow } from '#archive'
import type { Column } from '../column.ts'
import { dayOf, partyColumns, toldColumns } from './shared-columns.ts'

/** What was promised, each promise once, and what became of it. */
export const UNDERTAKING_COLUMNS: readonly Column<UndertakingRow>[] = [
  { name: 'id', type: 'text', says: 'id of the undertaking', of: ({ id }) => id },
  { name: 'day', type: 'day', says: 'day on which it was made', of: ({ day }) => dayOf(day) },
  ...partyColumns<UndertakingRow>('by', 'by', ({ by }) => by),
  ...partyColumns<UndertakingRow>('to', 'to', ({ to }) => to),
  { name: 'act', type: 'text', says: 'the words of what was promised', of: ({ act }) => act },
  { name: 'type', type: 'text', says: 'type of the promised act, PLOVER', of: ({ type }) => type },
  {
    name: 'strength',
    type: 'text',
    says: 'pledged, agreed, intended, urged or expected',
    of: ({ strength }) => strength,
  },
  { name: 'due', type: 'text', says: 'when it falls due, EDTF', of: ({ due }) => due },
  { name: 'due_from', type: 'day', says: 'first day of that', of: ({ dueFrom }) => dueFrom },
  { name: 'due_to', type: 'day', says: 'last day of that', of: ({ dueTo }) => dueTo },
  { name: 'condition', type: 'text', says: 'on what condition', of: ({ condition }) => condition },
  { name: 'status', type: 'text', says: 'open, met, missed or withdrawn', of: ({ status }) => status },
  ...toldColumns<UndertakingRow>(),
  {
    name: 'steps',
    type: 'text',
    says: 'its life: day and step, apart by "; "',
    of: ({ steps }) => steps.map(({ day, step }) => `${day} ${step}`).join('; '),
  },
  {
    name: 'step_items',
    type: 'text',
    says: 'ids of the commitments and events that say so',
    of: ({ steps }) => steps.map(({ item }) => item).join('; '),
  },
  {
    name: 'step_documents',
    type: 'text',
    says: 'ids of their documents',
    of: ({ steps }) => [...new Set(steps.map(({ documentId }) => documentId))].join('; '),
  },
]
