import { scaleLinear } from 'd3-scale'
import { mostOf, type PeriodCounts } from './period-bars.tsx'
import { instant, periodEnd, timeScale } from './time.ts'

interface SparklineProps {
  readonly rows: readonly PeriodCounts[]
  readonly from: string
  readonly to: string
  readonly period: 'day' | 'week' | 'month' | 'year'
  readonly label: string
}

const WIDTH = 300
const HEIGHT = 40

/** Cooperation above, conflict below, without words: a glance. */
export function Sparkline({ rows, from, to, period, label }: SparklineProps) {
  const x = timeScale(from, to, 0, WIDTH)
  const most = mostOf(rows)
  const y = scaleLinear([-most, most], [HEIGHT, 0])
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {rows.map((row) => {
        const left = x(instant(row.period))
        const width = Math.max(1.5, x(instant(periodEnd(row.period, period))) - left - 1)
        const up = row.verbalCooperation + row.materialCooperation
        const down = row.verbalConflict + row.materialConflict
        return (
          <g key={row.period}>
            <rect
              className="fill-material-cooperation"
              x={left}
              width={width}
              y={y(up)}
              height={y(0) - y(up)}
            />
            <rect
              className="fill-material-conflict"
              x={left}
              width={width}
              y={y(0)}
              height={y(-down) - y(0)}
            />
          </g>
        )
      })}
      <rect className="fill-soft" y={y(0) - 0.25} width={WIDTH} height={0.5} />
    </svg>
  )
}
