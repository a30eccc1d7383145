import { ask } from '../api/filter.ts'
import type { Filter } from '../api/rows.ts'

/** A list, the format that it leaves in, and who opens that. */
const FORMATS = [
  ['events', 'csv', 'Events, CSV: spreadsheets, R, Python'],
  ['events', 'parquet', 'Events, Parquet: DuckDB, Arrow'],
  ['events', 'geojson', 'Events, GeoJSON: QGIS'],
  ['events', 'gexf', 'Network, GEXF: Gephi'],
  ['events', 'polecat', 'Events in POLECAT’s columns'],
  ['events', 'ics', 'Meetings and due dates, iCalendar'],
  ['statements', 'csv', 'Statements, CSV'],
  ['commitments', 'csv', 'Commitments, CSV'],
  ['events', 'jsonl', 'Events, JSON Lines'],
] as const

/** What leaves the archive, for the question of a page. */
export function ExportLinks({ filter }: { readonly filter: Filter }) {
  return (
    <details className="menu">
      <summary className="button">Export</summary>
      <ul>
        {FORMATS.map(([list, format, words]) => (
          <li key={`${list} ${format}`}>
            <a href={ask(`/api/export/${list}`, filter, { format })} download>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
