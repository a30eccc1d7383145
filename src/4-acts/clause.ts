import type { Span } from '#document'
import type { Mentions } from '#mentions'
import { Deprel, type Syntax, Upos } from '#syntax'
import type { Event, Statement } from './act.ts'

const SUBJECTS: readonly number[] = [Deprel.nsubj, Deprel['nsubj:pass'], Deprel['nsubj:outer']]

/** First child by one of the relations, else -1. */
export function childOf(syntax: Syntax, word: number, relations: readonly number[]): number {
  for (let k = syntax.firstChild[word] as number; k >= 0; k = syntax.nextSibling[k] as number)
    if (relations.includes(syntax.deprel[k] as number)) return k
  return -1
}

/** First child by one of the relations whose preposition or mark is one of the words, else -1. */
export function childBehind(
  syntax: Syntax,
  word: number,
  relations: readonly number[],
  marks: readonly string[],
): number {
  for (let k = syntax.firstChild[word] as number; k >= 0; k = syntax.nextSibling[k] as number)
    if (relations.includes(syntax.deprel[k] as number) && marks.includes(caseOf(syntax, k))) return k
  return -1
}

/** The preposition or mark of a word, "" for none. */
export function caseOf(syntax: Syntax, word: number): string {
  const mark = childOf(syntax, word, [Deprel.case, Deprel.mark])
  return mark < 0 ? '' : (syntax.lower[mark] as string)
}

/** The subject of a verb, or of the verb it shares its subject with ("agreed and promised", "wants to say"), else -1. */
export function subjectOf(syntax: Syntax, word: number): number {
  for (let w = word, n = 0; w >= 0 && n < 5; n++) {
    const own = childOf(syntax, w, SUBJECTS)
    if (own >= 0) return own
    const relation = syntax.deprel[w]
    const up = syntax.head[w] as number
    if (relation === Deprel['acl:relcl']) return up
    if (relation === Deprel.acl && !trails(syntax, w)) return up
    // "criticised the firm for refusing": the firm refuses.
    const object =
      up >= 0 && relation === Deprel.advcl && caseOf(syntax, w) === 'for'
        ? childOf(syntax, up, [Deprel.obj])
        : -1
    if (object >= 0 && (syntax.lower[w] as string).endsWith('ing')) return object
    // "expected the bank to agree": the bank agrees; only who promises something to somebody is bound.
    const told =
      up >= 0 && relation === Deprel.xcomp && syntax.lemma[up] !== 'promise'
        ? childOf(syntax, up, [Deprel.obj])
        : -1
    if (told >= 0 && caseOf(syntax, w) === 'to') return told
    const shared = relation === Deprel.conj || relation === Deprel.xcomp || relation === Deprel.advcl
    if (relation === Deprel.acl) w = syntax.head[up] as number
    else if (shared) w = up
    else return -1
  }
  return -1
}

/** "…, urging talks": set off by a comma it is told of the subject, whatever noun the tree hangs it on. */
function trails(syntax: Syntax, word: number): boolean {
  const before = (syntax.left[word] as number) - 1
  return (syntax.lower[word] as string).endsWith('ing') && syntax.lower[before] === ','
}

/** What a relative pronoun stands for, else the word itself. */
export function antecedent(syntax: Syntax, word: number): number {
  const lower = syntax.lower[word]
  if (lower !== 'who' && lower !== 'which' && lower !== 'that') return word
  for (let w = syntax.head[word] as number, n = 0; w >= 0 && n < 4; w = syntax.head[w] as number, n++)
    if (syntax.deprel[w] === Deprel['acl:relcl']) return syntax.head[w] as number
  return word
}

const NEGATIONS = new Set(['not', "n't", 'never', 'neither', 'nor', 'n’t', 'hardly'])

/** Whether "not", "never" or the like hangs on a word, or "no" on its object. */
export function isNegated(syntax: Syntax, word: number): boolean {
  for (let k = syntax.firstChild[word] as number; k >= 0; k = syntax.nextSibling[k] as number)
    if (NEGATIONS.has(syntax.lower[k] as string) && syntax.deprel[k] === Deprel.advmod) return true
  return false
}

/** The words under a word as a span, without punctuation at the edges. */
export function spanUnder(syntax: Syntax, word: number): Span {
  let first = syntax.left[word] as number
  let last = syntax.right[word] as number
  const drop = (i: number) =>
    syntax.upos[i] === Upos.PUNCT && !'$€£¥()[]%'.includes(syntax.lower[i] as string)
  while (first < word && drop(first)) first++
  while (last > word && drop(last)) last--
  return { start: syntax.start[first] as number, end: syntax.end[last] as number }
}

/** As `spanUnder`, from the first word at or behind `from`. */
export function spanFrom(syntax: Syntax, from: number, word: number): Span {
  const { end } = spanUnder(syntax, word)
  return { start: Math.min(syntax.start[from] as number, syntax.start[word] as number), end }
}

/** The sentence of a word. */
export function sentenceOf(syntax: Syntax, word: number): Span {
  const sentence = syntax.sentence[word] as number
  const first = syntax.sentenceStart[sentence] as number
  const last = (syntax.sentenceStart[sentence + 1] as number) - 1
  return { start: syntax.start[first] as number, end: syntax.end[last] as number }
}

