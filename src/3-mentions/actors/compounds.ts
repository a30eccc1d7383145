import { Deprel, type Syntax } from '#syntax'
import { type Draft, draft } from './draft.ts'

/** "the US and France": a mention of the whole, with a member for each conjunct that is an actor. */
export function findCompounds(
  syntax: Syntax,
  drafts: readonly Draft[],
): { readonly whole: Draft; readonly parts: readonly Draft[] }[] {
  const byHead = new Map<number, Draft>()
  for (const it of drafts) if (it.kind !== 'pronoun' || !byHead.has(it.head)) byHead.set(it.head, it)
  return drafts.flatMap((it) => {
    if (syntax.deprel[it.head] === Deprel.conj && byHead.has(syntax.head[it.head] as number)) return []
    const parts = [it, ...conjuncts(syntax, it.head).flatMap((head) => byHead.get(head) ?? [])]
    if (parts.length < 2) return []
    const first = Math.min(...parts.map((part) => part.first))
    const last = Math.max(...parts.map((part) => part.last))
    const countries = new Set(parts.map(({ country }) => country))
    const sectors = parts[0]?.sectors ?? []
    const whole = draft({
      first,
      last,
      head: it.head,
      kind: parts.every(({ kind }) => kind === 'name') ? 'name' : 'nominal',
      plural: true,
      country: countries.size === 1 ? it.country : null,
      sectors,
    })
    return [{ whole, parts }]
  })
}

/** Conjuncts of a head and theirs, at most thirty. */
function conjuncts(syntax: Syntax, head: number): number[] {
  const out: number[] = []
  const open = [head]
  while (open.length > 0 && out.length < 30) {
    const word = open.pop() as number
    for (
      let child = syntax.firstChild[word] as number;
      child >= 0;
      child = syntax.nextSibling[child] as number
    )
      if (syntax.deprel[child] === Deprel.conj) {
        out.push(child)
        open.push(child)
      }
  }
  return out.sort((a, b) => a - b)
}
