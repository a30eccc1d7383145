import type { DocumentRecord } from '../api/types.ts'
import type { Relation, RelationQuestion } from '../reading/relation.ts'

/** A file or a pasted text, to be coded. */
export interface Text {
  /** Bytes of a file, or the text that was pasted. */
  readonly bytes: Uint8Array
  readonly name: string | null
  readonly title: string | null
  readonly published: string | null
}

/** What the page asks of the coder. */
export type Asked =
  | ({ readonly kind: 'code' } & Text)
  | { readonly kind: 'relate'; readonly id: number; readonly question: RelationQuestion }

/** What the coder tells the page. */
export type Told =
  | { readonly kind: 'loading'; readonly part: string; readonly loaded: number; readonly total: number }
  | { readonly kind: 'ready'; readonly milliseconds: number }
  | {
      readonly kind: 'coded'
      readonly records: readonly DocumentRecord[]
      readonly refused: readonly string[]
      readonly milliseconds: number
    }
  | { readonly kind: 'related'; readonly id: number; readonly relation: Relation }
  | { readonly kind: 'failed'; readonly message: string }
