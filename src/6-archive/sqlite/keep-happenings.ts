import { shiftDay } from '../edtf-days.ts'
import { type Match, type ReportFacts, SAME_FROM, sameHappening } from '../happenings/same-happening.ts'
import { tellingWords } from '../happenings/words.ts'
import { partyKey } from '../parties.ts'
import type { Driver, Row } from './driver.ts'
import type { KeptEvent } from './keep-items.ts'

const MOST_CANDIDATES = 200
const MOST_FACTS = 50_000

/** Places each new event into a happening: that of the report most like it, or a new one. */
export function happeningKeeper(driver: Driver) {
  const known = new Map<number, ReportFacts>()
  const facts = (n: number): ReportFacts => {
    const held = known.get(n)
    if (held) return held
    const read = readFacts(driver, n)
    if (known.size >= MOST_FACTS) known.clear()
    known.set(n, read)
    return read
  }

  const place = (document: number, kept: KeptEvent) => {
    const own = factsOf(document, kept)
    const best = findBest(driver, kept, own, facts)
    known.set(kept.n, own)
    const happening = best ? best.happening : foundHappening(driver, kept)
    driver
      .prepare('update event set happening = ?, why = ? where n = ?')
      .run([happening, best?.match.why ?? null, kept.n])
    if (best) recount(driver, happening)
  }

  return {
    place(document: number, events: readonly KeptEvent[]) {
      for (const event of events) place(document, event)
    },
    /** Numbers of events that were taken out may come again for other ones. */
    forget: () => known.clear(),
  }
}

/** Counts a happening's reports again; one without reports goes. */
export function recount(driver: Driver, happening: number) {
  const { reports, documents, sources, day } =
    driver
      .prepare(
        `select count(*) as reports, count(distinct e.document) as documents, min(e.day) as day,
         count(distinct coalesce(d.source, d.id)) as sources
         from event e join document d on d.n = e.document where e.happening = ?`,
      )
      .get([happening]) ?? {}
  if (reports === 0) driver.prepare('delete from happening where n = ?').run([happening])
  else
    driver
      .prepare('update happening set reports = ?, documents = ?, sources = ?, day = ? where n = ?')
      .run([reports ?? 0, documents ?? 0, sources ?? 0, day ?? '', happening])
}

function foundHappening(driver: Driver, { event, day }: KeptEvent): number {
  const row = driver
    .prepare(
      `insert into happening (id, type, quad, status, day, reports, documents, sources) values (?, ?, ?, ?, ?, 1, 1, 1)
       on conflict (id) do update set reports = reports returning n`,
    )
    .get([`happening.${event.id}`, event.type, event.quad, event.status, day])
  return Number(row?.n)
}

function factsOf(document: number, { event, day, dated, place, actors, recipients }: KeptEvent): ReportFacts {
  return {
    type: event.type,
    quad: event.quad,
    status: event.status,
    day,
    dated,
    document,
    actors: actors.map(partyKey),
    recipients: recipients.map(partyKey),
    place,
    words: tellingWords(event.evidence.text),
    trigger: event.trigger.text.toLowerCase(),
  }
}

function readFacts(driver: Driver, n: number): ReportFacts {
  const row = driver.prepare('select * from event where n = ?').get([n]) ?? {}
  const parties = driver
    .prepare(`select role, entity, country, sector from party where kind = 'event' and item = ?`)
    .all([n])
  const keys = (role: string) => parties.filter((it) => it.role === role).map((it) => partyKey(toKey(it)))
  return {
    type: String(row.type),
    quad: String(row.quad),
    status: String(row.status),
    day: String(row.day),
    dated: true,
    document: Number(row.document),
    actors: keys('actor'),
    recipients: keys('recipient'),
    place: row.place === null ? null : String(row.place),
    words: tellingWords(String(row.evidence)),
    trigger: String(row.trigger).toLowerCase(),
  }
}

const toKey = (row: Row) => ({
  entity: String(row.entity),
  name: null,
  country: row.country === null ? null : String(row.country),
  sector: row.sector === null ? null : String(row.sector),
})

interface Best {
  readonly happening: number
  readonly match: Match
}

function findBest(
  driver: Driver,
  kept: KeptEvent,
  own: ReportFacts,
  facts: (n: number) => ReportFacts,
): Best | null {
  let best: Best | null = null
  for (const { n, happening } of candidates(driver, kept)) {
    const match = sameHappening(own, facts(n))
    if (match && match.score >= SAME_FROM && match.score > (best?.match.score ?? 0))
      best = { happening, match }
  }
  return best
}

/** Earlier events with a party in common on the days around. */
function candidates(driver: Driver, { n, event, day, dated, actors, recipients }: KeptEvent) {
  if (day === '') return []
  const within = dated ? 1 : 2
  const days = [shiftDay(day, -within), shiftDay(day, within)]
  const found = new Map<number, number>()
  const keys = new Set(
    [...actors, ...recipients].map((it) => (it.country === null ? `e${it.entity}` : `c${it.country}`)),
  )
  for (const key of keys) {
    const column = key.startsWith('c') ? 'country' : 'entity'
    const rows = driver
      .prepare(
        `select e.n, e.happening from party p cross join event e on e.n = p.item
         where p.${column} = ? and p.kind = 'event' and p.day between ? and ? and e.n <> ? and e.quad = ? and e.status = ?
         and e.happening is not null
         and not exists (select 1 from apart a join happening h on h.id = a.happening where a.event = ? and h.n = e.happening)
         order by p.day desc, p.item desc limit ${MOST_CANDIDATES}`,
      )
      .all([key.slice(1), days[0] ?? day, days[1] ?? day, n, event.quad, event.status, event.id])
    for (const row of rows) found.set(Number(row.n), Number(row.happening))
  }
  return [...found].map(([n, happening]) => ({ n, happening }))
}
