import type { ActPatterns, CompiledRow, EventType } from '#lexicon'
import type { ActorMention, Mentions } from '#mentions'
import { Deprel, type Syntax, Upos } from '#syntax'
import { changeOf } from './announced.ts'
import { governedType } from './operators.ts'
import type { Proposal } from './proposal.ts'
import { type ActorIndex, type Frame, fillSlot, findLoose } from './roles.ts'
import { modalityOf } from './status.ts'
import {
  at,
  childBy,
  complementOf,
  hasModifier,
  objectOf,
  obliquesOf,
  particleOf,
  prepositionOf,
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
  const frame: Frame = { trigger: word, object: asked, support }
  const roles = fillRoles(ground, compiled, frame)
  if (roles) found.push(build(ground, compiled, frame, governed, roles))
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
    for (const from of [word, object])
      if (from >= 0)
        for (const oblique of obliquesOf(s, from, preposition))
          if (!governed || governed.has(s.lemma[oblique] ?? '')) return true
  return false
}

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

function fillRoles(ground: Ground, compiled: CompiledRow, frame: Frame): Roles | null {
  const { mentions, index } = ground
  const [actorSlot, actors] = firstFilled(ground, compiled.actorSlots, frame, [])
  let [recipientSlot, recipients] = firstFilled(ground, compiled.recipientSlots, frame, actors)
  let loose = false
  if (recipients.length === 0) {
    const anywhere = compiled.row.need === 'both'
    const prepositions = compiled.recipientSlots.filter((slot) =>
      anywhere ? slot.length > 1 : CLEAR.has(slot),
    )
    recipients = others(mentions, findLoose(mentions, index, frame, prepositions), actors)
    loose = recipients.length > 0
    recipientSlot = loose ? 'loose' : ''
  }
  if (compiled.reciprocal)
    return reciprocal(mentions, compiled, actors, recipients, [actorSlot, recipientSlot], loose)
  if (!enough(mentions, compiled, actors, recipients)) return null
  return { actors, recipients, slots: [actorSlot, recipientSlot], loose }
}

function firstFilled(
  { mentions, index }: Ground,
  slots: readonly string[],
  frame: Frame,
  taken: readonly number[],
): readonly [string, readonly number[]] {
  for (const slot of slots) {
    const found = others(mentions, fillSlot(mentions, index, frame, slot), taken)
    if (found.length) return [slot, found]
  }
  return ['', []]
}

/** Mentions that are nobody of those taken, nor stand inside them. */
function others(mentions: Mentions, found: readonly number[], taken: readonly number[]): readonly number[] {
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
const known = (actor: ActorMention | undefined) =>
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