/** Actor mentions named by a word: a compound's members, or the one whose head it is. */
export function actorsAt(mentions: Mentions, word: number): readonly number[] {
  const at = word < 0 ? -1 : antecedent(mentions.syntax, word)
  const number = at < 0 ? -1 : (mentions.actorAtHead[at] as number)
  const mention = mentions.actors[number]
  if (!mention) return []
  return mention.members.length > 0 ? mention.members : [number]
}

const UNREAL = new Set(['if', 'unless', 'until', 'till', 'before', 'whether'])

/** Whether a word stands in a clause that tells what is not so yet: "until they agree", "if he refuses". */
export function isUnreal(syntax: Syntax, word: number): boolean {
  for (let w = word, n = 0; w >= 0 && n < 5; w = syntax.head[w] as number, n++) {
    const relation = syntax.deprel[w]
    if ((relation === Deprel.advcl || relation === Deprel.ccomp) && UNREAL.has(caseOf(syntax, w))) return true
  }
  return false
}

/** "Will they go?" */
export function isAsked(syntax: Syntax, word: number): boolean {
  const sentence = syntax.sentence[word] as number
  return syntax.lower[(syntax.sentenceStart[sentence + 1] as number) - 1] === '?'
}

/** "denied that he had voiced concern". */
export function isDenied(syntax: Syntax, word: number): boolean {
  for (let w = word, n = 0; w >= 0 && n < 4; w = syntax.head[w] as number, n++)
    if (syntax.deprel[w] === Deprel.ccomp && syntax.lemma[syntax.head[w] as number] === 'deny') return true
  return false
}

/** Whether a particle hangs on a verb: "back up", "push up". */
export const hasParticle = (syntax: Syntax, word: number): boolean =>
  childOf(syntax, word, [Deprel['compound:prt']]) >= 0

const FIRST_PERSONS = new Set(['i', 'we'])

/** Actors of a subject; "I" and "we" in somebody's words are the speakers. */
export function holdersAt(
  mentions: Mentions,
  word: number,
  statements: readonly Statement[],
): readonly number[] {
  const { syntax } = mentions
  if (word >= 0 && FIRST_PERSONS.has(syntax.lower[word] as string)) {
    const statement = statements[statementAround(syntax, word, statements)]
    if (statement && statement.speakers.length > 0) return statement.speakers
  }
  const first = word < 0 ? -1 : missedConjunct(syntax, word)
  return first < 0 ? actorsAt(mentions, word) : [...actorsAt(mentions, first), ...actorsAt(mentions, word)]
}

/** The noun that shares a verb with a subject though the tree joins the verb to it: "Norway and Chile agreed" as "Norway, and Chile agreed"; else -1. */
function missedConjunct(syntax: Syntax, subject: number): number {
  const verb = syntax.head[subject] as number
  if (verb < 0 || syntax.deprel[verb] !== Deprel.conj || syntax.deprel[subject] !== Deprel.nsubj) return -1
  const noun = syntax.head[verb] as number
  const and = (syntax.left[subject] as number) - 1
  const joined = syntax.upos[noun] === Upos.PROPN || syntax.upos[noun] === Upos.NOUN
  return joined && noun === and - 1 && syntax.lower[and] === 'and' ? noun : -1
}

/** The infinitive that hangs on whom a verb asks: "called on the crew to leave", else -1. */
export function askedAct(syntax: Syntax, word: number): number {
  for (let k = syntax.firstChild[word] as number; k >= 0; k = syntax.nextSibling[k] as number) {
    const relation = syntax.deprel[k]
    if (relation !== Deprel.obl && relation !== Deprel.obj && relation !== Deprel.iobj) continue
    const act = childBehind(syntax, k, [Deprel.acl, Deprel.xcomp], ['to'])
    if (act >= 0) return act
  }
  return -1
}

/** Number of the innermost statement whose content holds a word, else -1. Statements are in order of their content. */
export function statementAround(syntax: Syntax, word: number, statements: readonly Statement[]): number {
  const at = syntax.start[word] as number
  for (let s = lastBefore(statements, at), n = 0; s >= 0 && n < 12; s--, n++)
    if ((statements[s] as Statement).content.some(({ start, end }) => start <= at && at < end)) return s
  return -1
}

/** Number of the statement whose cue holds a word, else -1. */
export function statementByCue(syntax: Syntax, word: number, statements: readonly Statement[]): number {
  const at = syntax.start[word] as number
  const s = lastBefore(statements, at)
  for (let i = Math.max(0, s - 6); i <= s + 6 && i < statements.length; i++) {
    const cue = statements[i]?.cue
    if (cue && cue.start <= at && at < cue.end) return i
  }
  return -1
}

function lastBefore(statements: readonly Statement[], at: number): number {
  let low = 0
  let high = statements.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (((statements[middle] as Statement).content[0]?.start ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Number of the event whose trigger's head is each word. */
export const eventsByWord = (events: readonly Event[]): ReadonlyMap<number, number> =>
  new Map(events.map(({ word }, number) => [word, number] as const))
