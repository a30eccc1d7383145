import { useCallback, useState } from 'react'
import { getJson, postJson } from '../api/client.ts'
import type { Correction, CorrectionRequest, Edit, ReviewItem } from '../api/rows.ts'

interface Review {
  readonly current: ReviewItem | null
  readonly at: number
  readonly judged: readonly Correction[]
  readonly error: string | null
  /** What a screen reader is told. */
  readonly said: string
  readonly accept: () => void
  readonly reject: () => void
  readonly skip: () => void
  readonly undo: () => void
  readonly edit: (edit: Edit, note: string) => void
  readonly merge: (into: string, note: string) => void
}

/** Works through a queue: a verdict is sent, the next item comes at once, and the last verdict can be taken back. */
export function useReview(items: readonly ReviewItem[], who: string): Review {
  const [at, setAt] = useState(0)
  const [judged, setJudged] = useState<readonly (Correction & { readonly place: number })[]>([])
  const [error, setError] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const current = items[at] ?? null

  const judge = useCallback(
    (request: Omit<CorrectionRequest, 'who' | 'item'>, words: string) => {
      if (current === null) return
      const place = at
      setAt(at + 1)
      setError(null)
      setSaid(words)
      postJson<Correction>('/api/corrections', { who, item: current.item.id, ...request })
        .then((kept) => setJudged((before) => [...before, { ...kept, place }]))
        .catch((failure: unknown) => {
          setAt(place)
          setError(failure instanceof Error ? failure.message : String(failure))
        })
    },
    [at, current, who],
  )
  const undo = useCallback(() => {
    const last = judged.at(-1)
    if (last === undefined) return
    setError(null)
    getJson(`/api/corrections/${encodeURIComponent(last.id)}`, { method: 'DELETE' })
      .then(() => {
        setJudged((before) => before.slice(0, -1))
        setAt(last.place)
        setSaid('taken back')
      })
      .catch((failure: unknown) => setError(failure instanceof Error ? failure.message : String(failure)))
  }, [judged])
  return {
    current,
    at,
    judged,
    error,
    said,
    accept: useCallback(() => judge({ action: 'accept' }, 'right'), [judge]),
    reject: useCallback(() => judge({ action: 'reject' }, 'wrong'), [judge]),
    skip: useCallback(() => setAt((before) => Math.min(before + 1, items.length)), [items.length]),
    undo,
    edit: useCallback((edit, note) => judge({ action: 'edit', edit, ...noted(note) }, 'mended'), [judge]),
    merge: useCallback((into, note) => judge({ action: 'merge', into, ...noted(note) }, 'merged'), [judge]),
  }
}

const noted = (note: string): { readonly note?: string } => (note.trim() === '' ? {} : { note: note.trim() })
