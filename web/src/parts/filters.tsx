import type { FormEvent } from 'react'

interface Values {
  readonly q?: string
  readonly source?: string
  readonly from?: string
  readonly to?: string
}

interface FiltersProps {
  readonly values: Values
  readonly sources: readonly { readonly source: string | null; readonly documents: number }[]
  readonly onChange: (values: Values) => void
}

/** Text, source and period; sent as one form, so that it works with the keyboard alone. */
export function Filters({ values, sources, onChange }: FiltersProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const entries = ['q', 'source', 'from', 'to'].flatMap((name) => {
      const value = form.get(name)
      return typeof value === 'string' && value !== '' ? [[name, value] as const] : []
    })
    onChange(Object.fromEntries(entries))
  }
  const narrowed = Object.values(values).some((value) => value !== undefined && value !== '')
  return (
    <form className="filters" onSubmit={submit} key={JSON.stringify(values)}>
      <label>
        Words <input name="q" type="search" defaultValue={values.q ?? ''} />
      </label>
      <label>
        Source{' '}
        <select name="source" defaultValue={values.source ?? ''}>
          <option value="">all</option>
          {sources.map(({ source, documents }) =>
            source === null ? null : (
              <option key={source} value={source}>
                {source} ({documents})
              </option>
            ),
          )}
        </select>
      </label>
      <label>
        From <input name="from" type="date" defaultValue={values.from ?? ''} />
      </label>
      <label>
        To <input name="to" type="date" defaultValue={values.to ?? ''} />
      </label>
      <button type="submit">Show</button>
      {narrowed && (
        <button type="button" className="plain" onClick={() => onChange({})}>
          Clear
        </button>
      )}
    </form>
  )
}
