import { type CommitmentCue, type Cues, TYPE_OF_ACT } from '#lexicon'
import type { Mentions } from '#mentions'
import { Deprel, Feats, type Syntax, UPOS, Upos } from '#syntax'
import type { Commitment, Event, Statement } from '../act.ts'
import {
  actorsAt,
  askedAct,
  caseOf,
  childBehind,
  childOf,
  eventsByWord,
  holdersAt,
  isDenied,
  isNegated,
  isUnreal,
  sentenceOf,
  spanFrom,
  spanUnder,
  subjectOf,
} from '../clause.ts'
import type { Bond } from './bond.ts'
import { dueBehind, dueOf } from './due.ts'
import { HAPPENING, plainFuture } from './plain-future.ts'
import { ultimatums } from './ultimatum.ts'

/** Finds what was promised, agreed, intended, urged or expected. */
export function findCommitments(
  mentions: Mentions,
  cues: Cues,
  statements: readonly Statement[],
  events: readonly Event[],
): readonly Commitment[] {
  const { syntax } = mentions
  const bonds = new Map<number, Bond>()
  for (let word = 0; word < syntax.length; word++) {
    for (const row of cues.commitment.get(syntax.lemma[word] as string) ?? []) {
      const bond = bondOf(mentions, row, word, statements)
      if (bond && !bonds.has(bond.act)) bonds.set(bond.act, bond)
      if (bond) break
    }
  }
  for (const bond of ultimatums(mentions, statements)) bonds.set(bond.act, bond)
  for (const bond of plainFuture(mentions, statements)) if (!bonds.has(bond.act)) bonds.set(bond.act, bond)
  const eventAt = eventsByWord(events)
  return Object.freeze(
    [...bonds.values()]
      .sort((a, b) => a.act - b.act)
      .map((bond) => writeCommitment(mentions, bond, events, eventAt)),
  )
}

function bondOf(
  mentions: Mentions,
  row: CommitmentCue,
  word: number,
  statements: readonly Statement[],
): Bond | null {
  const { syntax } = mentions
  const upos = UPOS[syntax.upos[word] as number]
  // "is set to", tagged as a verb; not "set a date to".
  const participle = row.upos === 'ADJ' && upos === 'VERB' && childOf(syntax, word, [Deprel.obj]) < 0
  if (row.upos !== upos && !participle) return null
  if (
    isNegated(syntax, word) ||
    hasNo(syntax, word) ||
    isDenied(syntax, word) ||
    isUnreal(syntax, word) ||
    isPurpose(syntax, row, word)
  )
    return null
  const act = actOf(syntax, row, word)
  if (act < 0 || (row.lemma === 'call' && row.upos === 'VERB' && !callsOn(syntax, word))) return null
  if (!isBinding(syntax, row, word, act)) return null
  if (row.strength === 'expected' && HAPPENING.has(syntax.lemma[act] as string)) return null
  const verb = row.upos === 'NOUN' ? (syntax.head[word] as number) : word
  const by = boundBy(mentions, row, word, verb, act, statements)
  if (by.length === 0) return null
  return {
    cue: word,
    act,
    by,
    to: row.bound === 'subject' ? beneficiaries(mentions, word, by) : [],
    strength: row.strength,
    withdrawn: isWithdrawn(syntax, row, word, verb),
    confidence: row.strength === 'expected' ? 0.65 : 0.8,
  }
}

/** "we have no plans to". */
const hasNo = (syntax: Syntax, word: number): boolean =>
  syntax.lower[childOf(syntax, word, [Deprel.det])] === 'no'

const ITSELF = new Set(['itself', 'themselves', 'himself', 'herself', 'ourselves', 'myself'])

/** What stands with a word of promise can make it none. */
function isBinding(
  syntax: Syntax,
  { lemma, bound, strength }: CommitmentCue,
  word: number,
  act: number,
): boolean {
  const object = childOf(syntax, word, [Deprel.obj])
  // "to commit fraud to deceive somebody".
  if (lemma === 'commit' && object >= 0 && object !== act && !ITSELF.has(syntax.lower[object] as string))
    return false
  // "voters had been promised a vote": the subject is promised to.
  if (
    lemma !== 'commit' &&
    bound === 'subject' &&
    strength === 'pledged' &&
    childOf(syntax, word, [Deprel['nsubj:pass']]) >= 0
  )
    return false
  // "told what to do".
  if (['what', 'how', 'where', 'when'].includes(syntax.lower[syntax.left[act] as number] as string))
    return false
  // "when he decided to ban it", "who decided to stay": done long ago.
  const relation = syntax.deprel[word]
  if (
    lemma === 'decide' &&
    (relation === Deprel.advcl || relation === Deprel['acl:relcl'] || isTold(syntax, word))
  )
    return false
  if (syntax.upos[act] === Upos.SYM) return false
  return lemma !== 'insist' || syntax.deprel[act] !== Deprel.ccomp || hasDuty(syntax, act)
}

