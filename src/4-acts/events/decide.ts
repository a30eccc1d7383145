import type { Syntax } from '#syntax'
import type { Ranked } from './rank.ts'
import { at } from './tree.ts'

/** Below this a proposal is not told at all. */
const FLOOR = 0.3

/** Of proposals that need the same words the best wins; what an operator governs is not told apart. */
export function decide(s: Syntax, ranked: readonly Ranked[]): readonly Ranked[] {
  const order = [...ranked].sort(
    (a, b) => worth(b) - worth(a) || a.proposal.word - b.proposal.word || (a.rule < b.rule ? -1 : 1),
  )
  const taken = new Uint8Array(s.length)
  const kept: Ranked[] = []
  for (const candidate of order) {
    const { word, object, governed, support } = candidate.proposal
    if (candidate.confidence < FLOOR || taken[word]) continue
    kept.push(candidate)
    for (const w of [word, object, support, governed]) if (w >= 0) taken[w] = 1
    if (governed >= 0) takeClause(s, governed, taken)
  }
  const governs = new Uint8Array(s.length)
  for (const { proposal } of kept) if (proposal.governed >= 0) governs[proposal.governed] = 1
  return kept
    .filter(({ proposal: { word } }) => !isGoverned(s, word, governs))
    .sort((a, b) => a.proposal.word - b.proposal.word)
}

/** Operators come first: what they govern must not be told before them. */
const worth = ({ confidence, proposal }: Ranked) => confidence + (proposal.governed >= 0 ? 0.5 : 0)

/** The object nouns of a governed clause belong to it ("agreed to hold talks"). */
function takeClause(s: Syntax, clause: number, taken: Uint8Array): void {
  for (let c = at(s.firstChild, clause); c >= 0; c = at(s.nextSibling, c)) taken[c] = 1
}

const isGoverned = (s: Syntax, word: number, governs: Uint8Array) =>
  governs[word] === 1 || (at(s.head, word) >= 0 && governs[at(s.head, word)] === 1)
