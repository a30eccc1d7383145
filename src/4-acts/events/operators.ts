import type { ActPatterns, EventType } from '#lexicon'
import type { Mentions } from '#mentions'
import { Deprel, type Syntax, Upos } from '#syntax'
import { at, childBy, objectOf, obliquesOf, particleOf } from './tree.ts'

/** What is asked for, refused, promised or threatened: the type of the act that the operator governs, by words alone. */
export function governedType(
  { mentions, patterns }: { readonly mentions: Mentions; readonly patterns: ActPatterns },
  trigger: number,
  governed: number,
): EventType | null {
  const s = mentions.syntax
  if (governed >= 0) {
    const told = typeOfWord(s, patterns, governed)
    if (told) return told
    const inner = childBy(s, governed, Deprel.xcomp)
    if (inner >= 0) return typeOfWord(s, patterns, inner)
  }
  for (const preposition of ['for', 'with', 'against', 'of', 'to'])
    for (const word of obliquesOf(s, trigger, preposition)) {
      const told = typeOfWord(s, patterns, word)
      if (told) return told
    }
  const object = objectOf(s, trigger)
  return object >= 0 ? typeOfWord(s, patterns, object) : null
}

/** Best row of a word, roles left aside. */
function typeOfWord(s: Syntax, patterns: ActPatterns, word: number): EventType | null {
  const lemma = s.lemma[word] ?? ''
  if (at(s.upos, word) !== Upos.VERB) return best(patterns.nouns.get(lemma)) ?? nounAlone(lemma)
  const particle = particleOf(s, word)
  const rows =
    patterns.verbs.get(particle < 0 ? lemma : `${lemma}_${s.lower[particle]}`) ?? patterns.verbs.get(lemma)
  const object = objectOf(s, word)
  const objectLemma = object >= 0 ? (s.lemma[object] ?? '') : ''
  const special = rows?.filter((row) => row.objects?.has(objectLemma))
  if (special?.length) return best(special)
  if (patterns.supportVerbs.has(lemma) && object >= 0) {
    const told = best(patterns.nouns.get(objectLemma))
    if (told) return told
  }
  return best(rows?.filter((row) => row.objects === null && !row.complement))
}

function best(
  rows: readonly { readonly weight: number; readonly row: { readonly type: EventType } }[] | undefined,
): EventType | null {
  let top: { readonly weight: number; readonly row: { readonly type: EventType } } | null = null
  for (const row of rows ?? []) if (!top || row.weight > top.weight) top = row
  return top?.row.type ?? null
}

const ALONE: Readonly<Record<string, EventType>> = {
  ceasefire: 'RETREAT',
  truce: 'RETREAT',
  release: 'RETREAT',
  withdrawal: 'RETREAT',
  end: 'RETREAT',
  halt: 'RETREAT',
  restraint: 'RETREAT',
  help: 'AID',
  support: 'SUPPORT',
  peace: 'RETREAT',
  force: 'ASSAULT',
  retaliation: 'ASSAULT',
  sanction: 'SANCTION',
}
const nounAlone = (lemma: string): EventType | null => ALONE[lemma] ?? null
