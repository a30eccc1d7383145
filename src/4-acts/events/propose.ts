import type { ActPatterns, CompiledRow, EventType } from '#lexicon'
import type { ActorMention, Mentions } from '#mentions'
import { Deprel, type Syntax, Upos } from '#syntax'
import { changeOf } from './announced.ts'
import { governedType } from './operators.ts'
import type { Proposal } from './proposal.ts'
import { findBelow, isInstrument } from './recipients.ts'
import { type ActorIndex, type Frame, fillSlot, findLoose, resolve } from './roles.ts'
import { standingOf } from './standing.ts'
import { modalityOf } from './status.ts'
import {
  at,
  childBy,
  complementOf,
  hasModifier,
  isMarked,
  objectOf,
  obliquesOf,
  particleOf,
  prepositionOf,
  subjectOf,
} from './tree.ts'

/** What every row is tried against. */
export interface Ground {
  readonly mentions: Mentions
  readonly patterns: ActPatterns
  readonly index: ActorIndex
}

/** Tries all rows at all words of a document. */
export function proposeAll(ground: Ground): readonly Proposal[] {
  const s = ground.mentions.syntax
  const found: Proposal[] = []
  for (let word = 0; word < s.length; word++) proposeAt(ground, word, found)
  return found
}

/** Tries the rows of one word. */
export function proposeAt(ground: Ground, word: number, found: Proposal[]): void {
  const s = ground.mentions.syntax
  const upos = at(s.upos, word)
  const lemma = s.lemma[word] ?? ''
  if (upos === Upos.VERB) tryRows(ground, verbRows(ground, word, lemma), word, -1, found)
  else if (upos === Upos.AUX) tryRows(ground, ground.patterns.verbs.get(lemma), word, -1, found)
  else if (upos === Upos.ADJ) {
    const rows = ground.patterns.adjectives.get(lemma)
    if (rows && isPredicate(s, word)) tryRows(ground, rows, word, -1, found)
  } else if (upos === Upos.NOUN || upos === Upos.PROPN) {
    const rows = ground.patterns.nouns.get(lemma)
    if (rows && !isModifier(s, word)) tryRows(ground, rows, word, supportOf(ground, word), found)
  }
}

function verbRows(
  { mentions, patterns }: Ground,
  word: number,
  lemma: string,
): readonly CompiledRow[] | undefined {
  const particle = particleOf(mentions.syntax, word)
  if (particle < 0) return patterns.verbs.get(lemma)
  const rows = patterns.verbs.get(`${lemma}_${mentions.syntax.lower[particle]}`)
  const bound = at(mentions.syntax.deprel, particle) === Deprel['compound:prt']
  return rows ?? (bound ? undefined : patterns.verbs.get(lemma))
}

const isPredicate = (s: Syntax, word: number) =>
  childBy(s, word, Deprel.cop) >= 0 ||
  childBy(s, word, Deprel.nsubj) >= 0 ||
  at(s.deprel, word) === Deprel.conj

const isModifier = (s: Syntax, word: number) =>
  at(s.deprel, word) === Deprel.compound ||
  at(s.deprel, word) === Deprel.flat ||
  at(s.deprel, word) === Deprel.amod

/** The verb that lends a trigger noun its subject: "launched an attack", "an attack launched by". */
function supportOf({ mentions: { syntax: s }, patterns }: Ground, noun: number): number {
  const relation = at(s.deprel, noun)
  let head = at(s.head, noun)
  if (relation === Deprel.conj && head >= 0 && at(s.deprel, head) === Deprel.obj) head = at(s.head, head)
  else if (relation !== Deprel.obj && relation !== Deprel['nsubj:pass']) {
    const participle = childBy(s, noun, Deprel.acl)
    return participle >= 0 && patterns.supportVerbs.has(s.lemma[participle] ?? '')
      ? participle
      : engaged(s, noun)
  }
  return head >= 0 && patterns.supportVerbs.has(s.lemma[head] ?? '') ? head : -1
}

const ENGAGING = new Set(['engage', 'participate', 'take', 'join', 'involve', 'enter', 'embark', 'meet'])

/** "took part in talks", "engaged in clashes". */
function engaged(s: Syntax, noun: number): number {
  const head = at(s.head, noun)
  if (head < 0 || at(s.deprel, noun) !== Deprel.obl) return -1
  const preposition = prepositionOf(s, noun)
  return (preposition === 'in' || preposition === 'into' || preposition === 'for') &&
    ENGAGING.has(s.lemma[head] ?? '')
    ? head
    : -1
}

