import type { Acts, CountRange, EventDate } from '#acts'
import type { Document, Span } from '#document'
import { INTENSITY, QUAD_OF } from '#lexicon'
import type { ActorMention, Mentions, PlaceMention, TimeMention } from '#mentions'
import { nameSources } from './name-sources.ts'
import type { Record, RecordSpan } from './schema.ts'
import { CODER_VERSION } from './version.ts'

/** Writes mentions and acts as the published record: numbers become ids, spans get their words. */
export function writeRecord(found: Mentions, acts: Acts, model: string): Record {
  const read = acts.added.length ? { ...found, actors: [...found.actors, ...acts.added] } : found
  const { mentions, speakers } = nameSources(read, acts.statements)
  const { syntax } = mentions
  const { document } = syntax
  const ids = nameAll(document, mentions, acts)
  return {
    schema: 'rapporteur/record/1',
    coder: { name: 'rapporteur', version: CODER_VERSION, model },
    document: writeDocument(document, dateline(mentions, ids), sentences(mentions)),
    actors: mentions.actors.map((actor, i) => writeActor(document, actor, i, ids)),
    places: mentions.places.map((place, i) => writePlace(document, place, i, ids)),
    times: mentions.times.map((time, i) => writeTime(document, time, i, ids)),
    ...writeActs(document, acts, speakers, ids),
  }
}

/** Writes a document that was kept without being read: no sentence, no mention, no act. */
export function writeUncoded(document: Document, model: string): Record {
  return {
    schema: 'rapporteur/record/1',
    coder: { name: 'rapporteur', version: CODER_VERSION, model },
    document: writeDocument(document, null, []),
    actors: [],
    places: [],
    times: [],
    events: [],
    statements: [],
    positions: [],
    commitments: [],
    figures: [],
  }
}

function writeDocument(
  document: Document,
  dateline: Record['document']['dateline'],
  sentences: Record['document']['sentences'],
): Record['document'] {
  const { id, externalId, source, url, title, published, language, text, edition, notCoded } = document
  return {
    id,
    externalId,
    source,
    url,
    title,
    published,
    dateline,
    language,
    text,
    sentences,
    subjects: document.subjects.map((subject) => ({ ...subject })),
    edition,
    notCoded,
  }
}

/** The id of each thing, by kind and number. */
interface Ids {
  readonly actors: readonly string[]
  readonly places: readonly string[]
  readonly times: readonly string[]
  readonly events: readonly string[]
  readonly statements: readonly string[]
  readonly positions: readonly string[]
  readonly commitments: readonly string[]
  readonly figures: readonly string[]
}

/**
 * An id is the first 16 hexadecimal digits of the document's SHA-256, what the thing is, and where it stands:
 * `9f86d081884c7d65.actor.120-132`. Two things of a kind at one place are told apart by a number.
 */
function nameAll(document: Document, mentions: Mentions, acts: Acts): Ids {
  const prefix = document.id.slice('sha256:'.length, 'sha256:'.length + 16)
  const used = new Map<string, number>()
  const name = (kind: string, span: Span) => {
    const plain = `${prefix}.${kind}.${span.start}-${span.end}`
    const times = used.get(plain) ?? 0
    used.set(plain, times + 1)
    return times === 0 ? plain : `${plain}.${times + 1}`
  }
  return {
    actors: mentions.actors.map((it) => name('actor', it.span)),
    places: mentions.places.map((it) => name('place', it.span)),
    times: mentions.times.map((it) => name('time', it.span)),
    events: acts.events.map((it) => name(`event.${it.type}`, it.trigger)),
    statements: acts.statements.map((it) => name('statement', it.content[0] ?? it.evidence)),
    positions: acts.positions.map((it) => name(`position.${it.stance}`, it.proposition)),
    commitments: acts.commitments.map((it) => name('commitment', it.act)),
    figures: acts.figures.map((it) => name(`figure.${it.measure}`, it.evidence)),
  }
}

function quote(document: Document, { start, end }: Span): RecordSpan {
  return { start, end, text: document.text.slice(start, end) }
}

function sentences({ syntax }: Mentions): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = []
  for (let s = 0; s + 1 < syntax.sentenceStart.length; s++) {
    const first = syntax.sentenceStart[s] as number
    const last = (syntax.sentenceStart[s + 1] as number) - 1
    out.push({ start: syntax.start[first] as number, end: syntax.end[last] as number })
  }
  return out
}

function dateline({ syntax, places, times }: Mentions, ids: Ids): Record['document']['dateline'] {
  const line = syntax.document.dateline
  if (!line) return null
  const within = (outer: Span | null, inner: Span) =>
    outer !== null && inner.start < outer.end && outer.start < inner.end
  const place = places.findIndex(({ span }) => within(line.place, span))
  const time = times.find(({ span }) => within(line.date, span))
  return { place: ids.places[place] ?? null, date: time?.edtf ?? null }
}

