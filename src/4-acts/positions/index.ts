import { type Cues, LIGHT_VERBS, type StanceCue } from '#lexicon'
import type { Mentions } from '#mentions'
import { Deprel, Feats, type Syntax, UPOS, Upos } from '#syntax'
import type { Event, Position, Stance, Statement } from '../act.ts'
import {
  actorsAt,
  antecedent,
  askedAct,
  caseOf,
  childBehind,
  childOf,
  eventsByWord,
  hasParticle,
  holdersAt,
  isAsked,
  isDenied,
  isNegated,
  isUnreal,
  sentenceOf,
  spanUnder,
  statementAround,
  statementByCue,
  subjectOf,
} from '../clause.ts'

/** Finds who stands where on what: verbs, nouns and adjectives of standing, one position a word. */
export function findPositions(
  mentions: Mentions,
  cues: Cues,
  statements: readonly Statement[],
  events: readonly Event[],
): readonly Position[] {
  const { syntax } = mentions
  const eventAt = eventsByWord(events)
  const out: Position[] = []
  for (let word = 0; word < syntax.length; word++) {
    const rows = cues.stance.get(syntax.lemma[word] as string)
    if (!rows) continue
    const upos = UPOS[syntax.upos[word] as number]
    for (const row of rows) {
      if (
        row.upos !== upos &&
        !(row.upos === 'ADJ' && (isParticiple(syntax, word) || isPredicate(syntax, word)))
      )
        continue
      const taken = takeStance(mentions, row, word, statements)
      if (!taken || isSource(taken.thing, statements[statementByCue(syntax, word, statements)])) continue
      out.push(writePosition(mentions, taken, word, statements, eventAt))
      break
    }
  }
  return Object.freeze(out)
}

/** "is opposed to", tagged as a verb; not "opened talks". */
const isParticiple = (syntax: Syntax, word: number): boolean =>
  syntax.upos[word] === Upos.VERB &&
  childOf(syntax, word, [Deprel.obj]) < 0 &&
  !(syntax.lower[word] as string).endsWith('ing')

/** "had been firm", tagged as a noun: a bare word behind a form of "be". */
const isPredicate = (syntax: Syntax, word: number): boolean =>
  childOf(syntax, word, [Deprel.cop]) >= 0 && childOf(syntax, word, [Deprel.det]) < 0

/** “…,” denounced the Centre: what stands behind the verb speaks, and is not denounced. */
function isSource(thing: number, statement: Statement | undefined): boolean {
  const source = statement?.source
  return source !== undefined && source !== null && thing >= source.first && thing <= source.last
}

interface Taken {
  readonly stance: Stance
  readonly holder: readonly number[]
  /** Root of what the stance is on. */
  readonly thing: number
  readonly toward: number | null
  readonly confidence: number
}

function takeStance(
  mentions: Mentions,
  row: StanceCue,
  word: number,
  statements: readonly Statement[],
): Taken | null {
  const { syntax } = mentions
  if (isAsked(syntax, word) || isDenied(syntax, word) || isLeft(syntax, word)) return null
  if (isUnreal(syntax, word) || (row.upos === 'ADJ' && isTooMuch(syntax, word))) return null
  if (row.upos === 'VERB' && !row.frames.includes('out') && hasParticle(syntax, word)) return null
  if (isOnlyPossible(syntax, row.light ? lightVerb(syntax, word) : word)) return null
  if (row.stance === 'supports' && isPurpose(syntax, word)) return null
  if (row.upos === 'VERB' && (syntax.deprel[word] === Deprel.amod || isAskedFor(syntax, word))) return null
  const verb = row.light ? lightVerb(syntax, word) : word
  const negated =
    isNegated(syntax, word) ||
    (verb >= 0 && isNegated(syntax, verb)) ||
    hasNo(syntax, word) ||
    isFailed(syntax, word)
  const stance = negated ? (RESERVED.has(row.lemma) ? null : NEGATED[row.stance]) : row.stance
  if (stance === null) return null
  const passive = row.light ? -1 : childOf(syntax, word, [Deprel['nsubj:pass']])
  if (passive >= 0 && row.upos === 'VERB') {
    const agent = childOf(syntax, word, [Deprel['obl:agent']])
    const by = agent >= 0 ? agent : childBehind(syntax, word, [Deprel.obl], ['by'])
    // "was urged by them to go": what is demanded is the going, not the urged.
    const thing = row.frames.includes('obj') && stance !== 'demands' ? passive : thingOf(syntax, row, word)
    if (by < 0 || thing < 0 || !isMeant(mentions, row, word, thing)) return null
    return taken(mentions, stance, holdersAt(mentions, by, statements), thing, passive)
  }
  if (
    ASKING.has(row.lemma) &&
    childOf(syntax, word, [Deprel.obj, Deprel.iobj]) < 0 &&
    row.frames.includes('to')
  )
    return null
  const inner = thingOf(syntax, row, word)
  // "boosts support for the rebels": the tree may hang "for" on the verb.
  const thing = inner >= 0 || !row.light || verb < 0 ? inner : childBehind(syntax, verb, OBLIQUES, row.frames)
  if (thing < 0 || thing < word - 12 || isTime(mentions, thing) || !isMeant(mentions, row, word, thing))
    return null
  if (caseOf(syntax, word) === 'despite' || (row.frames[0] !== 'obj' && thing < word)) return null
  const own = row.light ? childOf(syntax, word, [Deprel['nmod:poss']]) : -1
  const holder = own >= 0 ? own : verb < 0 ? -1 : subjectOf(syntax, verb)
  return taken(
    mentions,
    stance,
    holdersAt(mentions, holder, statements),
    thing,
    towardOf(mentions, word, thing),
  )
}

