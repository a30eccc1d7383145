/** Floor 7: questions asked of an archive, and what leaves it. */
export { DEMO_DOSSIERS } from './demo-dossiers.ts'
export * from './exports/index.ts'
export * from './imports/index.ts'
export { type OpenDossier, openDossier } from './open-dossier.ts'
export { type PositionChange, type PositionSeries, positionsOverTime } from './positions-over-time.ts'
export { toCsv } from './to-csv.ts'
export { type Today, type TodayQuestion, today } from './today.ts'
export * from './watches/index.ts'
