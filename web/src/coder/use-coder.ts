import { useCallback, useEffect, useRef, useState } from 'react'
import type { Relation, RelationQuestion } from '../reading/relation.ts'
import type { Asked, Text, Told } from './messages.ts'

export interface CoderState {
  /** Bytes of the models that have come, by model. */
  readonly loading: ReadonlyMap<string, { readonly loaded: number; readonly total: number }>
  readonly ready: boolean
  readonly busy: boolean
  readonly result: Extract<Told, { kind: 'coded' }> | null
  readonly error: string | null
}

interface Coder {
  readonly code: (text: Text) => void
  /** What competed between two parties of a sentence. */
  readonly relate: (question: RelationQuestion) => Promise<Relation>
}

const FIRST: CoderState = { loading: new Map(), ready: false, busy: false, result: null, error: null }

/** The coder in a worker of its own, loaded when the page that uses it is opened and ended when it is left. */
export function useCoder(): CoderState & Coder {
  const worker = useRef<Worker | null>(null)
  const waiting = useRef(new Map<number, (relation: Relation) => void>())
  const asked = useRef(0)
  const [state, setState] = useState(FIRST)
  useEffect(() => {
    const made = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'coder' })
    made.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.kind !== 'related') return setState((was) => after(was, data))
      waiting.current.get(data.id)?.(data.relation)
      waiting.current.delete(data.id)
    }
    made.onerror = (event) =>
      setState((was) => ({ ...was, busy: false, error: event.message || 'the coder failed' }))
    worker.current = made
    setState(FIRST)
    return () => made.terminate()
  }, [])
  const code = useCallback((text: Text) => {
    setState((was) => ({ ...was, busy: true, error: null }))
    worker.current?.postMessage({ kind: 'code', ...text } satisfies Asked)
  }, [])
  const relate = useCallback(
    (question: RelationQuestion) =>
      new Promise<Relation>((resolve) => {
        const id = ++asked.current
        waiting.current.set(id, resolve)
        worker.current?.postMessage({ kind: 'relate', id, question } satisfies Asked)
      }),
    [],
  )
  return { ...state, code, relate }
}

function after(was: CoderState, told: Exclude<Told, { kind: 'related' }>): CoderState {
  switch (told.kind) {
    case 'loading':
      return { ...was, loading: new Map(was.loading).set(told.part, told) }
    case 'ready':
      return { ...was, ready: true }
    case 'coded':
      return { ...was, busy: false, result: told }
    case 'failed':
      return { ...was, busy: false, error: told.message }
  }
}