function tryRows(
  ground: Ground,
  rows: readonly CompiledRow[] | undefined,
  word: number,
  support: number,
  found: Proposal[],
): void {
  if (rows) for (const row of rows) tryRow(ground, row, word, support, found)
}

function tryRow(
  ground: Ground,
  compiled: CompiledRow,
  word: number,
  support: number,
  found: Proposal[],
): void {
  const s = ground.mentions.syntax
  const nominal = at(s.upos, word) !== Upos.VERB && at(s.upos, word) !== Upos.AUX
  const object = nominal ? -1 : objectOf(s, word)
  const asked = compiled.objects === null ? -1 : matchingNoun(s, object, compiled.objects)
  if (!wordsFit(s, compiled, word, object, asked)) return
  const governed = compiled.complement || compiled.row.operator ? complementOf(s, word) : -1
  if (compiled.complement && (governed < 0 || !lemmaFits(s, compiled.complement, governed))) return
  if (compiled.infinitive && !isMarked(s, governed, 'to')) return
  if (compiled.row.operator === 'refusal' && TELLING.has(s.lemma[governed] ?? '')) return
  const frame: Frame = { trigger: word, object: asked, support }
  const roles = fillRoles(ground, compiled, frame, compiled.row.operator ? governed : -1)
  if (!roles) return
  const { notWith } = compiled
  const parties = [...roles.actors, ...roles.recipients].map(
    (number) => ground.mentions.actors[number]?.head ?? -1,
  )
  if (notWith && parties.some((head) => notWith.has(s.lemma[head] ?? ''))) return
  found.push(build(ground, compiled, frame, governed, roles))
}

function wordsFit(s: Syntax, compiled: CompiledRow, word: number, object: number, asked: number): boolean {
  if (compiled.objects && asked < 0) return false
  if (compiled.without && object >= 0 && compiled.without.has(s.lemma[object] ?? '')) return false
  const modified = asked >= 0 ? asked : word
  if (compiled.modifiers && !hasModifier(s, modified, compiled.modifiers)) return false
  return !compiled.preps || prepositionsFit(s, compiled, word, asked)
}

/** The object itself, a conjunct of it, or "rounds of talks": the noun that carries the meaning. */
function matchingNoun(s: Syntax, object: number, wanted: ReadonlySet<string>): number {
  for (let word = object, steps = 0; word >= 0 && steps < 4; steps++) {
    if (wanted.has(s.lemma[word] ?? '')) return word
    const inner = obliquesOf(s, word, 'of')[0] ?? -1
    word = inner >= 0 ? inner : childBy(s, word, Deprel.conj)
  }
  return -1
}

function prepositionsFit(s: Syntax, { preps }: CompiledRow, word: number, object: number): boolean {
  for (const [preposition, governed] of preps ?? [])
    for (const from of new Set([word, object, at(s.upos, word) === Upos.VERB ? objectOf(s, word) : -1]))
      if (from >= 0)
        for (const oblique of obliquesOf(s, from, preposition))
          if (!isDay(s, oblique) && (!governed || governed.has(s.lemma[oblique] ?? ''))) return true
  return false
}

/** "declined to comment" refuses nothing that PLOVER counts. */
const TELLING = new Set(['comment', 'say', 'answer', 'elaborate', 'name', 'speculate', 'speak', 'respond'])

const DAYS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december day week month year morning afternoon evening night weekend today tomorrow yesterday'.split(
    ' ',
  ),
)
/** "on Monday" tells when, whatever the verb. */
const isDay = (s: Syntax, word: number) => DAYS.has(s.lower[word] ?? '')

const lemmaFits = (s: Syntax, wanted: ReadonlySet<string>, word: number) =>
  wanted.size === 0 || wanted.has(s.lemma[word] ?? '')

/** Prepositions that tell of a target wherever they hang. */
const CLEAR = new Set(['on', 'against', 'with'])

interface Roles {
  readonly actors: readonly number[]
  readonly recipients: readonly number[]
  readonly slots: readonly [string, string]
  readonly loose: boolean
}

