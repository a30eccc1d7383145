import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { postJson } from '../api/client.ts'
import type { Filter, WatchCondition } from '../api/rows.ts'
import { queries } from '../api/use-api.ts'

type Kind = WatchCondition['kind']

interface WatchButtonProps {
  readonly title: string
  readonly question: Filter
  /** The dossier whose question it is. */
  readonly dossier?: string
}

/** Sets a watch over a question: when it fires is chosen, what it asks is what the page asks. */
export function WatchButton({ title, question, dossier }: WatchButtonProps) {
  const [kind, setKind] = useState<Kind>('each')
  const watch = useMutation({
    mutationFn: (condition: WatchCondition) =>
      postJson('/api/watches', {
        title,
        condition,
        ...(dossier === undefined ? { question } : { question: {}, dossier }),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/api/watches'] }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    watch.mutate(conditionOf(kind, (name) => Number(form.get(name))))
  }
  return (
    <details className="menu">
      <summary className="button">{watch.isSuccess ? 'Watched' : 'Watch'}</summary>
      <form className="menu-form" onSubmit={submit}>
        <label>
          Tell me of{' '}
          <select value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
            <option value="each">each new happening</option>
            <option value="count">many at once</option>
            <option value="due">promises that fall due</option>
            <option value="position">changes of position</option>
          </select>
        </label>
        {kind === 'count' && (
          <label>
            at least <input name="atLeast" type="number" min={1} defaultValue={5} /> within{' '}
            <input name="days" type="number" min={1} defaultValue={7} /> days
          </label>
        )}
        {kind === 'due' && (
          <label>
            within <input name="withinDays" type="number" min={0} defaultValue={14} /> days
          </label>
        )}
        <button type="submit" className="primary" disabled={watch.isPending}>
          Set the watch
        </button>
        <p role="status">
          {watch.isSuccess && 'The watch is set: Today shows what it catches, and so does its feed.'}
          {watch.error?.message}
        </p>
      </form>
    </details>
  )
}

function conditionOf(kind: Kind, number: (name: string) => number): WatchCondition {
  switch (kind) {
    case 'count':
      return { kind, atLeast: number('atLeast'), days: number('days') }
    case 'due':
      return { kind, withinDays: number('withinDays') }
    default:
      return { kind }
  }
}