const pick = (ids: readonly string[], number: number | null): string | null =>
  number === null ? null : (ids[number] ?? null)

const pickAll = (ids: readonly string[], numbers: readonly number[]): string[] =>
  numbers.flatMap((number) => ids[number] ?? [])

function writeActor(document: Document, it: ActorMention, i: number, ids: Ids): Record['actors'][number] {
  return {
    id: ids.actors[i] ?? '',
    span: quote(document, it.span),
    kind: it.kind,
    entity: it.entity,
    name: it.name,
    country: it.country,
    sector: it.sectors[0] ?? null,
    role: it.role,
    members: pickAll(ids.actors, it.members),
    coreferentWith: pick(ids.actors, it.coreferentWith),
  }
}

function writePlace(document: Document, it: PlaceMention, i: number, ids: Ids): Record['places'][number] {
  const { name, country, admin1, latitude, longitude, geonames, feature } = it
  return {
    id: ids.places[i] ?? '',
    span: quote(document, it.span),
    name,
    country,
    admin1,
    latitude,
    longitude,
    geonames,
    feature,
  }
}

function writeTime(document: Document, it: TimeMention, i: number, ids: Ids): Record['times'][number] {
  const { type, value, edtf, mod } = it
  return { id: ids.times[i] ?? '', span: quote(document, it.span), type, value, edtf, mod }
}

const writeDate = (date: EventDate | null, ids: Ids) =>
  date && { edtf: date.edtf, time: pick(ids.times, date.time), basis: date.basis }

const writeCount = (count: CountRange | null) => count && { low: count.low, high: count.high }

type WrittenActs = Pick<Record, 'events' | 'statements' | 'positions' | 'commitments' | 'figures'>

function writeActs(
  document: Document,
  acts: Acts,
  speakers: readonly (readonly number[])[],
  ids: Ids,
): WrittenActs {
  return {
    events: acts.events.map((it, i) => ({
      id: ids.events[i] ?? '',
      type: it.type,
      mode: it.mode,
      contexts: [...it.contexts],
      quad: QUAD_OF[it.type],
      cameo: it.cameo,
      intensity: INTENSITY[it.type].modes[it.mode ?? ''] ?? INTENSITY[it.type].type,
      status: it.status,
      actors: pickAll(ids.actors, it.actors),
      recipients: pickAll(ids.actors, it.recipients),
      date: writeDate(it.date, ids),
      place: pick(ids.places, it.place),
      trigger: quote(document, it.trigger),
      evidence: quote(document, it.evidence),
      attributedTo: pick(ids.statements, it.attributedTo),
      fatalities: writeCount(it.fatalities),
      injured: writeCount(it.injured),
      confidence: round(it.confidence),
      rule: it.rule,
    })),
    statements: acts.statements.map((it, i) => ({
      id: ids.statements[i] ?? '',
      speakers: pickAll(ids.actors, speakers[i] ?? []),
      cue: it.cue && quote(document, it.cue),
      content: it.content.map((span) => quote(document, span)),
      kind: it.kind,
      addressees: pickAll(ids.actors, it.addressees),
      date: writeDate(it.date, ids),
      place: pick(ids.places, it.place),
      via: pick(ids.actors, it.via),
      evidence: quote(document, it.evidence),
      confidence: round(it.confidence),
    })),
    positions: acts.positions.map((it, i) => ({
      id: ids.positions[i] ?? '',
      holder: pickAll(ids.actors, it.holder),
      stance: it.stance,
      toward: pick(ids.actors, it.toward),
      proposition: quote(document, it.proposition),
      statement: pick(ids.statements, it.statement),
      event: pick(ids.events, it.event),
      evidence: quote(document, it.evidence),
      confidence: round(it.confidence),
    })),
    commitments: acts.commitments.map((it, i) => ({
      id: ids.commitments[i] ?? '',
      by: pickAll(ids.actors, it.by),
      to: pickAll(ids.actors, it.to),
      act: quote(document, it.act),
      type: it.type,
      due: it.due,
      condition: it.condition && quote(document, it.condition),
      strength: it.strength,
      status: it.status,
      evidence: quote(document, it.evidence),
      confidence: round(it.confidence),
    })),
    figures: acts.figures.map((it, i) => ({
      id: ids.figures[i] ?? '',
      measure: it.measure,
      low: it.low,
      high: it.high,
      approximate: it.approximate,
      unit: it.unit,
      about: it.about && pick(it.about.kind === 'event' ? ids.events : ids.actors, it.about.number),
      evidence: quote(document, it.evidence),
    })),
  }
}

/** Three decimals: more would claim a precision that calibration does not have. */
const round = (confidence: number): number => Math.round(confidence * 1000) / 1000
