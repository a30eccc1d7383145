import type { Page, PageOptions, Party } from './answers.ts'

/** Data sets whose events can be kept beside our own. */
export type ForeignSet = 'polecat' | 'icews' | 'gdelt'

/** An event that another data set reports: kept beside the record, never in it. It comes without the words. */
export interface ForeignEvent {
  /** Of the row: the same row is kept once; data sets give one id to several rows. */
  readonly id: string
  readonly set: ForeignSet
  /** The id that the data set gives it. */
  readonly foreignId: string
  /** ISO 8601 */
  readonly day: string
  /** PLOVER; null where the code has no equal (CAMEO 01 and 02). */
  readonly type: string | null
  readonly mode: string | null
  readonly quad: string | null
  readonly cameo: string | null
  /** As the data set scales it: POLECAT's intensity, else Goldstein, -10 to 10. */
  readonly intensity: number | null
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly place: string | null
  readonly placeCountry: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly source: string | null
  readonly url: string | null
}

export interface ForeignQuestion {
  readonly set?: ForeignSet | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Events of other data sets. */
export interface ForeignStore {
  /** Keeps events, all or none; gives how many were new. */
  add(events: readonly ForeignEvent[]): Promise<number>
  /** By day, oldest first. */
  list(question?: ForeignQuestion, page?: Pick<PageOptions, 'limit' | 'cursor'>): Promise<Page<ForeignEvent>>
  /** How many there are of each set, and of which days. */
  sets(): Promise<
    readonly {
      readonly set: ForeignSet
      readonly events: number
      readonly from: string
      readonly to: string
    }[]
  >
  /** Forgets a data set; gives how many events went. */
  remove(set: ForeignSet): Promise<number>
}
