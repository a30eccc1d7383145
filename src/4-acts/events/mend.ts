import type { ActPatterns } from '#lexicon'
import { type Syntax, Upos } from '#syntax'
import { at } from './tree.ts'

const JOINED: Readonly<Record<string, string>> = {
  'cease-fire': 'ceasefire',
  'air-strike': 'airstrike',
  'sit-in': 'sit-in',
  'build-up': 'build-up',
  'pull-out': 'pull-out',
  'pull-back': 'pullback',
  'crack-down': 'crackdown',
  'co-operate': 'cooperate',
  'co-operation': 'cooperation',
  'cyber-attack': 'cyberattack',
  'tear-gas': 'teargas',
  're-open': 'reopen',
  're-establish': 'reestablish',
  're-impose': 'reimpose',
  'test-fire': 'test-fire',
}

const IRREGULAR: Readonly<Record<string, string>> = {
  shot: 'shoot',
  fought: 'fight',
  freed: 'free',
  sought: 'seek',
  struck: 'strike',
  lent: 'lend',
  fled: 'flee',
  hit: 'hit',
  beaten: 'beat',
  broke: 'break',
  held: 'hold',
  met: 'meet',
  slain: 'slay',
  swore: 'swear',
  withdrew: 'withdraw',
  withdrawn: 'withdraw',
  forbade: 'forbid',
  forgave: 'forgive',
}

/**
 * The syntax with lemmas that the rows can be found by: what stands apart at a hyphen ("cease-fire") made whole on its
 * last part, and a verb whose lemma no row knows brought to the one its form allows ("bombed" to "bomb").
 */
export function mendLemmas(s: Syntax, patterns: ActPatterns): Syntax {
  let lemma: string[] | null = null
  for (let w = 0; w < s.length; w++) {
    const better = s.lower[w] === '-' ? null : betterLemma(s, patterns, w)
    if (better === null) continue
    lemma ??= [...s.lemma]
    lemma[w] = better
  }
  return lemma ? { ...s, lemma } : s
}

function betterLemma(s: Syntax, patterns: ActPatterns, w: number): string | null {
  if (w > 1 && s.lower[w - 1] === '-') {
    const whole = JOINED[`${s.lower[w - 2]}-${s.lemma[w]}`]
    if (whole !== undefined) return whole
  }
  if (at(s.upos, w) === Upos.NOUN) return singular(patterns, s.lemma[w] ?? '')
  if (at(s.upos, w) !== Upos.VERB || patterns.verbs.has(s.lemma[w] ?? '')) return null
  const lower = s.lower[w] ?? ''
  const told = IRREGULAR[lower] ?? stems(lower).find((stem) => patterns.verbs.has(stem))
  return told === undefined || told === s.lemma[w] ? null : told
}

/** "troops" to "troop", where the rows know the word in the singular alone. */
function singular(patterns: ActPatterns, lemma: string): string | null {
  if (!lemma.endsWith('s') || patterns.classWords.has(lemma) || patterns.nouns.has(lemma)) return null
  const stem = lemma.slice(0, -1)
  return patterns.classWords.has(stem) || patterns.nouns.has(stem) ? stem : null
}

/** Base forms that a regular verb form may come from. */
function stems(form: string): readonly string[] {
  const cut = form.endsWith('ing')
    ? 3
    : form.endsWith('ed') || form.endsWith('es')
      ? 2
      : form.endsWith('s')
        ? 1
        : 0
  if (cut === 0 || form.length < cut + 2) return []
  const stem = form.slice(0, -cut)
  const last = stem.at(-1) ?? ''
  const out = [stem, `${stem}e`]
  if (last === stem.at(-2)) out.push(stem.slice(0, -1))
  if (last === 'i') out.push(`${stem.slice(0, -1)}y`)
  return out
}
