import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { ask } from '../api/filter.ts'
import type {
  CommitmentRow,
  Edit,
  EventRow,
  HappeningRow,
  Page,
  Party,
  PositionRow,
  ReviewItem,
  StatementRow,
} from '../api/rows.ts'
import { useApi } from '../api/use-api.ts'
import { shift } from '../charts/time.ts'
import { countryCode, countryName } from '../parts/countries.ts'
import { PLOVER_TYPES, typeWord } from '../parts/format.ts'
import { partyWords } from '../parts/party-names.tsx'
import { spanOf } from './review-card.tsx'

interface EditFormProps {
  readonly entry: ReviewItem
  readonly onSend: (edit: Edit, note: string) => void
  readonly onMerge: (into: string, note: string) => void
  readonly onCancel: () => void
}

const STATUSES = ['asserted', 'negated', 'planned', 'hypothetical', 'historical']
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

/** Mends what is wrong: type, who, whom, date, words; or says that two reports tell of one happening. */
export function EditForm({ entry, onSend, onMerge, onCancel }: EditFormProps) {
  const first = useRef<HTMLFormElement>(null)
  useEffect(() => first.current?.querySelector<HTMLElement>('select, input')?.focus(), [])
  const before = fieldsOf(entry)
  const span = spanOf(entry)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '')
    if (text('into') !== '') onMerge(text('into'), text('note'))
    else onSend(editOf(before, text, span, entry), text('note'))
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel()
  }
  return (
    <form ref={first} className="filters edit-form" onSubmit={submit} onKeyDown={press}>
      {before.type !== undefined && (
        <Choice name="type" label="Act" value={before.type} options={PLOVER_TYPES} word={typeWord} />
      )}
      {before.status !== undefined && (
        <Choice name="status" label="Told as" value={before.status} options={STATUSES} />
      )}
      {before.stance !== undefined && (
        <Choice name="stance" label="Stance" value={before.stance} options={STANCES} />
      )}
      {before.strength !== undefined && (
        <Choice name="strength" label="Strength" value={before.strength} options={STRENGTHS} />
      )}
      {before.actors !== undefined && <Field name="actors" label="Who" value={before.actors} />}
      {before.recipients !== undefined && (
        <Field name="recipients" label="To whom" value={before.recipients} />
      )}
      {before.date !== undefined && <Field name="date" label="Date (EDTF)" value={before.date} />}
      <label className="grow">
        Words (trim to those that count)
        <input name="words" type="text" defaultValue={span.text} />
      </label>
      {entry.kind === 'event' && <Same row={entry.item as EventRow} />}
      <label className="grow">
        Note
        <input name="note" type="text" />
      </label>
      <button type="submit" className="primary">
        Keep
      </button>
      <button type="button" onClick={onCancel}>
        Cancel <kbd>Esc</kbd>
      </button>
    </form>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options: readonly string[]
  readonly word?: (value: string) => string
}

function Choice({ name, label, value, options, word = (it) => it.replaceAll('-', ' ') }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name} defaultValue={value}>
        {options.map((option) => (
          <option key={option} value={option}>
            {word(option)}
          </option>
        ))}
      </select>
    </label>
  )
}

function Field({
  name,
  label,
  value,
}: {
  readonly name: string
  readonly label: string
  readonly value: string
}) {
  return (
    <label>
      {label}
      <input name={name} type="text" defaultValue={value} autoComplete="off" />
    </label>
  )
}

/** Happenings that this report may be one more of: the same parties, about the same day. */
function Same({ row }: { readonly row: EventRow }) {
  const parties = row.actors.slice(0, 1).map(({ country, entity }) => country ?? entity)
  const near = row.day === '' ? {} : { from: shift(row.day, -4), to: shift(row.day, 4) }
  const query = useApi<Page<HappeningRow>>(
    ask('/api/happenings', { actor: parties, ...near }, { limit: '25' }),
  )
  const others = query.data?.items.filter(({ id }) => id !== row.happening) ?? []
  return (
    <label className="grow">
      The same happening as
      <select name="into" defaultValue="">
        <option value="">(no other)</option>
        {others.map((other) => (
          <option key={other.id} value={other.reports[0]?.eventId ?? ''}>
            {other.day}: {partyWords(other.actors, 'somebody')} {typeWord(other.type)}{' '}
            {partyWords(other.recipients)}
          </option>
        ))}
      </select>
    </label>
  )
}

interface Fields {
  readonly type?: string
  readonly status?: string
  readonly stance?: string
  readonly strength?: string
  readonly actors?: string
  readonly recipients?: string
  readonly date?: string
}

const partiesText = (parties: readonly Party[]): string =>
  parties.map(({ entity }) => countryName(entity)).join(', ')

function fieldsOf({ kind, item }: ReviewItem): Fields {
  switch (kind) {
    case 'event': {
      const { type, status, actors, recipients, date } = item as EventRow
      return {
        type,
        status,
        actors: partiesText(actors),
        recipients: partiesText(recipients),
        date: date ?? '',
      }
    }
    case 'statement': {
      const { speakers, addressees } = item as StatementRow
      return { actors: partiesText(speakers), recipients: partiesText(addressees) }
    }
    case 'position': {
      const { stance, holders, toward } = item as PositionRow
      return { stance, actors: partiesText(holders), recipients: partiesText(toward) }
    }
    case 'commitment': {
      const { strength, by, to, due } = item as CommitmentRow
      return { strength, actors: partiesText(by), recipients: partiesText(to), date: due ?? '' }
    }
    case 'figure':
      return {}
  }
}

const entities = (text: string): string[] =>
  text
    .split(',')
    .map((part) => countryCode(part) ?? part.trim())
    .filter(Boolean)

/** Only what was changed. */
function editOf(
  before: Fields,
  text: (name: string) => string,
  span: { readonly start: number; readonly text: string },
  entry: ReviewItem,
): Edit {
  const changed = (name: keyof Fields) => before[name] !== undefined && text(name) !== before[name]
  const words = text('words')
  const at = span.text.indexOf(words)
  const kept = words !== '' && words !== span.text && at >= 0
  const context = entry.context.text.indexOf(words)
  const start = kept ? span.start + at : context >= 0 ? entry.context.start + context : -1
  return {
    ...(changed('type') ? { type: text('type') } : {}),
    ...(changed('status') ? { status: text('status') } : {}),
    ...(changed('stance') ? { stance: text('stance') } : {}),
    ...(changed('strength') ? { strength: text('strength') } : {}),
    ...(changed('actors') ? { actors: entities(text('actors')) } : {}),
    ...(changed('recipients') ? { recipients: entities(text('recipients')) } : {}),
    ...(changed('date') ? { date: text('date') === '' ? null : text('date') } : {}),
    ...(words !== span.text && start >= 0 ? { span: { start, end: start + words.length } } : {}),
  }
}
