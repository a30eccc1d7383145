/** Events of other data sets, beside our own. */
export { type CompareOptions, type Comparison, compareForeign } from './compare-foreign.ts'
export { type ForeignLine, readForeign } from './read-foreign.ts'
