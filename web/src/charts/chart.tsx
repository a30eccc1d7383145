import { type ReactNode, useId, useState } from 'react'
import { toCsv } from './to-csv.ts'

/** A column of the table that stands behind a chart. */
export interface Column<Row> {
  readonly name: string
  readonly value: (row: Row) => string | number | null
  /** How a cell is shown where it is more than its value. */
  readonly cell?: (row: Row) => ReactNode
}

interface ChartProps<Row> {
  readonly title: string
  readonly sub?: ReactNode
  readonly legend?: ReactNode
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  /** Name of the CSV without its ending. */
  readonly file: string
  readonly className?: string
  readonly children: ReactNode
}

/** A chart with its title, its legend, its table and its CSV. */
export function Chart<Row>(props: ChartProps<Row>) {
  const { title, sub, legend, rows, columns, file, className, children } = props
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  return (
    <figure className={className === undefined ? 'chart' : `chart ${className}`} aria-labelledby={id}>
      <figcaption className="chart-head">
        <span className="chart-title" id={id}>
          {title}
        </span>
        {sub !== undefined && <span className="chart-sub">{sub}</span>}
        <span className="chart-tools">
          <button type="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            Table<span className="unseen"> of {title}</span>
          </button>
          <button type="button" onClick={() => download(`${file}.csv`, toCsv(columns, rows))}>
            CSV<span className="unseen"> of {title}</span>
          </button>
        </span>
      </figcaption>
      {legend}
      {asTable ? <ChartTable rows={rows} columns={columns} title={title} /> : children}
    </figure>
  )
}

interface TableProps<Row> {
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly title: string
}

const MOST_ROWS = 500

function ChartTable<Row>({ rows, columns, title }: TableProps<Row>) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard. */}
      <section className="table-wrap" tabIndex={0} aria-label={`Table: ${title}`}>
        <table>
          <thead>
            <tr>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table that is drawn anew whole.
              <tr key={i}>
                {columns.map(({ name, value, cell }) => (
                  <td key={name} className={typeof value(row) === 'number' ? 'number' : undefined}>
                    {cell?.(row) ?? value(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > MOST_ROWS && (
        <p className="from">
          The first {MOST_ROWS} of {rows.length} rows; the CSV has all.
        </p>
      )}
    </>
  )
}

/** Hands a text to the reader as a file. */
function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
