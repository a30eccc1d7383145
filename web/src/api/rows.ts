/** The shapes of lists, as docs/api.md says them; only what the desk shows. */

export interface Party {
  readonly entity: string
  readonly name: string | null
  readonly country: string | null
}

export interface Origin {
  readonly documentId: string
  readonly title: string | null
  readonly source: string | null
  readonly published: string | null
}

export interface Snippet {
  readonly text: string
  readonly marks: readonly (readonly [number, number])[]
}

export interface EventRow {
  readonly id: string
  readonly day: string
  readonly type: string
  readonly quad: string
  readonly status: 'asserted' | 'negated' | 'planned' | 'hypothetical' | 'historical'
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly evidence: { readonly text: string }
  readonly origin: Origin
}

export interface StatementRow {
  readonly id: string
  readonly day: string
  readonly kind: string
  readonly speakers: readonly Party[]
  readonly quote: { readonly text: string }
  readonly origin: Origin
}

export interface CommitmentRow {
  readonly id: string
  readonly day: string
  readonly by: readonly Party[]
  readonly act: { readonly text: string }
  readonly due: string | null
  readonly strength: string
  readonly origin: Origin
}

export interface HappeningRow {
  readonly id: string
  readonly day: string
  readonly type: string
  readonly quad: string
  readonly status: EventRow['status']
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly sources: number
  readonly reports: readonly (Origin & { readonly eventId: string; readonly evidence: string })[]
}

/** Names of parties, "somebody" for none. */
export const partyNames = (parties: readonly Party[], nobody = ''): string =>
  parties.length === 0 ? nobody : parties.map(({ name, country }) => name ?? country ?? 'somebody').join(', ')