/** "decided to leave", told as past, without "has". */
const isTold = (syntax: Syntax, word: number): boolean =>
  ((syntax.feats[word] as number) & Feats['Tense=Past']) !== 0 && childOf(syntax, word, [Deprel.aux]) < 0

/** "insisted that they must go". */
function hasDuty(syntax: Syntax, clause: number): boolean {
  for (let k = syntax.firstChild[clause] as number; k >= 0; k = syntax.nextSibling[k] as number)
    if (syntax.deprel[k] === Deprel.aux && ['must', 'should'].includes(syntax.lower[k] as string)) return true
  return false
}

/** "is intended to limit": a thing's purpose is nobody's intention. */
const isPurpose = (syntax: Syntax, { strength }: CommitmentCue, word: number): boolean =>
  strength === 'intended' && childOf(syntax, word, [Deprel['nsubj:pass'], Deprel['aux:pass']]) >= 0

/** "called on them to go", not "called her to play". */
const callsOn = (syntax: Syntax, word: number): boolean =>
  childBehind(syntax, word, [Deprel.obl], ['on', 'upon', 'for']) >= 0 ||
  childOf(syntax, word, [Deprel['nsubj:pass']]) >= 0

/** "no longer plans to", "withdrew its offer to", "went back on its promise to". */
function isWithdrawn(syntax: Syntax, { upos }: CommitmentCue, word: number, verb: number): boolean {
  for (let k = syntax.firstChild[word] as number; k >= 0; k = syntax.nextSibling[k] as number)
    if (syntax.lower[k] === 'longer' && syntax.lower[k - 1] === 'no') return true
  if (upos !== 'NOUN' || verb < 0) return false
  const lemma = syntax.lemma[verb] as string
  return WITHDRAWING.has(lemma) || (TURNING.has(lemma) && AWAY.has(syntax.lower[verb + 1] as string))
}

const ANNOUNCING = new Set(
  'have make announce unveil outline reveal reiterate repeat renew reaffirm reassert disclose confirm publish set draw launch give offer issue restate underline stress voice sign reach strike seal conclude enter be'.split(
    ' ',
  ),
)

/** "announced plans to": the announcer's; not "pointed to plans to", "criticised plans to". */
function binds(syntax: Syntax, verb: number): boolean {
  const lemma = syntax.lemma[verb] as string
  return verb >= 0 && (ANNOUNCING.has(lemma) || WITHDRAWING.has(lemma) || TURNING.has(lemma))
}

const TURNING = new Set(['go', 'back', 'walk', 'step', 'pull', 'move'])
const AWAY = new Set(['back', 'away', 'out', 'off', 'down'])

const WITHDRAWING = new Set(
  'withdraw abandon drop scrap cancel renege reverse rescind retract shelve ditch break breach revoke suspend'.split(
    ' ',
  ),
)

const CLAUSES: readonly number[] = [Deprel.xcomp, Deprel.ccomp, Deprel.advcl, Deprel.acl]
const OBLIQUES: readonly number[] = [Deprel.obl, Deprel.nmod, Deprel.advcl, Deprel.acl]

/** Words whose "to" may stand before a noun: "committed to peace", "agreed to a truce". */
const TO_A_THING = new Set(['commit', 'committed', 'commitment', 'agree', 'consent', 'bound', 'pledge'])

function actOf(syntax: Syntax, { frames, lemma, bound }: CommitmentCue, word: number): number {
  for (const frame of frames) {
    let found = -1
    if (frame === 'to') {
      found = childBehind(syntax, word, CLAUSES, ['to'])
      if (found < 0 && bound === 'object') found = askedAct(syntax, word)
      if (found < 0 && TO_A_THING.has(lemma)) found = childBehind(syntax, word, OBLIQUES, ['to'])
    } else if (frame === 'that') found = futureClause(syntax, word)
    else if (frame === 'obj') found = childOf(syntax, word, [Deprel.obj])
    else found = childBehind(syntax, word, OBLIQUES, [frame])
    if (found >= 0 && found > word) return found
  }
  return -1
}

