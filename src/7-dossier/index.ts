/** Floor 7: questions asked of an archive, and what leaves it. */
export { DEMO_DOSSIERS } from './demo-dossiers.ts'
export {
  EXPORTS,
  type ExportKind,
  type ExportRow,
  exportRows,
  toCommitmentCells,
  toEventCells,
  toStatementCells,
} from './export-rows.ts'
export { toCsv } from './to-csv.ts'
