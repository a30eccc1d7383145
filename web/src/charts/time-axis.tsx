import { type TimeScale, timeTicks } from './time.ts'

interface TimeAxisProps {
  readonly scale: TimeScale
  readonly width: number
  /** Where the words stand. */
  readonly y: number
  /** How far up the grid goes from there. */
  readonly height: number
}

/** The line of time under a chart, with a quiet grid. */
export function TimeAxis({ scale, width, y, height }: TimeAxisProps) {
  return (
    <g className="axis" aria-hidden="true">
      {timeTicks(scale, width).map(({ at, label, strong }) => (
        <g key={at} transform={`translate(${Math.round(at)},0)`}>
          <line y1={y - height} y2={y + 4} />
          <text x={3} y={y + 15} className={strong ? 'strong' : undefined}>
            {label}
          </text>
        </g>
      ))}
    </g>
  )
}
