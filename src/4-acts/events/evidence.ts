import type { Span } from '#document'
import type { Mentions } from '#mentions'
import { Deprel, type Syntax, Upos } from '#syntax'
import type { Proposal } from './proposal.ts'
import { at, childOf } from './tree.ts'

const SUBJECTS = new Set([Deprel.nsubj, Deprel['nsubj:pass']])

/** The words that show an act: its clause without clauses joined to it, drawn out to its parties in the same sentence. */
export function evidenceOf(m: Mentions, { word, support, actors, recipients }: Proposal): Span {
  const s = m.syntax
  const clause = clauseOf(s, support >= 0 ? support : word)
  let first = at(s.left, clause)
  let last = lastOf(s, clause)
  for (const number of [...actors, ...recipients]) {
    const actor = m.actors[number]
    if (!actor || at(s.sentence, actor.head) !== at(s.sentence, word)) continue
    first = Math.min(first, actor.first)
    last = Math.max(last, actor.last)
  }
  while (first < word && at(s.upos, first) === Upos.PUNCT) first++
  while (last > word && at(s.upos, last) === Upos.PUNCT) last--
  return { start: at(s.start, Math.min(first, word)), end: at(s.end, Math.max(last, word)) }
}

/** The verb whose clause a word stands in. */
function clauseOf(s: Syntax, word: number): number {
  let w = word
  for (let n = 0; n < 6 && at(s.upos, w) !== Upos.VERB && at(s.head, w) >= 0; n++) {
    const relation = at(s.deprel, w)
    if (relation === Deprel.advcl || relation === Deprel.conj || relation === Deprel.ccomp) break
    w = at(s.head, w)
  }
  return w
}

/** Last word of a clause, short of clauses with a subject of their own that are joined to it. */
function lastOf(s: Syntax, clause: number): number {
  for (let c = at(s.firstChild, clause); c >= 0; c = at(s.nextSibling, c)) {
    const relation = at(s.deprel, c)
    const joined = relation === Deprel.conj || relation === Deprel.parataxis || relation === Deprel.ccomp
    if (c > clause && joined && childOf(s, c, SUBJECTS) >= 0) return Math.max(clause, at(s.left, c) - 1)
  }
  return at(s.right, clause)
}
