import type { EventType } from '#lexicon'
import type { ActorMention } from '#mentions'
import { featuresOf } from './features.ts'
import type { Proposal } from './proposal.ts'
import type { Ground } from './propose.ts'
import { CLASSES, classOf, type Ranker } from './ranker.ts'
import { at } from './tree.ts'

/** A proposal after the ranker has read its sentence. */
export interface Ranked {
  readonly proposal: Proposal
  /** The type decided on: the pattern's, or the ranker's where that is far surer. */
  readonly type: EventType
  readonly confidence: number
  readonly rule: string
  /** What the ranker gives each of its classes. */
  readonly probabilities: Float64Array
}

const SURE = 0.75
const HARDLY = 0.12

/** Scores each proposal with the ranker for its first actor and recipient. */
export function rank(ground: Ground, ranker: Ranker, proposals: readonly Proposal[]): readonly Ranked[] {
  const s = ground.mentions.syntax
  const bySentence = new Map<number, Proposal[]>()
  for (const proposal of proposals) {
    const sentence = at(s.sentence, proposal.word)
    const same = bySentence.get(sentence)
    if (same) same.push(proposal)
    else bySentence.set(sentence, [proposal])
  }
  const out: Ranked[] = []
  for (const group of bySentence.values()) rankSentence(ground, ranker, group, out)
  return out
}

function rankSentence(ground: Ground, ranker: Ranker, group: readonly Proposal[], out: Ranked[]): void {
  const cache = new Map<string, Float64Array>()
  for (const proposal of group) {
    const [actor, recipient] = pairOf(ground, proposal)
    const key = `${actor?.first ?? -1},${recipient?.first ?? -1}`
    const known = cache.get(key)
    const probabilities = known ?? ranker.score(pairFeatures(ground, ranker, group, actor, recipient))
    if (!known) cache.set(key, probabilities)
    out.push(judge(proposal, probabilities))
  }
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

function judge(proposal: Proposal, probabilities: Float64Array): Ranked {
  const own = probabilities[CLASSES.indexOf(classOf(proposal.type))] as number
  let top = 0
  for (let c = 1; c < probabilities.length; c++)
    if ((probabilities[c] as number) > (probabilities[top] as number)) top = c
  const highest = probabilities[top] as number
  const { id } = proposal.compiled.row
  if (highest >= SURE && own < HARDLY && CLASSES[top] !== 'YIELD') {
    const type = CLASSES[top] as EventType
    return {
      proposal,
      probabilities,
      type,
      confidence: round(0.5 * proposal.score * highest),
      rule: `${id}+ranker`,
    }
  }
  const raw = Math.sqrt(proposal.score * (0.15 + 0.85 * own))
  return { proposal, probabilities, type: proposal.type, confidence: round(raw), rule: id }
}

const round = (raw: number) => Math.round(raw * 1000) / 1000