function fillRoles(ground: Ground, compiled: CompiledRow, frame: Frame, governed: number): Roles | null {
  const { mentions } = ground
  const [actorSlot, named] = firstFilled(ground, compiled.actorSlots, frame, [])
  const actors = named.map((number) => speakerFor(ground, frame, number))
  const { slot, recipients } = recipientsOf(ground, compiled, frame, governed, actors)
  const loose = slot === 'loose' || slot === 'below'
  const slots = [actorSlot, slot] as const
  if (compiled.reciprocal) return reciprocal(mentions, compiled, actors, recipients, slots, loose)
  if (!enough(mentions, compiled, actors, recipients)) return null
  return { actors, recipients, slots, loose }
}

/** "The rebels said they would free him": the pronoun is the speaker where nothing says otherwise. */
export function speakerFor({ mentions, index }: Ground, frame: Frame, number: number): number {
  const actor = mentions.actors[number]
  if (actor?.kind !== 'pronoun' || actor.coreferentWith !== null) return number
  const s = mentions.syntax
  if (!THIRD_PERSONS.has(s.lower[actor.head] ?? '')) return number
  for (
    let w = frame.support >= 0 ? frame.support : frame.trigger, n = 0;
    w >= 0 && n < 5;
    w = at(s.head, w), n++
  ) {
    const above = at(s.head, w)
    if (at(s.deprel, w) !== Deprel.ccomp || above < 0) continue
    return resolve(mentions, index, subjectOf(s, above), false)[0] ?? number
  }
  return number
}

const THIRD_PERSONS = new Set(['it', 'he', 'she', 'they'])

/** Types of acts done to those who live in a place. */
const IN_PLACES = new Set<EventType>([
  'AID',
  'ASSAULT',
  'COERCE',
  'CONCEDE',
  'RETREAT',
  'MOBILIZE',
  'SANCTION',
  'AGREE',
  'ACCUSE',
  'REQUEST',
])

/** Words that the finder of actors takes for somebody, though nothing can be done to them. */
const NOBODY = new Set(['power', 'front'])

/** Acts that somebody who can be named is the better for. */
const FOR_SOMEBODY = new Set<EventType>(['AID', 'AGREE', 'SUPPORT', 'COOPERATE'])

/** Whom it is done to; "people in Somalia" gives Somalia where the act is for somebody and the people are nobody known. */
function recipientsOf(
  ground: Ground,
  compiled: CompiledRow,
  frame: Frame,
  governed: number,
  actors: readonly number[],
): { slot: string; recipients: readonly number[] } {
  const found = namedRecipients(ground, compiled, frame, governed, actors)
  const { mentions, index } = ground
  const vague = (number: number) => standingOf(mentions, number) === 0
  if (!FOR_SOMEBODY.has(compiled.row.type) || !found.recipients.length || !found.recipients.every(vague))
    return found
  const accept = (number: number) =>
    standingOf(mentions, number) >= 2 && others(mentions, [number], actors).length > 0
  const head = mentions.actors[found.recipients[0] ?? -1]?.head ?? frame.trigger
  const inner = findBelow(mentions, index, { trigger: head, object: -1, support: -1 }, true, accept)
  return inner.length ? { slot: found.slot, recipients: inner } : found
}

/** Slots in their order, then what the governed act names, then a clear preposition anywhere, then the nearest below. */
function namedRecipients(
  ground: Ground,
  compiled: CompiledRow,
  frame: Frame,
  governed: number,
  actors: readonly number[],
): { slot: string; recipients: readonly number[] } {
  const { mentions, index } = ground
  const toWhom = (number: number) =>
    !isInstrument(mentions, frame, number) &&
    !NOBODY.has(mentions.syntax.lower[mentions.actors[number]?.head ?? -1] ?? '')
  const accept = (number: number) =>
    toWhom(number) &&
    mentions.actors[number]?.head !== frame.object &&
    others(mentions, [number], actors).length > 0
  const explicit = compiled.recipientSlots.filter((slot) => slot !== 'C')
  const [slot, direct] = firstFilled(ground, explicit, frame, actors, toWhom)
  if (direct.length) return { slot, recipients: direct }
  if (governed >= 0) {
    const nested = governedRecipients(ground, governed, actors)
    if (nested.length) return { slot: 'nested', recipients: nested }
  }
  if (explicit.length < compiled.recipientSlots.length) {
    const [, inner] = firstFilled(ground, ['C'], frame, actors, accept)
    if (inner.length) return { slot: 'C', recipients: inner }
  }
  if (explicit.includes('O') && isUnknownName(ground, frame)) return { slot: '', recipients: [] }
  const anywhere = compiled.row.need === 'both'
  const prepositions = compiled.recipientSlots.filter((it) => (anywhere ? it.length > 1 : CLEAR.has(it)))
  const loose = findLoose(mentions, index, frame, prepositions).filter(accept)
  if (loose.length) return { slot: 'loose', recipients: loose }
  if (compiled.reciprocal && actors.length > 1) return { slot: '', recipients: [] }
  const below = findBelow(mentions, index, frame, IN_PLACES.has(compiled.row.type), accept)
  return { slot: below.length ? 'below' : '', recipients: below }
}

