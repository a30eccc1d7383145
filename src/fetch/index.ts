/** The way out to the net: one guarded, bounded, polite GET for feeds and pages. */
export { type AddressRule, addressRule } from './address-rule.ts'
export type { Fetched, FetchQuestion } from './fetched.ts'
export type { FetcherOptions } from './fetcher-options.ts'
export { type Fetcher, openFetcher } from './open-fetcher.ts'
