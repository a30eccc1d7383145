import { type FormEvent, type ReactNode, useId } from 'react'
import type { FilterSearch } from '../api/filter.ts'
import { COUNTRIES, countryCode, countryName } from './countries.ts'
import { PLOVER_TYPES, quadWord, typeWord } from './format.ts'

type Field = 'q' | 'actor' | 'other' | 'type' | 'quad' | 'status' | 'source' | 'from' | 'to'

interface FilterBarProps {
  readonly values: FilterSearch
  readonly fields: readonly Field[]
  readonly sources?: readonly { readonly source: string | null; readonly documents: number }[]
  readonly onChange: (values: FilterSearch) => void
  readonly children?: ReactNode
}

/** What narrows a page; sent as one form, so that it works with the keyboard alone, and kept in the URL. */
export function FilterBar({ values, fields, sources = [], onChange, children }: FilterBarProps) {
  const countries = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const entries = fields.flatMap((name) => {
      const value = form.get(name)
      if (typeof value !== 'string' || value.trim() === '') return []
      return [[name, name === 'actor' || name === 'other' ? codes(value) : value.trim()] as const]
    })
    onChange({ ...keep(values, fields), ...Object.fromEntries(entries) })
  }
  const narrowed = fields.some((name) => values[name] !== undefined && values[name] !== '')
  return (
    <form className="filters" onSubmit={submit} key={JSON.stringify(values)}>
      {fields.map((name) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: each Control is an input or a select.
        <label key={name} className={name === 'q' ? 'grow' : undefined}>
          {LABEL[name]}
          <Control name={name} value={values[name] ?? ''} list={countries} sources={sources} />
        </label>
      ))}
      <datalist id={countries}>
        {COUNTRIES.map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
      {children}
      <button type="submit">Show</button>
      {narrowed && (
        <button type="button" className="plain" onClick={() => onChange(keep(values, fields))}>
          Clear
        </button>
      )}
    </form>
  )
}

const LABEL: { readonly [F in Field]: string } = {
  q: 'Words',
  actor: 'Actor or country',
  other: 'With',
  type: 'Act',
  quad: 'Class',
  status: 'Told as',
  source: 'Source',
  from: 'From',
  to: 'To',
}

/** Values that this form does not show stay as they are. */
function keep(values: FilterSearch, fields: readonly Field[]): FilterSearch {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !fields.includes(name as Field)))
}

/** "China, Vietnam" as codes; what is no country is taken for an entity as it is typed. */
const codes = (typed: string): string =>
  typed
    .split(',')
    .map((part) => countryCode(part) ?? part.trim())
    .filter(Boolean)
    .join(',')

const spelled = (value: string): string => value.split(',').map(countryName).join(', ')

interface ControlProps {
  readonly name: Field
  readonly value: string
  readonly list: string
  readonly sources: NonNullable<FilterBarProps['sources']>
}

const QUADS = ['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict']
const STATUSES = ['asserted', 'negated', 'planned', 'hypothetical', 'historical']

function Control({ name, value, list, sources }: ControlProps) {
  if (name === 'q') return <input name="q" type="search" defaultValue={value} />
  if (name === 'from' || name === 'to') return <input name={name} type="date" defaultValue={value} />
  if (name === 'actor' || name === 'other')
    return <input name={name} type="text" list={list} defaultValue={spelled(value)} autoComplete="off" />
  const options: readonly (readonly [string, string])[] =
    name === 'type'
      ? PLOVER_TYPES.map((type) => [type, typeWord(type)] as const)
      : name === 'quad'
        ? QUADS.map((quad) => [quad, quadWord(quad)] as const)
        : name === 'status'
          ? STATUSES.map((status) => [status, status] as const)
          : sources.flatMap(({ source, documents }) =>
              source === null ? [] : [[source, `${source} (${documents})`] as const],
            )
  return (
    <select name={name} defaultValue={value}>
      <option value="">all</option>
      {options.map(([code, word]) => (
        <option key={code} value={code}>
          {word}
        </option>
      ))}
    </select>
  )
}
