import { day } from './format.ts'
import { inReaderZone } from './zone.ts'

interface MomentProps {
  readonly value: string | null
  /** The day alone, for lists. */
  readonly dayOnly?: boolean
}

/** When: a day as it is; an instant in the reader's zone, with the time and zone that the source stated. */
export function Moment({ value, dayOnly = false }: MomentProps) {
  const instant = value === null ? null : inReaderZone(value)
  if (value === null || value === '') return <span className="when">undated</span>
  if (instant === null || dayOnly)
    return (
      <time
        dateTime={value}
        title={instant === null ? undefined : `${instant.here}; stated ${instant.stated}`}
      >
        {day(value)}
      </time>
    )
  return (
    <time dateTime={value}>
      {instant.here} <span className="quiet">(stated {instant.stated})</span>
    </time>
  )
}
