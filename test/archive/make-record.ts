import { createHash } from 'node:crypto'
import type { Record, RecordActor, RecordEvent, RecordSpan } from '#record'

/** A party of a made-up record: alpha-3, name as it stands in the text. */
export interface MadeParty {
  readonly name: string
  readonly country?: string
  readonly entity?: string
  readonly sector?: RecordActor['sector']
}

export interface MadeEvent {
  readonly type: RecordEvent['type']
  readonly actors: readonly MadeParty[]
  readonly recipients?: readonly MadeParty[]
  /** The sentence; the parties' names and the trigger stand in it. */
  readonly sentence: string
  readonly trigger: string
  readonly date?: string
  readonly status?: RecordEvent['status']
}

export interface Made {
  readonly title?: string
  readonly source?: string | null
  readonly published?: string
  readonly events?: readonly MadeEvent[]
  /** Each is quoted in a sentence of its own: 'NAME said: "QUOTE"'. */
  readonly quotes?: readonly { readonly speaker: MadeParty; readonly quote: string }[]
  readonly pledges?: readonly {
    readonly by: MadeParty
    readonly act: string
    readonly due?: string
  }[]
  readonly coder?: { readonly version?: string; readonly model?: string }
  readonly extra?: string
}

const QUADS: { readonly [type: string]: RecordEvent['quad'] } = {
  AGREE: 'verbal-cooperation',
  CONSULT: 'verbal-cooperation',
  AID: 'material-cooperation',
  ACCUSE: 'verbal-conflict',
  THREATEN: 'verbal-conflict',
  ASSAULT: 'material-conflict',
  SANCTION: 'material-conflict',
}

/** Makes a record by hand: every span stands where it says. */
export function makeRecord(made: Made): Record {
  const { title = 'A title', source = 'Test Wire', published = '2014-05-06' } = made
  const sentences = [
    ...(made.events ?? []).map(({ sentence }) => sentence),
    ...(made.quotes ?? []).map(({ speaker, quote }) => `${speaker.name} said: "${quote}".`),
    ...(made.pledges ?? []).map(({ by, act }) => `${by.name} pledged to ${act}.`),
    ...(made.extra ? [made.extra] : []),
  ]
  const text = `${title}\n\n${sentences.join(' ')}`
  const hex = createHash('sha256')
    .update(JSON.stringify([text, source, published]))
    .digest('hex')
  const short = hex.slice(0, 16)
  let from = title.length + 2
  const actors: RecordActor[] = []

  const span = (words: string, near: number): RecordSpan => {
    const start = text.indexOf(words, near)
    if (start < 0) throw new Error(`"${words}" does not stand in the text`)
    return { start, end: start + words.length, text: words }
  }
  const mention = (party: MadeParty, near: number): string => {
    const at = span(party.name, near)
    const id = `${short}.actor.${at.start}-${at.end}.${actors.length}`
    actors.push({
      id,
      span: at,
      kind: 'name',
      entity: party.entity ?? (party.country ? `country/${party.country}` : 'local/1'),
      name: party.name,
      country: party.country ?? null,
      sector: party.sector ?? null,
      role: null,
      members: [],
      coreferentWith: null,
    })
    return id
  }
  const next = (sentence: string) => {
    const at = span(sentence, from)
    from = at.end
    return at
  }

  const events = (made.events ?? []).map((event): RecordEvent => {
    const evidence = next(event.sentence)
    const trigger = span(event.trigger, evidence.start)
    return {
      id: `${short}.event.${event.type}.${trigger.start}-${trigger.end}`,
      type: event.type,
      mode: null,
      contexts: ['military'],
      quad: QUADS[event.type] ?? 'verbal-cooperation',
      cameo: '04',
      intensity: 2.5,
      status: event.status ?? 'asserted',
      actors: event.actors.map((party) => mention(party, evidence.start)),
      recipients: (event.recipients ?? []).map((party) => mention(party, evidence.start)),
      date: { edtf: event.date ?? published, time: null, basis: event.date ? 'stated' : 'published' },
      place: null,
      trigger,
      evidence,
      attributedTo: null,
      fatalities: null,
      injured: null,
      confidence: 0.75,
      rule: 'test',
    }
  })
  const statements = (made.quotes ?? []).map(({ speaker, quote }) => {
    const evidence = next(`${speaker.name} said: "${quote}".`)
    const content = span(quote, evidence.start)
    return {
      id: `${short}.statement.${content.start}-${content.end}`,
      speakers: [mention(speaker, evidence.start)],
      cue: span('said', evidence.start),
      content: [content],
      kind: 'direct' as const,
      addressees: [],
      date: null,
      place: null,
      via: null,
      evidence,
      confidence: 0.9,
    }
  })
  const commitments = (made.pledges ?? []).map(({ by, act, due }) => {
    const evidence = next(`${by.name} pledged to ${act}.`)
    const words = span(act, evidence.start)
    return {
      id: `${short}.commitment.${words.start}-${words.end}`,
      by: [mention(by, evidence.start)],
      to: [],
      act: words,
      type: null,
      due: due ?? null,
      condition: null,
      strength: 'pledged' as const,
      status: 'open' as const,
      evidence,
      confidence: 0.6,
    }
  })
  return {
    schema: 'rapporteur/record/1',
    coder: {
      name: 'rapporteur',
      version: made.coder?.version ?? '0.1.0',
      model: made.coder?.model ?? 'sha256:test',
    },
    document: {
      id: `sha256:${hex}`,
      externalId: null,
      source,
      url: null,
      title,
      published,
      dateline: null,
      language: 'en',
      text,
      sentences: [{ start: 0, end: title.length }],
    },
    actors,
    places: [],
    times: [],
    events,
    statements,
    positions: [],
    commitments,
    figures: [],
  }
}

export const USA = { name: 'Washington', country: 'USA', sector: 'GOV' } as const
export const RUSSIA = { name: 'Moscow', country: 'RUS', sector: 'GOV' } as const
export const CHINA = { name: 'Beijing', country: 'CHN', sector: 'GOV' } as const
export const REBELS = {
  name: 'The Free Front',
  entity: 'group/free-front',
  country: 'SYR',
  sector: 'REB',
} as const