function taken(
  mentions: Mentions,
  stance: Stance,
  holder: readonly number[],
  thing: number,
  toward: number,
): Taken | null {
  if (holder.length === 0) return null
  const number = actorsAt(mentions, toward)[0] ?? null
  return {
    stance,
    holder,
    thing,
    toward: number !== null && holder.includes(number) ? null : number,
    confidence: 0.8,
  }
}

const FAILING = new Set(['fail', 'refuse', 'decline', 'stop', 'cease'])

/** "failed to support", "is refusing to endorse": as good as "did not". */
const isFailed = (syntax: Syntax, word: number): boolean =>
  syntax.deprel[word] === Deprel.xcomp &&
  (FAILING.has(syntax.lemma[syntax.head[word] as number] ?? '') ||
    isNegated(syntax, syntax.head[word] as number))

/** Not to dismiss or refuse a thing is not yet to be open to it. */
const RESERVED = new Set(['dismiss', 'decline', 'refuse', 'rebuff', 'spurn'])

/** "insisted on Monday". */
const isTime = ({ times }: Mentions, word: number): boolean => times.some(({ head }) => head === word)

/** "leaving the country open to": a state that another brings about. */
const isLeft = (syntax: Syntax, word: number): boolean =>
  ['leave', 'make', 'keep', 'render', 'get'].includes(syntax.lemma[syntax.head[word] as number] ?? '') &&
  syntax.deprel[word] === Deprel.xcomp

/** Without somebody asked, one asks for oneself ("asked to remain anonymous"). */
const ASKING = new Set(['ask', 'tell', 'order'])

/** "bought jets to support its growth": what a thing is done for. */
const isPurpose = (syntax: Syntax, word: number): boolean =>
  syntax.deprel[word] === Deprel.advcl && caseOf(syntax, word) === 'to'

const POSSIBLE = new Set(['should', 'could', 'may', 'might', 'ought'])

/** "should consider", "could refuse": somebody else's advice or a chance, and no standing; one's own is meant. */
function isOnlyPossible(syntax: Syntax, verb: number): boolean {
  if (verb < 0) return false
  const up = syntax.deprel[verb] === Deprel.xcomp ? (syntax.head[verb] as number) : -1
  if (up >= 0 && isOnlyPossible(syntax, up)) return true
  const subject = childOf(syntax, verb, [Deprel.nsubj])
  if (subject >= 0 && (syntax.lower[subject] === 'we' || syntax.lower[subject] === 'i')) return false
  for (let k = syntax.firstChild[verb] as number; k >= 0; k = syntax.nextSibling[k] as number)
    if (syntax.deprel[k] === Deprel.aux && POSSIBLE.has(syntax.lower[k] as string)) return true
  return false
}

/** "called on Russia to defend them": what is asked of another is no standing of the one who asks. */
function isAskedFor(syntax: Syntax, word: number): boolean {
  if (syntax.lemma[syntax.head[word] as number] === 'help') return true
  if (caseOf(syntax, word) !== 'to' || !INFINITIVES.includes(syntax.deprel[word] as number)) return false
  const up = syntax.head[word] as number
  return (
    ASKED_TO.has(syntax.lemma[up] as string) || ASKED_TO.has(syntax.lemma[syntax.head[up] as number] ?? '')
  )
}

