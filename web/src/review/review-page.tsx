import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { withQuery } from '../api/client.ts'
import type { ItemKind, Page, PrecisionReport, ReviewItem } from '../api/rows.ts'
import { useApi } from '../api/use-api.ts'
import { DeskPage } from '../parts/page.tsx'
import { Answer, Empty } from '../parts/states.tsx'
import { EditForm } from './edit-form.tsx'
import { Judged } from './judged.tsx'
import { ReviewCard } from './review-card.tsx'
import { reviewer } from './reviewer.ts'
import { useReview } from './use-review.ts'

/** Which items come, as it stands in the URL. */
export interface ReviewSearch {
  readonly queue?: string
  readonly kind?: string
  readonly rule?: string
  readonly actor?: string
  readonly seed?: string
}

const KINDS: readonly ItemKind[] = ['event', 'statement', 'position', 'commitment', 'figure']

/** Item after item judged with the keyboard alone; what is judged is the user's own gold set. */
export function ReviewPage() {
  const search: ReviewSearch = useSearch({ strict: false })
  const who = reviewer()
  const url = withQuery('/api/review', {
    order: search.queue === 'doubtful' ? 'doubtful' : 'random',
    kind: search.kind ?? 'event',
    rule: search.rule,
    actor: search.actor,
    seed: search.seed ?? '1',
    who,
    limit: '30',
  })
  const queue = useApi<Page<ReviewItem>>(url)
  return (
    <DeskPage
      title="Review"
      className="wide"
      lead="Does the record say what the words say? What you decide is kept apart from the record, survives re-coding, and measures it."
      json={url}
    >
      <Queue search={search} />
      <Answer query={queue} what="the queue">
        {({ items }) => <Working key={url} items={items} who={who} onMore={() => void queue.refetch()} />}
      </Answer>
    </DeskPage>
  )
}

function Queue({ search }: { readonly search: ReviewSearch }) {
  const navigate = useNavigate()
  const change = (next: ReviewSearch) => void navigate({ to: '/review', search: next, replace: true })
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        const words = ['queue', 'kind', 'rule', 'actor'].flatMap((name) => {
          const value = form.get(name)
          return typeof value === 'string' && value !== '' ? [[name, value] as const] : []
        })
        change({ ...Object.fromEntries(words), seed: String(1 + (Number(search.seed ?? '1') % 9999)) })
      }}
    >
      <label>
        Queue
        <select name="queue" defaultValue={search.queue ?? 'random'}>
          <option value="random">a random sample</option>
          <option value="doubtful">lowest confidence first</option>
        </select>
      </label>
      <label>
        Of
        <select name="kind" defaultValue={search.kind ?? 'event'}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kind}s
            </option>
          ))}
        </select>
      </label>
      <label className="grow">
        One rule
        <input name="rule" type="text" defaultValue={search.rule ?? ''} placeholder="any" />
      </label>
      <label>
        One actor
        <input name="actor" type="text" defaultValue={search.actor ?? ''} placeholder="any" />
      </label>
      <button type="submit">Draw anew</button>
    </form>
  )
}

interface WorkingProps {
  readonly items: readonly ReviewItem[]
  readonly who: string
  readonly onMore: () => void
}

function Working({ items, who, onMore }: WorkingProps) {
  const review = useReview(items, who)
  const [editing, setEditing] = useState(false)
  const { current, accept, reject, undo, skip } = review
  useKeys(!editing, { a: accept, r: reject, u: undo, s: skip, e: () => current !== null && setEditing(true) })
  const report = useApi<PrecisionReport>('/api/precision')
  useEffect(() => {
    if (review.judged.length > 0) void report.refetch()
  }, [review.judged.length, report.refetch])
  return (
    <div className="columns lead-right">
      <div>
        {current === null ? (
          <Empty>
            <p>
              {items.length === 0
                ? 'Nothing is left to judge in this queue.'
                : 'You have worked through these.'}
            </p>
            {items.length > 0 && (
              <button type="button" className="primary" onClick={onMore}>
                Fetch more
              </button>
            )}
          </Empty>
        ) : (
          <>
            <ReviewCard entry={current} at={review.at + 1} of={items.length} />
            {editing ? (
              <EditForm
                entry={current}
                onCancel={() => setEditing(false)}
                onSend={(edit, note) => {
                  setEditing(false)
                  review.edit(edit, note)
                }}
                onMerge={(into, note) => {
                  setEditing(false)
                  review.merge(into, note)
                }}
              />
            ) : (
              <div className="verdicts">
                <button type="button" className="primary" onClick={accept}>
                  Right <kbd>a</kbd>
                </button>
                <button type="button" onClick={reject}>
                  Wrong <kbd>r</kbd>
                </button>
                <button type="button" onClick={() => setEditing(true)}>
                  Mend <kbd>e</kbd>
                </button>
                <button type="button" onClick={skip}>
                  Pass <kbd>s</kbd>
                </button>
                <button type="button" onClick={undo} disabled={review.judged.length === 0}>
                  Undo <kbd>u</kbd>
                </button>
              </div>
            )}
          </>
        )}
        {review.error !== null && (
          <p role="alert">
            <b>That was not kept.</b> {review.error}
          </p>
        )}
        <output className="unseen">{review.said}</output>
      </div>
      <Judged report={report.data ?? null} judged={review.judged.length} who={who} />
    </div>
  )
}

/** Single keys, while no field is written in. */
function useKeys(on: boolean, keys: { readonly [key: string]: () => void }): void {
  const press = useCallback(
    (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
      if (!on || typing || event.metaKey || event.ctrlKey || event.altKey) return
      const act = keys[event.key]
      if (act === undefined) return
      event.preventDefault()
      act()
    },
    [on, keys],
  )
  useEffect(() => {
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [press])
}
