import { createHash } from 'node:crypto'
import type { Record, RecordSpan } from '#record'

/** A source of numbers that gives the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const FIRST_DAY = Date.UTC(2004, 0, 1)
const DAYS = 20 * 365
const OUTLETS = Array.from({ length: 40 }, (_, i) => `Outlet ${String.fromCharCode(65 + (i % 26))}${i}`)
/** Countries in the order of how often the generated news names them; the first is named thirty times as often as the thirtieth. */
const COUNTRIES =
  `USA RUS CHN IRN SYR UKR PRK ISR IRQ TUR GBR FRA DEU JPN IND PAK AFG EGY SAU KOR PHL VNM YEM LBY SDN ETH SOM
NGA VEN CUB MEX BRA COL POL HUN SRB GEO ARM AZE BLR LTU LVA ESP ITA GRC CYP LBN JOR QAT ARE OMN KWT MMR THA MYS IDN AUS CAN ZAF KEN UGA RWA COD MLI NER TCD`.split(
    /\s+/,
  )

/** How the documents of the generated archive come about: shares of all. */
const REPRINTS = 0.08
const RETOLD = 0.3

/**
 * Documents made of real ones: another day, other countries and persons, and words changed for others of the same
 * length, so that every span stays where it is. Three in ten tell again what one of the twenty before them told, and
 * some reprint it word for word, as wires and papers do.
 */
export function* generate(templates: readonly Record[], documents: number, seed = 1): Generator<Record> {
  const random = randomFrom(seed)
  const words = vocabulary(templates)
  const recent: Made[] = []
  for (let i = 0; i < documents; i++) {
    const chance = random()
    const earlier = recent[Math.floor(random() * recent.length)]
    const made: Made =
      earlier && chance < REPRINTS + RETOLD
        ? { ...earlier, retold: chance < REPRINTS ? 0 : 0.12, wording: Math.floor(random() * 2 ** 31) }
        : {
            template: Math.floor(random() * templates.length),
            story: Math.floor(random() * 2 ** 31),
            wording: 0,
            retold: 0,
            day: Math.floor((i / documents) * DAYS),
          }
    if (made !== earlier && made.retold === 0 && made.wording === 0) {
      recent.push(made)
      if (recent.length > 20) recent.shift()
    }
    const template = templates[made.template]
    if (template) yield make(template, made, words, OUTLETS[Math.floor(random() ** 2 * OUTLETS.length)] ?? '')
  }
}

interface Made {
  readonly template: number
  readonly story: number
  readonly wording: number
  /** Share of words that the retelling changes. */
  readonly retold: number
  readonly day: number
}

/** Words by their length, as often as they stand in the texts. */
function vocabulary(templates: readonly Record[]): ReadonlyMap<number, readonly string[]> {
  const words = new Map<number, string[]>()
  for (const { document } of templates)
    for (const [word] of document.text.matchAll(WORD)) {
      const list = words.get(word.length) ?? []
      words.set(word.length, list)
      list.push(word)
    }
  return words
}
const WORD = /\b[a-z]{4,}\b/g

function make(
  template: Record,
  made: Made,
  words: ReadonlyMap<number, readonly string[]>,
  source: string,
): Record {
  const text = reworded(
    reworded(template.document.text, 0.5, made.story, words),
    made.retold,
    made.wording,
    words,
  )
  const published = new Date(FIRST_DAY + made.day * 86_400_000).toISOString().slice(0, 10)
  const id = createHash('sha256').update(`${text}\n${source}\n${published}`).digest('hex')
  const old = template.document.id.slice(7)
  const json = JSON.stringify(template).replaceAll(old, id).replaceAll(old.slice(0, 16), id.slice(0, 16))
  const record = JSON.parse(json) as Record
  const random = randomFrom(made.story)
  const countries = new Map<string, string>()
  const country = (code: string) => {
    const known = countries.get(code)
    if (known) return known
    const other = COUNTRIES[Math.floor(random() ** 2.2 * COUNTRIES.length)] ?? code
    countries.set(code, other)
    return other
  }
  const persons = Math.floor(random() * 200)
  const span = (it: RecordSpan): RecordSpan => ({ ...it, text: text.slice(it.start, it.end) })
  const day = { edtf: published, time: null, basis: 'published' as const }
  return {
    ...record,
    document: {
      ...record.document,
      text,
      title: span({ start: 0, end: (record.document.title ?? '').length, text: '' }).text || null,
      source,
      published,
    },
    actors: record.actors.map((it) => {
      const to = it.country === null ? null : country(it.country)
      return {
        ...it,
        span: span(it.span),
        country: to,
        entity:
          it.country !== null && it.entity.includes(it.country)
            ? it.entity.replace(it.country, to ?? '')
            : it.entity.startsWith('local/')
              ? it.entity
              : `${it.entity}-${persons}`,
      }
    }),
    places: record.places.map((it) => ({ ...it, span: span(it.span) })),
    times: record.times.map((it) => ({ ...it, span: span(it.span) })),
    events: record.events.map((it) => ({
      ...it,
      date: day,
      trigger: span(it.trigger),
      evidence: span(it.evidence),
    })),
    statements: record.statements.map((it) => ({
      ...it,
      date: null,
      cue: it.cue === null ? null : span(it.cue),
      content: it.content.map(span),
      evidence: span(it.evidence),
    })),
    positions: record.positions.map((it) => ({
      ...it,
      proposition: span(it.proposition),
      evidence: span(it.evidence),
    })),
    commitments: record.commitments.map((it) => ({
      ...it,
      act: span(it.act),
      due: random() < 0.3 ? shifted(made.day, Math.floor(random() * 200)) : null,
      condition: it.condition === null ? null : span(it.condition),
      evidence: span(it.evidence),
    })),
    figures: record.figures.map((it) => ({ ...it, evidence: span(it.evidence) })),
  }
}

const shifted = (day: number, by: number) =>
  new Date(FIRST_DAY + (day + by) * 86_400_000).toISOString().slice(0, 10)

/** Changes a share of the words for others of the same length. */
function reworded(
  text: string,
  share: number,
  seed: number,
  words: ReadonlyMap<number, readonly string[]>,
): string {
  if (share === 0) return text
  const random = randomFrom(seed)
  return text.replace(WORD, (word) => {
    if (random() >= share) return word
    const list = words.get(word.length) ?? [word]
    return list[Math.floor(random() * list.length)] ?? word
  })
}