const ASKED_TO = new Set(
  'ask call urge press tell order push appeal demand implore request want expect'.split(' '),
)

/** "too ready to": a reproach, and no standing. */
const isTooMuch = (syntax: Syntax, word: number): boolean => {
  const much = childOf(syntax, word, [Deprel.advmod])
  return much >= 0 && syntax.lower[much] === 'too'
}

/** Verbs whose object must be somebody: one may blame the weather. */
const OF_SOMEBODY = new Set(['blame', 'fault', 'accuse', 'thank', 'congratulate'])
const HAVING = new Set(['have', 'win', 'gain', 'seek', 'enjoy', 'draw', 'need', 'get', 'lose'])
/** What is denied to somebody and not disputed. */
const GRANTED = new Set([
  'bail',
  'entry',
  'access',
  'visa',
  'permission',
  'request',
  'people',
  'asylum',
  'leave',
])
/** What is declined out of reserve takes no side. */
const TELLING = new Set(
  'comment elaborate say specify name identify discuss provide give disclose answer speculate reply respond reveal talk speak'.split(
    ' ',
  ),
)

/** Whether a word of standing is one here, by what stands with it. */
function isMeant(mentions: Mentions, { lemma }: StanceCue, word: number, thing: number): boolean {
  const { syntax } = mentions
  const object = childOf(syntax, word, [Deprel.obj, Deprel.iobj, Deprel['nsubj:pass']])
  if (OF_SOMEBODY.has(lemma)) return object >= 0 && actorsAt(mentions, object).length > 0
  // "is considering a ban"; "considers it a friend" is an opinion.
  if (lemma === 'consider')
    return syntax.lower[word] === 'considering' || syntax.deprel[thing] === Deprel.xcomp
  if (lemma === 'deny')
    return childOf(syntax, word, [Deprel.iobj]) < 0 && !GRANTED.has(syntax.lemma[thing] as string)
  if (lemma === 'decline' || lemma === 'refuse') return !TELLING.has(syntax.lemma[thing] as string)
  if (lemma === 'insist' && syntax.deprel[thing] === Deprel.ccomp) return isWanted(syntax, thing)
  if (lemma === 'call' && syntax.deprel[thing] !== Deprel.obl && caseOf(syntax, thing) === 'to')
    return childBehind(syntax, word, [Deprel.obl], ['on', 'upon', 'for']) >= 0
  // "had the support of two banks": the banks' and not the holder's.
  const held = lemma === 'demand' && syntax.upos[word] === Upos.NOUN
  return (
    (caseOf(syntax, thing) !== 'of' && !held) || !HAVING.has(syntax.lemma[syntax.head[word] as number] ?? '')
  )
}

/** "insisted that he go", "must go", not "insisted that he had gone": a clause with a bare verb or a word of duty. */
function isWanted(syntax: Syntax, clause: number): boolean {
  const finite = Feats['Tense=Past'] | Feats['Tense=Pres']
  let told = (syntax.feats[clause] as number) & finite
  for (let k = syntax.firstChild[clause] as number; k >= 0; k = syntax.nextSibling[k] as number) {
    const relation = syntax.deprel[k]
    if (relation !== Deprel.aux && relation !== Deprel['aux:pass'] && relation !== Deprel.cop) continue
    if (syntax.lower[k] === 'must' || syntax.lower[k] === 'should') return true
    if (syntax.lower[k] !== 'be') told = 1
  }
  return told === 0 && syntax.lemma[clause] === syntax.lower[clause]
}

/** What a negated word of standing says. */
const NEGATED: Readonly<Record<Stance, Stance | null>> = {
  supports: 'opposes',
  opposes: null,
  demands: null,
  rejects: 'is-open-to',
  'is-open-to': 'rejects',
  denies: null,
  concerned: null,
  condemns: null,
  praises: null,
}

/** "has no objection to". */
function hasNo(syntax: Syntax, word: number): boolean {
  const det = childOf(syntax, word, [Deprel.det])
  return det >= 0 && syntax.lower[det] === 'no'
}

