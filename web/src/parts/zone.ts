/** The reader's own time zone, as the browser knows it. */
export const readerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

const STATED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/

/** An instant in the reader's zone beside the zone that its source stated; null for what is only a day. */
export function inReaderZone(value: string): { readonly here: string; readonly stated: string } | null {
  const zone = STATED.exec(value)?.[1]
  const instant = Date.parse(value)
  if (zone === undefined || Number.isNaN(instant)) return null
  const here = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(instant)
  return { here, stated: `${value.slice(11, 16)} ${zone === 'Z' ? 'UTC' : `UTC${zone}`}` }
}
