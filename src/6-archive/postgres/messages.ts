import type { Cell, Row } from '../sqlite/driver.ts'

/** A statement in PostgreSQL's own words; without parameters (null) it may be several. */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly Cell[] | null
}

/** What the thread that speaks to the server is asked: statements in their order; the rows of the last are given. */
export interface Asked {
  readonly close: boolean
  readonly statements: readonly Statement[]
}

export type Answer = { readonly rows: Row[] } | { readonly message: string; readonly code: string | null }