/** "Asking Zameer": a name of whom nothing is known is the one, and nobody else. */
function isUnknownName({ mentions: { syntax: s }, index }: Ground, { trigger }: Frame): boolean {
  const object = at(s.upos, trigger) === Upos.VERB ? objectOf(s, trigger) : -1
  return (
    object >= 0 &&
    at(s.upos, object) === Upos.PROPN &&
    (index.placeAt[object] ?? -1) < 0 &&
    (index.covering[object] ?? -1) < 0
  )
}

/** Whom the act that an operator governs is done to, by the rows of its own words ("agreed to withdraw from"). */
function governedRecipients(ground: Ground, governed: number, actors: readonly number[]): readonly number[] {
  const s = ground.mentions.syntax
  const object = objectOf(s, governed)
  const found = [...boundRows(ground, object, governed, actors), ...boundRows(ground, governed, -1, actors)]
  return found[0] ?? []
}

function boundRows(
  ground: Ground,
  word: number,
  support: number,
  actors: readonly number[],
): readonly (readonly number[])[] {
  const s = ground.mentions.syntax
  if (word < 0) return []
  const nominal = at(s.upos, word) !== Upos.VERB
  const lemma = s.lemma[word] ?? ''
  const rows = nominal ? ground.patterns.nouns.get(lemma) : verbRows(ground, word, lemma)
  const object = nominal ? -1 : objectOf(s, word)
  return (rows ?? []).flatMap((row) => {
    const asked = row.objects === null ? -1 : matchingNoun(s, object, row.objects)
    if (!wordsFit(s, row, word, object, asked)) return []
    const frame: Frame = { trigger: word, object: asked, support }
    const slots = row.recipientSlots.filter((slot) => slot !== 'S' && slot !== 'P')
    const [, found] = firstFilled(ground, slots, frame, actors)
    const toWhom = found.filter((number) => !isInstrument(ground.mentions, frame, number))
    return toWhom.length ? [toWhom] : []
  })
}

function firstFilled(
  { mentions, index }: Ground,
  slots: readonly string[],
  frame: Frame,
  taken: readonly number[],
  accept: (number: number) => boolean = () => true,
): readonly [string, readonly number[]] {
  for (const slot of slots) {
    const found = others(mentions, fillSlot(mentions, index, frame, slot), taken).filter(accept)
    if (found.length) return [slot, found]
  }
  return ['', []]
}

/** Mentions that are nobody of those taken, nor stand inside them. */
export function others(
  mentions: Mentions,
  found: readonly number[],
  taken: readonly number[],
): readonly number[] {
  if (!taken.length) return found
  return found.filter((number) => !taken.some((other) => sameActor(mentions, number, other)))
}

/** Whether two mentions are of one actor, or one stands within the other. */
export function sameActor(mentions: Mentions, a: number, b: number): boolean {
  if (a === b) return true
  const [x, y] = [mentions.actors[a], mentions.actors[b]]
  if (!x || !y) return false
  if (x.entity === y.entity && x.members.length === 0) return true
  if (x.members.includes(b) || y.members.includes(a)) return true
  return (x.first >= y.first && x.last <= y.last) || (y.first >= x.first && y.last <= x.last)
}

function reciprocal(
  mentions: Mentions,
  compiled: CompiledRow,
  actors: readonly number[],
  recipients: readonly number[],
  slots: readonly [string, string],
  loose: boolean,
): Roles | null {
  const parties = [...actors, ...recipients]
  const heads = parties.reduce(
    (sum, number) => sum + Math.max(1, mentions.actors[number]?.members.length ?? 1),
    0,
  )
  if (heads === 0 || (compiled.row.need === 'both' && heads < 2)) return null
  if (compiled.actorIs && !parties.some((number) => isOf(mentions, number, compiled.actorIs))) return null
  if (compiled.recipientIs && !recipients.some((number) => isOf(mentions, number, compiled.recipientIs)))
    return null
  return parties.some((number) => known(mentions.actors[number]))
    ? { actors: parties, recipients: [], slots, loose }
    : null
}

