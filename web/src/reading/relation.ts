import { createContext } from 'react'
import { postJson } from '../api/client.ts'

/** A sentence with its two parties marked. */
export interface RelationQuestion {
  readonly text: string
  readonly actor: { readonly start: number; readonly end: number } | null
  readonly recipient: { readonly start: number; readonly end: number } | null
}

/** What holds between two parties, and what else it might be. */
export interface Relation {
  readonly type: string
  readonly confidence: number
  readonly scores: { readonly [type: string]: number }
}

/** Who tells relations: the server of the archive; the browser itself where the text must not leave it. */
export const RelateContext = createContext<(asked: RelationQuestion) => Promise<Relation>>((asked) =>
  postJson<Relation>('/api/relate', asked),
)
