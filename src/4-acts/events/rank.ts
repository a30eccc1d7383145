import type { EventType } from '#lexicon'
import type { ActorMention, Mentions } from '#mentions'
import { featuresOf } from './features.ts'
import type { Proposal } from './proposal.ts'
import type { Ground } from './propose.ts'
import { type ActClass, CLASSES, classOf, NONE, type Ranker } from './ranker.ts'
import { standingOf } from './standing.ts'
import { at } from './tree.ts'
import { trustIn } from './trust.ts'

/** A proposal after the ranker has read its sentence. */
export interface Ranked {
  readonly proposal: Proposal
  /** The type decided on: the pattern's, or the ranker's where that is far surer. */
  readonly type: EventType
  /** 0 to 1, before the curve that makes it a confidence. */
  readonly confidence: number
  readonly rule: string
  /** What the ranker gives each of its classes. */
  readonly probabilities: Float64Array
}

const SURE = 0.75
const HARDLY = 0.12

/** Scores each proposal with the ranker for its first actor and recipient; `open` ones have their type from it. */
export function rank(
  ground: Ground,
  ranker: Ranker,
  proposals: readonly Proposal[],
  open: readonly Proposal[],
): readonly Ranked[] {
  const s = ground.mentions.syntax
  const bySentence = new Map<number, { read: Proposal[]; open: Proposal[] }>()
  const groupOf = (proposal: Proposal) => {
    const sentence = at(s.sentence, proposal.word)
    const group = bySentence.get(sentence) ?? { read: [], open: [] }
    bySentence.set(sentence, group)
    return group
  }
  for (const proposal of proposals) groupOf(proposal).read.push(proposal)
  for (const proposal of open) groupOf(proposal).open.push(proposal)
  const out: Ranked[] = []
  for (const { read, open: others } of bySentence.values()) rankSentence(ground, ranker, read, others, out)
  return out
}

function rankSentence(
  ground: Ground,
  ranker: Ranker,
  read: readonly Proposal[],
  open: readonly Proposal[],
  out: Ranked[],
): void {
  const cache = new Map<string, Float64Array>()
  const score = (proposal: Proposal) => {
    const [actor, recipient] = pairOf(ground, proposal)
    const key = `${actor?.first ?? -1},${recipient?.first ?? -1}`
    const cached = cache.get(key)
    const probabilities = cached ?? ranker.score(pairFeatures(ground, ranker, read, actor, recipient))
    if (!cached) cache.set(key, probabilities)
    return probabilities
  }
  const trusted = (told: Proposal, political: number) =>
    trustIn(ground.mentions, told, political, score(told)[NONE] ?? 0)
  for (const proposal of read) {
    const { told, political } = withStanding(ground.mentions, proposal)
    if (told && political >= 1) out.push(judge(told, score(told), trusted(told, political)))
  }
  for (const proposal of open) {
    const { told, political } = withStanding(ground.mentions, proposal)
    if (told && political >= 2 && told.recipients.length)
      out.push(judgeOpen(told, score(told), trusted(told, political)))
  }
}

/** Alone they make an event of two parties. */
const ALONE = new Set(['PROTEST', 'MOBILIZE', 'COERCE', 'RETREAT', 'CONCEDE'])

/** The proposal without parties of whom nothing can be told, and how political its parties are, 0 to 3; null: nobody is left. */
function withStanding(m: Mentions, proposal: Proposal): { told: Proposal | null; political: number } {
  const standing = (number: number) => standingOf(m, number)
  const actors = proposal.actors.filter((number) => standing(number) > 0)
  const recipients = proposal.recipients.filter(
    (number) => standing(number) > 0 || m.actors[number]?.kind === 'nominal',
  )
  const highest = (numbers: readonly number[]) => Math.max(0, ...numbers.map(standing))
  const [one, other] = [highest(actors), highest(recipients)]
  if (actors.length === 0 || Math.max(one, other) < 2) {
    const alone = proposal.type === 'PROTEST' && one >= 1
    return { told: alone ? { ...proposal, actors, recipients } : null, political: 1 }
  }
  const both = actors.length > 1 ? one : Math.min(one, other)
  const political = both >= 2 ? 3 : both >= 1 ? 2 : ALONE.has(proposal.type) && one >= 2 ? 2 : 1
  return { told: { ...proposal, actors, recipients }, political }
}

const OPEN_WEIGHT = 0.9

/** The ranker's likeliest class, for a verb that no row reads. */
function judgeOpen(proposal: Proposal, probabilities: Float64Array, trust: number): Ranked {
  const top = likeliest(probabilities)
  const decided = CLASSES[top] as ActClass
  const type = decided === 'YIELD' ? 'RETREAT' : decided
  const refused = type === 'REJECT' && proposal.status === 'negated'
  const confidence = round(OPEN_WEIGHT * (probabilities[top] as number) * trust)
  const told: Proposal = { ...proposal, type, status: refused ? 'asserted' : proposal.status }
  return { proposal: told, probabilities, type, confidence, rule: 'open+ranker' }
}

function likeliest(probabilities: Float64Array): number {
  let top = 0
  for (let c = 1; c < NONE; c++) if ((probabilities[c] as number) > (probabilities[top] as number)) top = c
  return top
}

/** First actor and the first on the other side. */
function pairOf(
  { mentions }: Ground,
  { actors, recipients }: Proposal,
): [ActorMention | null, ActorMention | null] {
  const first = mentions.actors[actors[0] ?? -1]
  const members = first?.members ?? []
  const other = mentions.actors[recipients[0] ?? actors[1] ?? members[1] ?? -1] ?? null
  const one =
    recipients.length === 0 && actors.length === 1 && members.length > 1
      ? mentions.actors[members[0] ?? -1]
      : first
  return [one ?? null, other]
}

function pairFeatures(
  { mentions, patterns }: Ground,
  { vectors }: Ranker,
  group: readonly Proposal[],
  actor: ActorMention | null,
  recipient: ActorMention | null,
) {
  const isOne = (number: number, wanted: ActorMention | null) =>
    wanted === null ||
    mentions.actors[number] === wanted ||
    (mentions.actors[number]?.members ?? []).some((m) => mentions.actors[m] === wanted)
  const view = { s: mentions.syntax, patterns, vectors, actor, recipient }
  return featuresOf(view, group, (p) => {
    const all = [...p.actors, ...p.recipients]
    const reciprocal = p.compiled.reciprocal || p.type === 'AGREE'
    const met = (numbers: readonly number[], wanted: ActorMention | null) =>
      wanted === null || numbers.some((n) => isOne(n, wanted))
    return (
      (met(reciprocal ? all : p.actors, actor) ? 1 : 0) +
      (met(reciprocal ? all : p.recipients, recipient) ? 1 : 0)
    )
  })
}

function judge(proposal: Proposal, probabilities: Float64Array, trust: number): Ranked {
  const own = probabilities[CLASSES.indexOf(classOf(proposal.type))] as number
  const top = likeliest(probabilities)
  const highest = probabilities[top] as number
  const { id } = proposal.compiled.row
  if (highest >= SURE && own < HARDLY && proposal.mode !== 'convict' && CLASSES[top] !== 'YIELD') {
    const type = CLASSES[top] as EventType
    return {
      proposal,
      probabilities,
      type,
      confidence: round(0.8 * proposal.score * highest * trust),
      rule: `${id}+ranker`,
    }
  }
  const raw = Math.sqrt(proposal.score * (0.15 + 0.85 * own))
  return { proposal, probabilities, type: proposal.type, confidence: round(raw * trust), rule: id }
}

const round = (raw: number) => Math.round(raw * 1000) / 1000