function enough(
  mentions: Mentions,
  { row, actorIs, recipientIs }: CompiledRow,
  actors: readonly number[],
  recipients: readonly number[],
): boolean {
  if (row.need === 'both' && (!actors.length || !recipients.length)) return false
  if (!actors.length) return false
  if (actorIs && !actors.some((number) => isOf(mentions, number, actorIs))) return false
  if (recipientIs && !recipients.some((number) => isOf(mentions, number, recipientIs))) return false
  return actors.some((number) => known(mentions.actors[number]))
}

/** Whether PLOVER could say who that is: a name, a country or a sector. */
export const known = (actor: ActorMention | undefined) =>
  actor !== undefined &&
  (actor.country !== null || actor.sectors.length > 0 || actor.kind === 'name' || actor.kind === 'title')

function isOf(mentions: Mentions, number: number, sectors: ReadonlySet<string> | null): boolean {
  const actor = mentions.actors[number]
  if (!actor || !sectors) return sectors === null
  if (actor.sectors.some((sector) => sectors.has(sector))) return true
  return (
    actor.members.some((member) => isOf(mentions, member, sectors)) ||
    (actor.sectors.length === 0 && sectors.has('UNK'))
  )
}

function build(
  ground: Ground,
  compiled: CompiledRow,
  frame: Frame,
  governed: number,
  roles: Roles,
): Proposal {
  const { row } = compiled
  const s = ground.mentions.syntax
  const modality = modalityOf(s, ground.patterns, frame.trigger, frame.support)
  const nested = row.operator ? governedType(ground, frame.trigger, governed) : null
  const base = operated(compiled, nested)
  const { type, mode, status } = changeOf(base.type, base.mode, modality)
  return {
    compiled,
    type,
    mode,
    cameo: type === row.type ? (row.cameo ?? null) : null,
    status,
    word: frame.trigger,
    support: frame.support,
    object: frame.object,
    governed: row.operator ? governed : -1,
    actors: roles.actors,
    recipients: roles.recipients,
    slots: roles.slots,
    score: belief(compiled, roles),
  }
}

function operated(compiled: CompiledRow, nested: EventType | null): { type: EventType; mode: string | null } {
  const { row } = compiled
  if (row.operator === 'promise' && nested !== null && HOSTILE.has(nested))
    return { type: 'THREATEN', mode: threatMode(nested) }
  if (row.mode || !row.operator || nested === null) return { type: row.type, mode: row.mode ?? null }
  if (row.type === 'THREATEN') return { type: row.type, mode: threatMode(nested) }
  return { type: row.type, mode: row.type === 'REQUEST' || row.type === 'REJECT' ? askedMode(nested) : null }
}

const HOSTILE = new Set<EventType>(['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'PROTEST', 'THREATEN'])

function threatMode(nested: EventType): string | null {
  if (nested === 'ASSAULT' || nested === 'MOBILIZE') return 'violence'
  if (nested === 'COERCE' || nested === 'PROTEST') return 'restrict'
  return nested === 'SANCTION' || nested === 'REJECT' ? 'relations' : null
}

/** Mode of a demand or refusal by what is demanded or refused. */
export function askedMode(nested: EventType): string {
  if (nested === 'CONSULT') return 'meet'
  if (nested === 'AID' || nested === 'COOPERATE' || nested === 'SUPPORT') return 'assist'
  return nested === 'CONCEDE' || nested === 'RETREAT' ? 'yield' : 'change'
}

/** Rows that ask for more are believed more. */
function belief(
  { weight, objects, complement, preps, modifiers, recipientSlots }: CompiledRow,
  roles: Roles,
): number {
  let score = weight
  if (objects || modifiers) score += 0.12
  if (complement && complement.size > 0) score += 0.08
  if (preps) score += 0.05
  if (roles.recipients.length || roles.actors.length > 1) score += 0.1
  else if (recipientSlots.length) score -= 0.1
  if (roles.loose) score -= 0.12
  return Math.min(0.99, Math.max(0.05, score))
}
