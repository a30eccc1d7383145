import { Deprel, type Syntax } from '#syntax'
import type { Draft } from './draft.ts'

/**
 * Takes over what an apposition says of an unknown person: "Yan Yuejin, director of a research firm", "her neighbour,
 * the farmer Pedro Cruz".
 */
export function describe(syntax: Syntax, named: readonly Draft[], nominals: readonly Draft[]): void {
  const byHead = new Map(nominals.map((it) => [it.head, it]))
  for (const it of named) {
    if (it.entity !== null || !it.person) continue
    const said = appositionOf(syntax, it, byHead) ?? besideIt(syntax, it, nominals)
    if (!said || said.plural) continue
    if (it.sectors.length === 0) it.sectors = said.sectors
    it.country ??= said.country
    it.role ??= said.role
  }
}

/** "the Minister of Finance, Alejandro Zelaya," and "Yan Yuejin, director of", whatever the tree says. */
function besideIt(syntax: Syntax, it: Draft, nominals: readonly Draft[]): Draft | undefined {
  const comma = (i: number) => syntax.lower[i] === ','
  return nominals.find(
    ({ first, last }) =>
      (last === it.first - 2 && comma(it.first - 1) && syntax.sentence[last] === syntax.sentence[it.first]) ||
      (first === it.last + 2 && comma(it.last + 1) && syntax.sentence[first] === syntax.sentence[it.last]),
  )
}

function appositionOf(syntax: Syntax, it: Draft, byHead: ReadonlyMap<number, Draft>): Draft | undefined {
  for (let c = syntax.firstChild[it.head] as number; c >= 0; c = syntax.nextSibling[c] as number)
    if (syntax.deprel[c] === Deprel.appos || syntax.deprel[c] === Deprel.list) {
      const said = byHead.get(c)
      if (said) return said
    }
  const relation = syntax.deprel[it.head]
  return relation === Deprel.appos || relation === Deprel.flat
    ? byHead.get(syntax.head[it.head] as number)
    : undefined
}
