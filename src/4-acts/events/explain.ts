import type { ActPatterns } from '#lexicon'
import type { Mentions } from '#mentions'
import { Deprel, type Syntax } from '#syntax'
import type { Statement } from '../act.ts'
import { calibrated } from './calibrate.ts'
import type { Decided } from './decide.ts'
import { readEvents } from './find-events.ts'
import { CLASSES, type Ranker } from './ranker.ts'
import { at } from './tree.ts'

/** Why a sentence was told as it was: what was proposed at each word, who was found for it and how, and what became of it. */
export interface Explanation {
  readonly sentence: string
  readonly proposals: readonly ExplainedProposal[]
}

export interface ExplainedProposal {
  readonly fate: Decided['fate']
  readonly type: string
  readonly mode: string | null
  readonly status: string
  readonly rule: string
  readonly trigger: string
  /** Row's slot, words of the mention, and the way through the tree from the trigger: "nsubj← condemned →obj Chad". */
  readonly actors: readonly ExplainedRole[]
  readonly recipients: readonly ExplainedRole[]
  readonly confidence: number
  readonly patternScore: number
  /** The ranker's three likeliest classes. */
  readonly ranker: readonly (readonly [string, number])[]
}

export interface ExplainedRole {
  readonly slot: string
  readonly text: string
  readonly path: string
}

/** Explains every sentence in which anything was proposed. */
export function explainEvents(
  given: Mentions,
  patterns: ActPatterns,
  ranker: Ranker,
  statements: readonly Statement[],
): readonly Explanation[] {
  if (given.actors.length === 0) return []
  const { mentions, decided } = readEvents(given, patterns, ranker, statements)
  const { syntax: s } = mentions
  const bySentence = new Map<number, ExplainedProposal[]>()
  for (const it of decided) {
    const sentence = at(s.sentence, it.ranked.proposal.word)
    const list = bySentence.get(sentence) ?? []
    list.push(explainOne(mentions, it))
    bySentence.set(sentence, list)
  }
  return [...bySentence].map(([sentence, proposals]) => ({
    sentence: s.document.text.slice(
      at(s.start, at(s.sentenceStart, sentence)),
      at(s.end, at(s.sentenceStart, sentence + 1) - 1),
    ),
    proposals,
  }))
}

function explainOne(m: Mentions, { fate, ranked }: Decided): ExplainedProposal {
  const { proposal, type, confidence, rule, probabilities } = ranked
  const { syntax: s } = m
  const role = (slot: string) => (number: number) => ({
    slot,
    text: words(m, number),
    path: pathTo(s, proposal.word, m.actors[number]?.head ?? proposal.word),
  })
  const order = CLASSES.map((name, c) => [name, probabilities[c] ?? 0] as const).sort((a, b) => b[1] - a[1])
  return {
    fate,
    type,
    mode: proposal.mode,
    status: proposal.status,
    rule,
    trigger: [proposal.support, proposal.word, proposal.object]
      .filter((w) => w >= 0)
      .sort((a, b) => a - b)
      .map((w) => s.document.text.slice(at(s.start, w), at(s.end, w)))
      .join(' … '),
    actors: proposal.actors.map(role(proposal.slots[0])),
    recipients: proposal.recipients.map(role(proposal.slots[1])),
    confidence: calibrated(confidence),
    patternScore: proposal.score,
    ranker: order.slice(0, 3),
  }
}

const words = (m: Mentions, number: number) => {
  const span = m.actors[number]?.span
  return span ? m.syntax.document.text.slice(span.start, span.end) : ''
}

/** The way from a word to another: up with ←, down with →, each with its relation and the word reached. */
function pathTo(s: Syntax, from: number, to: number): string {
  const up: number[] = []
  for (let w = from; w >= 0 && up.length < 20; w = at(s.head, w)) up.push(w)
  const down: number[] = []
  let meet = to
  for (; meet >= 0 && !up.includes(meet) && down.length < 20; meet = at(s.head, meet)) down.push(meet)
  if (meet < 0) return 'in another sentence'
  const text = (w: number) => s.document.text.slice(at(s.start, w), at(s.end, w))
  const out = [text(from)]
  for (const w of up.slice(0, up.indexOf(meet)))
    out.push(`←${RELATIONS[at(s.deprel, w)]}`, text(at(s.head, w)))
  for (const w of down.reverse()) out.push(`→${RELATIONS[at(s.deprel, w)]}`, text(w))
  return out.join(' ')
}

const RELATIONS: Readonly<Record<number, string>> = Object.fromEntries(
  Object.entries(Deprel).map(([name, number]) => [number, name]),
)
