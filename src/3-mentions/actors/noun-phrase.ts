import { Deprel, type Syntax, Upos } from '#syntax'

/** Relations of what stands before a head inside its noun phrase. */
const BEFORE = set([
  'det',
  'det:predet',
  'amod',
  'compound',
  'nummod',
  'nmod:poss',
  'nmod:desc',
  'flat',
  'advmod',
  'nmod:unmarked',
  'goeswith',
  'dep',
])
/** Relations of what follows a head inside a name. */
const AFTER = set(['flat', 'compound', 'nmod:desc', 'goeswith', 'fixed', 'dep'])

function set(names: readonly (keyof typeof Deprel)[]): Uint8Array {
  const out = new Uint8Array(64)
  for (const name of names) out[Deprel[name]] = 1
  return out
}

/** The words of a noun phrase around its head, without prepositional phrases and clauses. */
export function nounPhrase(syntax: Syntax, head: number): { readonly first: number; readonly last: number } {
  const before: number[] = []
  let last = head
  for (
    let child = syntax.firstChild[head] as number;
    child >= 0;
    child = syntax.nextSibling[child] as number
  ) {
    if (child < head) before.push(child)
    else if ((syntax.left[child] as number) === last + 1 && follows(syntax, child))
      last = syntax.right[child] as number
    else if (isHyphen(syntax, child) && child === last + 1) last = child
    else if ((syntax.left[child] as number) > last + 1) break
  }
  let first = head
  while (before.length > 0) {
    const child = before.pop() as number
    if ((syntax.right[child] as number) !== first - 1) break
    const inside =
      BEFORE[syntax.deprel[child] as number] === 1 ||
      (syntax.upos[child] === Upos.PUNCT && isInner(syntax, child))
    if (!inside) break
    first = syntax.left[child] as number
  }
  while (first < head && syntax.upos[first] === Upos.PUNCT) first++
  while (last > head && syntax.upos[last] === Upos.PUNCT) last--
  return { first, last }
}

function follows(syntax: Syntax, child: number): boolean {
  const relation = syntax.deprel[child] as number
  if (AFTER[relation] === 1) return true
  // "Foreign Minister Wang Yi" may come as an apposition without a comma.
  return relation === Deprel.appos && syntax.upos[child] === Upos.PROPN && syntax.left[child] === child
}

const isHyphen = (syntax: Syntax, i: number) => /^[-‐‑–]$/.test(syntax.lower[i] as string)
const isInner = (syntax: Syntax, i: number) => /^[-‐‑–"“”'‘’.]$/.test(syntax.lower[i] as string)

/** The `case` word of a noun ("with", "of"), -1 for none. */
export function caseOf(syntax: Syntax, head: number): number {
  for (let child = syntax.firstChild[head] as number; child >= 0; child = syntax.nextSibling[child] as number)
    if (syntax.deprel[child] === Deprel.case && child < head) return child
  return -1
}

/** The word among [first, last] whose own head lies outside. */
export function headWithin(syntax: Syntax, first: number, last: number): number {
  for (let i = first; i <= last; i++) {
    const head = syntax.head[i] as number
    if (head < first || head > last)
      if (syntax.upos[i] !== Upos.PUNCT && syntax.deprel[i] !== Deprel.case) return i
  }
  return last
}
