/** Floor 7: questions asked of an archive, and what leaves it. */
export { DEMO_DOSSIERS } from './demo-dossiers.ts'
export { EXPORTS, type ExportKind, exportRows } from './export-rows.ts'
export { toCsv } from './to-csv.ts'
