import type { ReactNode } from 'react'
import type { FacetValue } from '../api/rows.ts'
import { number } from '../parts/format.ts'
import { Chart, type Column } from './chart.tsx'

const COLUMNS: readonly Column<FacetValue>[] = [
  { name: 'Value', value: ({ name, value }) => name ?? value },
  { name: 'Count', value: ({ count }) => count },
]

interface FacetBarsProps {
  readonly title: string
  readonly values: readonly FacetValue[]
  readonly file: string
  /** The name as something more than words. */
  readonly label?: (value: FacetValue) => ReactNode
}

/** Counts of a field's values as bars. */
export function FacetBars({ title, values, file, label }: FacetBarsProps) {
  const most = Math.max(1, ...values.map(({ count }) => count))
  return (
    <Chart title={title} rows={values} columns={COLUMNS} file={file}>
      <ol className="bars-list">
        {values.map((row) => (
          <li key={row.value}>
            <span className="bar-name">{label?.(row) ?? row.name ?? row.value}</span>
            <span className="stack" aria-hidden="true">
              <span style={{ width: `${(100 * row.count) / most}%` }} />
            </span>
            <span className="count">{number(row.count)}</span>
          </li>
        ))}
      </ol>
    </Chart>
  )
}
