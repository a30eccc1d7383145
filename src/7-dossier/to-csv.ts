/** Cells that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** Rows as CSV (RFC 4180); a cell that a spreadsheet would run as a formula gets an apostrophe in front. */
export function toCsv(
  rows: readonly Readonly<Record<string, unknown>>[],
  columns: readonly string[],
): string {
  const line = (cells: readonly string[]) => `${cells.join(',')}\r\n`
  return line(columns) + rows.map((row) => line(columns.map((column) => cell(row[column])))).join('')
}

function cell(value: unknown): string {
  if (typeof value === 'number') return String(value)
  const text = value === null || value === undefined ? '' : String(value)
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
