import { containment } from './weigh.ts'
import { sharedWords } from './words.ts'

/** What counts when two reports are compared. */
export interface ReportFacts {
  readonly type: string
  readonly quad: string
  readonly status: string
  /** ISO 8601 day on which it happened, as far as known; '' when unknown. */
  readonly day: string
  readonly document: number
  /** States and entities of those who act, and of those it is done to; not those whom one document alone knows. */
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly place: string | null
  readonly words: ReadonlySet<string>
  /** Stem of the word that tells what was done. */
  readonly trigger: string
}

export interface Match {
  /** 0…1 */
  readonly score: number
  /** In plain words, for a person who asks why two reports were joined. */
  readonly why: string
}

/** A report is joined to a happening when it matches its reports this well on average. */
export const SAME_FROM = 0.4

/**
 * Weights of a logistic regression over pairs of events of ECB+ topics 1 to 35 (bench/archive/stories.ts), which were
 * learned, but for those of place, parties and wording, which ECB+ knows too little of and which were set by hand.
 */
const WEIGHT = {
  always: -5.5,
  trigger: 2.7,
  type: 1.8,
  likeness: 3.6,
  /** What the first 0.3 of likeness count beyond that. */
  alike: 2.9,
  sameDocument: -2.5,
  parties: 1.2,
  partiesClash: -2.5,
  place: 0.7,
  /** Of the words of the sentences, as far as the documents are unlike. */
  words: 4,
} as const
const ALIKE = 0.3
const WORDS_FROM = 0.4

/** How well two reports could tell of one happening; null when they cannot. `likeness` is that of their documents. */
export function sameHappening(a: ReportFacts, b: ReportFacts, likeness: number): Match | null {
  if (a.quad !== b.quad || happened(a.status) !== happened(b.status)) return null
  const parties = partyMatch(a, b)
  const sameDocument = a.document === b.document
  const like = sameDocument ? 1 : likeness
  const unlike = 1 - Math.min(like, ALIKE) / ALIKE
  const place = a.place === null || b.place === null ? 0 : a.place === b.place ? 1 : -1
  const evidence =
    WEIGHT.always +
    (a.trigger === b.trigger ? WEIGHT.trigger : 0) +
    (a.type === b.type ? WEIGHT.type : 0) +
    WEIGHT.likeness * like +
    WEIGHT.alike * Math.min(like, ALIKE) +
    (sameDocument ? WEIGHT.sameDocument : 0) +
    (parties.clash ? WEIGHT.partiesClash : WEIGHT.parties * parties.share) +
    WEIGHT.place * place +
    WEIGHT.words * unlike * (containment(a.words, b.words) - WORDS_FROM)
  const score = 1 / (1 + Math.exp(-evidence))
  return { score, why: score < SAME_FROM ? '' : explain(a, b, parties.shared, place === 1, like) }
}

/** What is told of the past happened as much as what is told of today. */
const happened = (status: string) => (status === 'historical' ? 'asserted' : status)

function partyMatch(a: ReportFacts, b: ReportFacts) {
  // a meeting may be told from either side; an accusation the other way round is another happening
  if (a.type === 'CONSULT' || a.type === 'AGREE' || a.type === 'COOPERATE') {
    const [all, others] = [
      [...a.actors, ...a.recipients],
      [...b.actors, ...b.recipients],
    ]
    return matchOf(common(all, others), all.length, others.length, clash(all, others))
  }
  const shared = [...common(a.actors, b.actors), ...common(a.recipients, b.recipients)]
  const apart = clash(a.actors, b.actors) || clash(a.recipients, b.recipients)
  return matchOf(shared, a.actors.length + a.recipients.length, b.actors.length + b.recipients.length, apart)
}

const common = (a: readonly string[], b: readonly string[]) => a.filter((it) => b.includes(it))

/** Both tell who it was, and they tell of others. */
const clash = (a: readonly string[], b: readonly string[]) =>
  a.length > 0 && b.length > 0 && common(a, b).length === 0

function matchOf(shared: readonly string[], one: number, other: number, apart: boolean) {
  const smaller = Math.min(one, other)
  return {
    share: smaller === 0 ? 0 : Math.min(1, shared.length / smaller),
    clash: apart,
    shared: [...new Set(shared)],
  }
}

function explain(
  a: ReportFacts,
  b: ReportFacts,
  parties: readonly string[],
  samePlace: boolean,
  likeness: number,
) {
  const kind = a.type === b.type ? `both ${a.type}` : `${a.type} and ${b.type} (${a.quad})`
  const told = a.trigger === b.trigger ? `, both told as "${a.trigger}"` : ''
  const day = a.day === b.day ? `on ${a.day || 'an unknown day'}` : `on ${b.day} and ${a.day}`
  const where = samePlace ? `; in ${a.place}` : ''
  const words = sharedWords(a.words, b.words).slice(0, 8).join(', ') || 'none'
  return `${kind}${told} ${day}; parties in common: ${parties.join(', ') || 'none named'}${where}; documents alike by ${likeness.toFixed(2)}; words in common: ${words}`
}
