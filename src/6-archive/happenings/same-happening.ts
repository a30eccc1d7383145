import { sharedWords } from './words.ts'

/** What counts when two reports are compared. */
export interface ReportFacts {
  readonly type: string
  readonly quad: string
  readonly status: string
  /** ISO 8601 day on which it happened, as far as known; '' when unknown. */
  readonly day: string
  /** The day is stated or follows from the date of publication; false: only that of publication is known. */
  readonly dated: boolean
  readonly document: number
  /** Entities and countries of those who act, and of those it is done to. */
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly place: string | null
  readonly words: ReadonlySet<string>
  readonly trigger: string
}

export interface Match {
  /** 0…1 */
  readonly score: number
  /** In plain words, for a person who asks why two reports were joined. */
  readonly why: string
}

/** Two reports are joined from this score on; set on stories that the tests do not hold. */
export const SAME_FROM = 0.5

/** How well two reports could tell of one happening; null when they cannot. */
export function sameHappening(a: ReportFacts, b: ReportFacts): Match | null {
  if (a.status !== b.status || a.quad !== b.quad) return null
  const parties = partyMatch(a, b)
  if (parties.score === 0) return null
  const shared = sharedWords(a.words, b.words)
  const words = shared.length / Math.max(1, Math.min(a.words.size, b.words.size))
  const kind = a.type === b.type ? (a.trigger === b.trigger ? 1 : 0.8) : 0.3
  const place = a.place !== null && b.place !== null ? (a.place === b.place ? 1 : 0) : 0.5
  const score = 0.4 * parties.score + 0.3 * Math.min(1, words * 1.6) + 0.2 * kind + 0.1 * place
  return { score, why: explain(a, b, parties.shared, shared, place === 1) }
}

function partyMatch(a: ReportFacts, b: ReportFacts) {
  const straight = overlap(a.actors, b.actors, a.recipients, b.recipients)
  const crossed = overlap(a.actors, b.recipients, a.recipients, b.actors)
  // a meeting may be told from either side; an accusation the other way round is another happening
  const eitherWay = a.type === 'CONSULT' || a.type === 'AGREE' || a.type === 'COOPERATE'
  return eitherWay && crossed.score > straight.score ? crossed : straight
}

function overlap(a1: readonly string[], b1: readonly string[], a2: readonly string[], b2: readonly string[]) {
  const first = a1.filter((it) => b1.includes(it))
  const second = a2.filter((it) => b2.includes(it))
  const smaller = Math.min(a1.length + a2.length, b1.length + b2.length)
  const size = first.length + second.length
  return { score: smaller === 0 ? 0 : size / smaller, shared: [...new Set([...first, ...second])] }
}

function explain(a: ReportFacts, b: ReportFacts, parties: string[], words: string[], samePlace: boolean) {
  const kind = a.type === b.type ? `both ${a.type}` : `${a.type} and ${b.type} (${a.quad})`
  const day = a.day === b.day ? `on ${a.day}` : `on ${b.day} and ${a.day}`
  const where = samePlace ? `; in ${a.place}` : ''
  return `${kind} ${day}; parties in common: ${parties.join(', ')}${where}; words in common: ${words.slice(0, 8).join(', ') || 'none'}`
}