/** The verb that hands its standing to a noun, else -1. */
function lightVerb(syntax: Syntax, noun: number): number {
  const up = syntax.head[noun] as number
  if (up < 0) return -1
  const relation = syntax.deprel[noun]
  // "joined in calls for", not "gave a hearing to the demands".
  const joined = relation === Deprel.obl && ['in', 'with'].includes(caseOf(syntax, noun))
  const fits = relation === Deprel.obj || relation === Deprel.conj || joined
  return fits && LIGHT_VERBS.has(syntax.lemma[up] as string) ? up : -1
}

const CLAUSES: readonly number[] = [Deprel.ccomp]
const INFINITIVES: readonly number[] = [Deprel.xcomp, Deprel.advcl, Deprel.acl, Deprel.ccomp]
const OBLIQUES: readonly number[] = [Deprel.obl, Deprel.nmod, Deprel.advcl, Deprel.acl, Deprel.xcomp]

/** Root of what stands in one of the row's frames, else -1. */
function thingOf(syntax: Syntax, { frames, lemma, stance, upos }: StanceCue, word: number): number {
  for (const frame of frames) {
    let found = -1
    if (frame === 'obj') found = childOf(syntax, word, [Deprel.obj])
    else if (frame === 'that') found = childOf(syntax, word, CLAUSES)
    else if (frame === 'out') found = hasWord(syntax, word, 'out') ? childOf(syntax, word, [Deprel.obj]) : -1
    else if (frame === 'to') {
      // "called for curbs to save fuel": the curbs are wanted.
      if (stance === 'demands' && upos === 'VERB') found = wanted(syntax, word)
      if (found >= 0) return found
      found = childBehind(syntax, word, INFINITIVES, ['to'])
      if (found < 0 && stance === 'demands' && upos === 'VERB') found = askedAct(syntax, word)
      const verb = stance === 'demands' || stance === 'rejects'
      if (found < 0 && !(verb && upos !== 'ADJ')) found = childBehind(syntax, word, OBLIQUES, ['to'])
    } else found = childBehind(syntax, word, OBLIQUES, [frame])
    if (found >= 0 && !(lemma === 'rule' && frame !== 'out')) return found
  }
  return -1
}

/** What is demanded as a noun: behind "for", else -1. */
const wanted = (syntax: Syntax, word: number): number =>
  askedAct(syntax, word) >= 0 ||
  syntax.lemma[word] !== 'call' ||
  childBehind(syntax, word, [Deprel.obl], ['on', 'upon']) >= 0
    ? -1
    : childBehind(syntax, word, [Deprel.obl], ['for'])

function hasWord(syntax: Syntax, word: number, particle: string): boolean {
  for (let k = syntax.firstChild[word] as number; k >= 0; k = syntax.nextSibling[k] as number)
    if (syntax.lower[k] === particle) return true
  return false
}

/** Whom it is held toward: the one demanded of, else the thing itself or its owner. */
function towardOf(mentions: Mentions, word: number, thing: number): number {
  const { syntax } = mentions
  const asked = [
    childOf(syntax, word, [Deprel.iobj]),
    childOf(syntax, word, [Deprel.obj]),
    childBehind(syntax, word, [Deprel.obl], ['on', 'to', 'from', 'upon']),
    thing,
    childOf(syntax, thing, [Deprel['nmod:poss']]),
    childOf(syntax, thing, [Deprel.nmod]),
    childOf(syntax, thing, [Deprel.nsubj]),
    childOf(syntax, thing, [Deprel.amod, Deprel.compound]),
  ]
  return asked.find((it) => it >= 0 && actorsAt(mentions, it).length > 0) ?? -1
}

/** What "which" stands for, where the clause hangs on a noun: the noun alone, without the clause. */
function nameable(syntax: Syntax, thing: number): number {
  const noun = antecedent(syntax, thing)
  return noun !== thing && syntax.head[noun] !== thing ? noun : thing
}

function writePosition(
  { syntax }: Mentions,
  { stance, holder, thing, toward, confidence }: Taken,
  word: number,
  statements: readonly Statement[],
  eventAt: ReadonlyMap<number, number>,
): Position {
  const byCue = statementByCue(syntax, word, statements)
  const statement = byCue >= 0 ? byCue : statementAround(syntax, word, statements)
  const event = statement >= 0 ? null : (eventAt.get(word) ?? null)
  return Object.freeze({
    holder,
    stance,
    toward,
    proposition: spanUnder(syntax, nameable(syntax, thing)),
    statement: statement >= 0 ? statement : null,
    event,
    evidence: sentenceOf(syntax, word),
    confidence,
  })
}
