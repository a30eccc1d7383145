import { Deprel, Upos } from './tagset.ts'

const NOMINAL: ReadonlySet<number> = new Set([Upos.NOUN, Upos.PROPN, Upos.PRON])
const COMPLEMENT: ReadonlySet<number> = new Set([Deprel.obj, Deprel.ccomp])
/** What only a verb has that is read rightly: an auxiliary, a subject or a mark of its own. */
const OWN: ReadonlySet<number> = new Set([
  Deprel.aux,
  Deprel['aux:pass'],
  Deprel.mark,
  Deprel.nsubj,
  Deprel['nsubj:pass'],
])

/** Numbers of the labels that tell a past participle from a past tense. */
export interface PastLabels {
  readonly participle: number
  readonly past: number
}

/**
 * "Germany accused Turkey of spying." is a sentence, no noun with a participle behind it: a passive participle takes
 * no object of its own. Where the root is a noun and such a participle hangs on it, the verb becomes the root and the
 * noun its subject. Changes the columns in place; linear in the number of words.
 */
export function mendFiniteRoots(
  columns: { readonly tags: Uint8Array; readonly head: Int32Array; readonly deprel: Uint8Array },
  upos: Uint8Array,
  sentenceStart: Int32Array,
  { participle, past }: PastLabels,
): void {
  const { tags, head, deprel } = columns
  for (let s = 0; s + 1 < sentenceStart.length; s++) {
    const [from, to] = [sentenceStart[s] as number, sentenceStart[s + 1] as number]
    const root = rootOf(head, from, to)
    if (root < 0 || !NOMINAL.has(upos[root] as number)) continue
    const verb = participleOf(root, columns, to, participle)
    if (verb < 0 || !isTransitive(verb, columns, from, to)) continue
    tags[verb] = past
    head[verb] = -1
    deprel[verb] = Deprel.root
    head[root] = verb
    deprel[root] = Deprel.nsubj
    // what stands behind the verb and hung on the noun hangs on the verb now
    for (let i = verb + 1; i < to; i++) if (head[i] === root) head[i] = verb
  }
}

function rootOf(head: Int32Array, from: number, to: number): number {
  for (let i = from; i < to; i++) if ((head[i] as number) < 0) return i
  return -1
}

/** The first clause that hangs on the noun, if it is one of a participle. */
function participleOf(
  root: number,
  {
    tags,
    head,
    deprel,
  }: { readonly tags: Uint8Array; readonly head: Int32Array; readonly deprel: Uint8Array },
  to: number,
  participle: number,
): number {
  for (let i = root + 1; i < to; i++)
    if (head[i] === root && deprel[i] === Deprel.acl) return tags[i] === participle ? i : -1
  return -1
}

function isTransitive(
  verb: number,
  { head, deprel }: { readonly head: Int32Array; readonly deprel: Uint8Array },
  from: number,
  to: number,
): boolean {
  let complement = false
  for (let i = from; i < to; i++) {
    if (head[i] !== verb) continue
    if (OWN.has(deprel[i] as number)) return false
    if (i > verb && COMPLEMENT.has(deprel[i] as number)) complement = true
  }
  return complement
}
