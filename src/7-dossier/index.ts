/** Floor 7: questions asked of an archive, and what leaves it. */
export { DEMO_DOSSIERS } from './demo-dossiers.ts'
export * from './exports/index.ts'
export { toCsv } from './to-csv.ts'
