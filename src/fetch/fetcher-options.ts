import type { AddressRule } from './address-rule.ts'

export interface FetcherOptions {
  /** Names whoever asks, e.g. `rapporteur/0.1.0 (+mailto:desk@example.org)`. */
  readonly userAgent: string
  readonly rule: AddressRule
  /** Least time between two requests to one host, in milliseconds. @default 2000 */
  readonly pauseMs?: number
  /** Longest wait for a connection, for headers, and between two pieces of a body, in milliseconds. @default 15_000 */
  readonly patienceMs?: number
  /** Longest time for one answer from the first byte to the last, in milliseconds. @default 60_000 */
  readonly wholeMs?: number
  /** Ask robots.txt first. @default true */
  readonly robots?: boolean
}
