import { Deprel, type Syntax, Upos } from '#syntax'
import { SUBJECTS } from './ground-words.ts'

/** A subtree that may be a cue's content, its source or part of the cue itself. */
export interface Candidate {
  /** Root of the subtree. */
  readonly word: number
  /** Root of a subtree taken out of it, the one with the cue in it; -1 for none. */
  readonly minus: number
  /** How it is reached from the cue: a number that stands for the path of relations. */
  readonly path: number
  /** Reached under a candidate that is itself part of the cue. */
  readonly under: number
  /** How deep inside a content it stands; 0 for what is reached from the cue. */
  readonly edge: number
}

const MAX_CHILDREN = 40
const MAX_ABOVE = 3

/** Children of the cue, what stands above it less its own part, and subjects of what stands above. */
export function findCandidates(syntax: Syntax, cue: number): readonly Candidate[] {
  const out: Candidate[] = []
  addChildren(syntax, cue, 1, -1, out)
  let below = cue
  let path = 7
  for (
    let up = syntax.head[cue] as number, n = 0;
    up >= 0 && n < MAX_ABOVE;
    up = syntax.head[up] as number, n++
  ) {
    path = path * 53 + (syntax.deprel[below] as number)
    out.push({ word: up, minus: below, path, under: -1, edge: 0 })
    addSiblings(syntax, up, below, path, out)
    below = up
  }
  return out
}

/** Children of a word that turned out to be part of the cue. */
export function addChildren(
  syntax: Syntax,
  word: number,
  path: number,
  under: number,
  out: Candidate[],
): void {
  let n = 0
  for (
    let k = syntax.firstChild[word] as number;
    k >= 0 && n < MAX_CHILDREN;
    k = syntax.nextSibling[k] as number, n++
  ) {
    if (syntax.upos[k] === Upos.PUNCT && syntax.lower[k] !== ':') continue
    out.push({ word: k, minus: -1, path: path * 53 + (syntax.deprel[k] as number) + 1000, under, edge: 0 })
  }
}

const BESIDE: readonly number[] = [
  ...SUBJECTS,
  Deprel.obj,
  Deprel.obl,
  Deprel['obl:agent'],
  Deprel['nmod:poss'],
]

function addSiblings(syntax: Syntax, up: number, below: number, path: number, out: Candidate[]): void {
  for (let k = syntax.firstChild[up] as number; k >= 0; k = syntax.nextSibling[k] as number)
    if (k !== below && BESIDE.includes(syntax.deprel[k] as number))
      out.push({
        word: k,
        minus: -1,
        path: path * 53 + (syntax.deprel[k] as number) + 500,
        under: -1,
        edge: 0,
      })
}

/** Calls back for each word of the candidate's yield. */
export function eachWord(syntax: Syntax, { word, minus }: Candidate, visit: (word: number) => void): void {
  const left = syntax.left[word] as number
  const right = syntax.right[word] as number
  const holeLeft = minus < 0 ? -1 : (syntax.left[minus] as number)
  const holeRight = minus < 0 ? -2 : (syntax.right[minus] as number)
  for (let i = left; i <= right; i++) {
    if (i < holeLeft || i > holeRight) visit(i)
    else i = holeRight
  }
}

const MAX_EDGE = 3

/** Parts of a content that may not belong to it: what a clause trails behind it, or is led in by. */
export function addEdges(syntax: Syntax, { word, minus, edge }: Candidate, out: Candidate[]): void {
  if (edge >= MAX_EDGE) return
  let n = 0
  for (
    let k = syntax.firstChild[word] as number;
    k >= 0 && n < MAX_CHILDREN;
    k = syntax.nextSibling[k] as number, n++
  ) {
    if (k === minus || syntax.upos[k] === Upos.PUNCT) continue
    const left = syntax.left[k] as number
    const comma = left > 0 && syntax.upos[left - 1] === Upos.PUNCT ? 1 : 0
    const last = syntax.right[k] === syntax.right[word] ? 2 : syntax.left[k] === syntax.left[word] ? 1 : 0
    const path =
      1_000_003 + ((syntax.deprel[k] as number) * 6 + comma * 3 + last) * 64 + (syntax.deprel[word] as number)
    out.push({ word: k, minus: -1, path, under: -1, edge: edge + 1 })
  }
}
