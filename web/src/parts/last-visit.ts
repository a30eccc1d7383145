/** What the reader had seen when they were last here. */
export interface Visit {
  /** Cursor of the newest arrival then. */
  readonly arrival: string
  /** When, in words of the reader's zone. */
  readonly at: string
}

const SEEN = 'last-visit'
const GOING_ON = 'this-visit'
/** Coming back within so long is the same visit. */
const SAME_VISIT_MS = 30 * 60_000

interface Kept {
  readonly arrival: string
  readonly time: number
}

/** The visit before this one; null on the first. */
export function lastVisit(): Visit | null {
  const going = read(GOING_ON)
  if (going !== null && Date.now() - going.time > SAME_VISIT_MS) keep(SEEN, going)
  const seen = read(SEEN)
  if (seen === null) return null
  const at = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(seen.time)
  return { arrival: seen.arrival, at }
}

/** Notes what the archive held during this visit. */
export function rememberVisit(arrival: string): void {
  keep(GOING_ON, { arrival, time: Date.now() })
}

function read(name: string): Kept | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
    if (typeof value !== 'object' || value === null) return null
    const { arrival, time } = value as Partial<Kept>
    return typeof arrival === 'string' && typeof time === 'number' ? { arrival, time } : null
  } catch {
    // Storage is forbidden or holds something else: this is then the first visit.
    return null
  }
}

function keep(name: string, value: Kept): void {
  try {
    localStorage.setItem(name, JSON.stringify(value))
  } catch {
    // Storage is forbidden: every visit is the first.
  }
}
