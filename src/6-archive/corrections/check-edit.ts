import { EVENT_TYPES } from '#lexicon'
import type { Edit, ItemKind } from '../answers.ts'
import { ArchiveError } from '../archive-error.ts'
import { edtfDays } from '../edtf-days.ts'

const STATUSES: Readonly<Partial<Record<ItemKind, readonly string[]>>> = {
  event: ['asserted', 'negated', 'planned', 'hypothetical', 'historical'],
  commitment: ['open', 'met', 'missed', 'withdrawn'],
}
const STANCES = [
  'supports',
  'opposes',
  'demands',
  'rejects',
  'is-open-to',
  'denies',
  'concerned',
  'condemns',
  'praises',
]
const STRENGTHS = ['pledged', 'agreed', 'intended', 'urged', 'expected']
const KINDS = ['direct', 'indirect', 'mixed']

/** Refuses an edit that would make an item say what no item can. */
export function checkEdit(edit: Edit, kind: ItemKind, length: number): void {
  oneOf(
    'type',
    edit.type,
    kind === 'event' || kind === 'commitment' ? EVENT_TYPES : kind === 'statement' ? KINDS : null,
  )
  oneOf('status', edit.status, STATUSES[kind] ?? [])
  oneOf('stance', edit.stance, kind === 'position' ? STANCES : [])
  oneOf('strength', edit.strength, kind === 'commitment' ? STRENGTHS : [])
  for (const list of [edit.actors, edit.recipients])
    if (list?.some((it) => typeof it !== 'string' || it === ''))
      refuse('actors and recipients: entity ids or alpha-3 codes were expected')
  if (typeof edit.date === 'string' && edtfDays(edit.date) === null) refuse('date: an EDTF date was expected')
  if (edit.span) {
    const { start, end } = edit.span
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > length)
      refuse(`span: offsets between 0 and ${length} were expected`)
  }
}

function oneOf(field: string, value: string | undefined, allowed: readonly string[] | null) {
  if (value === undefined || allowed === null || allowed.includes(value)) return
  refuse(
    allowed.length === 0
      ? `${field}: this item has none`
      : `${field}: one of ${allowed.join(', ')} was expected`,
  )
}

function refuse(message: string): never {
  throw new ArchiveError('bad-question', message)
}
