import type { Filter, Page, PageOptions } from './answers.ts'

/** When a watch fires. */
export type WatchCondition =
  /** Each new happening. */
  | { readonly kind: 'each' }
  /** At least so many happenings within so many days. */
  | { readonly kind: 'count'; readonly atLeast: number; readonly days: number }
  /** An open undertaking falls due within so many days. */
  | { readonly kind: 'due'; readonly withinDays: number }
  /** Somebody has changed sides on a matter. */
  | { readonly kind: 'position' }

/** A question that is asked of all that arrives, and what is done when something answers it. */
export interface Watch {
  readonly id: string
  readonly title: string
  readonly question: Filter
  /** Slug of a dossier whose question narrows further; null for none. */
  readonly dossier: string | null
  readonly condition: WatchCondition
  /** At least two of these must be parties: entity ids or alpha-3 codes. Empty asks nothing. */
  readonly rivals: readonly string[]
  readonly webhook: { readonly url: string; readonly secret: string } | null
  /** Program and arguments; it gets the firing as JSON on standard input. */
  readonly command: readonly string[] | null
  readonly paused: boolean
}

/** A watch as it is kept. */
export interface WatchRow extends Watch {
  /** Made once and never again, even under the same id. */
  readonly uid: string
  /** ISO 8601, with the time. */
  readonly madeAt: string
  /** Arrival up to which the archive has been asked. */
  readonly mark: string
  readonly firings: number
  readonly lastFired: string | null
  /** Deliveries on their way, and those of them that failed at least once. */
  readonly waiting: number
  readonly failing: number
}

export type Channel = 'webhook' | 'command'

/** Something that a watch caught, as it is told to everybody. */
export interface Firing {
  /** The same however often it is delivered: receivers tell by it what they have. */
  readonly id: string
  readonly watch: string
  /** ISO 8601, with the time. */
  readonly at: string
  readonly kind: WatchCondition['kind']
  /** One line. */
  readonly title: string
  /** Day that it speaks of, ISO 8601; null where none is known. */
  readonly day: string | null
  /** The document and item where its words stand; null where it rests on none in particular. */
  readonly documentId: string | null
  readonly item: string | null
  /** What made the watch fire. */
  readonly items: readonly {
    readonly kind: 'happening' | 'event' | 'undertaking' | 'commitment' | 'position'
    readonly id: string
  }[]
  /** The words that it rests on. */
  readonly evidence: readonly {
    readonly documentId: string
    readonly title: string | null
    readonly source: string | null
    readonly published: string | null
    readonly text: string
    /** Offsets into the document's text; null where the archive gives the words alone. */
    readonly start: number | null
    readonly end: number | null
  }[]
}

/** A firing before it is kept. */
export interface NewFiring {
  /** What it is known by: one that shares a member with a firing of the same watch is that firing again. */
  readonly members: readonly [string, ...string[]]
  readonly firing: Omit<Firing, 'id' | 'watch' | 'at'>
}

/** A firing on its way to a receiver. */
export interface Delivery {
  readonly id: number
  readonly channel: Channel
  /** How often it was tried before. */
  readonly attempts: number
  readonly watch: Watch
  readonly firing: Firing
}

export interface DeliveryRow {
  readonly id: number
  readonly firing: string
  readonly watch: string
  readonly channel: Channel
  readonly state: 'waiting' | 'delivered' | 'refused'
  readonly attempts: number
  readonly nextAt: string
  readonly error: string | null
}

/** Watches, what they caught, and what is still to be delivered; each step is on the disk when it returns. */
export interface WatchStore {
  list(): Promise<readonly WatchRow[]>
  get(id: string): Promise<WatchRow | null>
  /** Keeps a watch; a new one looks at what arrives from now on. `at` is the instant, ISO 8601. */
  save(watch: Watch, at: string): Promise<void>
  /** Forgets a watch with its firings and deliveries; false when there is none. */
  remove(id: string): Promise<boolean>
  /**
   * Keeps what a watch caught, makes its deliveries and moves its mark, all or nothing. What it caught before is left
   * out. null: somebody else has moved the mark meanwhile, ask again.
   */
  caught(
    id: string,
    step: {
      readonly from: string
      readonly to: string
      readonly at: string
      readonly firings: readonly NewFiring[]
    },
  ): Promise<readonly Firing[] | null>
  /** Newest first. */
  firings(
    question?: { readonly watch?: string | undefined },
    page?: Pick<PageOptions, 'limit' | 'cursor'>,
  ): Promise<Page<Firing>>
  /** Takes deliveries that are due at an instant; nobody else gets them until `until`. */
  claim(at: string, until: string, limit: number): Promise<readonly Delivery[]>
  /** Says what became of a delivery; one that failed is tried again at `nextAt`. */
  settle(
    id: number,
    outcome:
      | { readonly state: 'delivered' | 'refused'; readonly error?: string }
      | { readonly state: 'waiting'; readonly error: string; readonly nextAt: string },
  ): Promise<void>
  deliveries(question?: {
    readonly watch?: string
    readonly state?: DeliveryRow['state']
  }): Promise<readonly DeliveryRow[]>
}