/** A clause that tells of the future; "agreed that it had been a mistake" promises nothing. */
function futureClause(syntax: Syntax, word: number): number {
  const clause = childOf(syntax, word, [Deprel.ccomp])
  for (
    let k = clause < 0 ? -1 : (syntax.firstChild[clause] as number);
    k >= 0;
    k = syntax.nextSibling[k] as number
  )
    if (syntax.deprel[k] === Deprel.aux && FUTURE.has(syntax.lower[k] as string)) return clause
  return -1
}

const FUTURE = new Set(['will', 'would', "'ll", '’ll', "'d", 'shall', 'must', 'wo'])

const SUBJECTS: readonly number[] = [Deprel.nsubj, Deprel['nsubj:pass']]

function boundBy(
  mentions: Mentions,
  row: CommitmentCue,
  word: number,
  verb: number,
  act: number,
  statements: readonly Statement[],
): readonly number[] {
  const { syntax } = mentions
  const own = childOf(syntax, act, SUBJECTS)
  const poss = childOf(syntax, word, [Deprel['nmod:poss']])
  if (row.upos === 'NOUN' && row.bound === 'subject')
    return holdersAt(
      mentions,
      poss >= 0 ? poss : binds(syntax, verb) ? subjectOf(syntax, verb) : -1,
      statements,
    )
  if (row.bound === 'subject') return holdersAt(mentions, subjectOf(syntax, word), statements)
  const passive = childOf(syntax, word, [Deprel['nsubj:pass']])
  const asked = [
    passive,
    own,
    childOf(syntax, word, [Deprel.obj, Deprel.iobj]),
    childBehind(syntax, word, [Deprel.obl, Deprel.nmod], ['on', 'to', 'upon', 'for', 'from']),
  ]
  for (const it of asked) {
    if (it < 0 || it === act) continue
    const found = holdersAt(mentions, it, statements)
    if (found.length > 0) return found
  }
  return []
}

function beneficiaries(mentions: Mentions, word: number, by: readonly number[]): readonly number[] {
  const { syntax } = mentions
  const it = childOf(syntax, word, [Deprel.iobj])
  const told = it >= 0 ? it : childOf(syntax, word, [Deprel.obj])
  const whom = told >= 0 ? told : childBehind(syntax, word, [Deprel.obl], ['to', 'with'])
  return actorsAt(mentions, whom).filter((number) => !by.includes(number))
}

function writeCommitment(
  mentions: Mentions,
  { cue, act, by, to, strength, withdrawn, confidence, due }: Bond,
  events: readonly Event[],
  eventAt: ReadonlyMap<number, number>,
): Commitment {
  const { syntax } = mentions
  const event = events[eventAt.get(act) ?? -1]
  return Object.freeze({
    by,
    to,
    act: actSpan(syntax, cue, act),
    type: event?.type ?? TYPE_OF_ACT.get(syntax.lemma[act] as string) ?? null,
    due: due ?? dueOf(mentions, act) ?? dueBehind(mentions, act),
    condition: conditionOf(syntax, cue, act),
    strength,
    status: withdrawn ? 'withdrawn' : 'open',
    evidence: sentenceOf(syntax, cue),
    confidence,
  })
}

/** The act's words: from its "to", or from "will", or from its subject; never its "that". */
function actSpan(syntax: Syntax, cue: number, act: number): Commitment['act'] {
  if (syntax.head[cue] === act && syntax.deprel[cue] === Deprel.aux) return spanFrom(syntax, cue, act)
  const mark = childOf(syntax, act, [Deprel.mark])
  const that = mark >= 0 && mark < act && syntax.lower[mark] === 'that'
  return that ? spanFrom(syntax, mark + 1, act) : spanUnder(syntax, act)
}

const CONDITIONS = new Set(['if', 'unless', 'provided', 'once', 'providing', 'until'])

/** "if he wants to stay": a clause on the act, on the cue, or on what the cue stands under. */
function conditionOf(syntax: Syntax, cue: number, act: number): Commitment['condition'] {
  for (const word of [act, cue])
    for (let k = syntax.firstChild[word] as number; k >= 0; k = syntax.nextSibling[k] as number)
      if (
        syntax.deprel[k] === Deprel.advcl &&
        CONDITIONS.has(caseOf(syntax, k)) &&
        syntax.upos[k] !== Upos.PUNCT
      )
        return spanUnder(syntax, k)
  return null
}
