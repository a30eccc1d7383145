import type { Party } from '../answers.ts'
import type { Driver, Row } from './driver.ts'
import { insertRow } from './insert-row.ts'
import { readParties, writeParties } from './keys.ts'
import type { Writer } from './writer.ts'

/** What reports are gathered into. */
export const GROUPS = ['happening', 'quotation', 'undertaking', 'story'] as const
export type Group = (typeof GROUPS)[number]

const MEMBER = {
  happening: 'event',
  quotation: 'statement',
  undertaking: 'commitment',
  story: 'document',
} as const

/** Texts of so many reports are searched when a happening is searched for. */
const MOST_WORDINGS = 8

/**
 * Keeps the rows of happenings, quotations, undertakings and stories true to their reports: whatever changed is
 * marked, and read again at the end of the transaction.
 */
export function groupKeeper(driver: Driver, writer: Writer) {
  const touched = new Map<Group, Set<number>>(GROUPS.map((group) => [group, new Set<number>()]))
  /** Groups that are not in their table yet: their ids, and their one report as long as there is no other. */
  const begun = new Map<string, { readonly id: string; only: Row | null }>()
  let moved = false

  const refresh = (group: Group, n: number) => {
    const fresh = begun.get(`${group} ${n}`)
    const old = fresh ? undefined : driver.prepare(`select * from ${group} where n = ?`).get([n])
    const members = fresh?.only ? [fresh.only] : membersOf(driver, group, n)
    if (old) takeOut(writer, group, old)
    const [first] = members
    if (!first) {
      if (old) driver.prepare(`delete from ${group} where n = ?`).run([n])
      if (group === 'undertaking') driver.prepare('delete from settlement where undertaking = ?').run([n])
      return
    }
    const day = earliestDay(members)
    const number = old && old.day !== day ? renumber(driver, writer, group, n, day) : n
    if (number !== n) moved = true
    const row: Row = {
      n: number,
      id: old ? (old.id ?? '') : freeId(driver, group, fresh?.id ?? `${group}.${first.id}`),
      day,
      ...summaryOf(driver, group, number, members),
      ...countsOf(members),
      arrival: old ? (old.arrival ?? 0) : writer.counter.next('arrival'),
    }
    if (old) driver.prepare(`delete from ${group} where n = ?`).run([n])
    insertRow(driver, group, row)
    putIn(writer, group, row, members)
  }

  return {
    touch(group: Group, n: number) {
      touched.get(group)?.add(n)
      const fresh = begun.get(`${group} ${n}`)
      if (fresh) fresh.only = null
    },
    /** The number of a group that the next report begins; `only` is that report, with what its document tells. */
    begin(group: Group, day: string, id: string, only: Row | null = null): number {
      const n = writer.numbers.next(group, day)
      begun.set(`${group} ${n}`, { id, only })
      touched.get(group)?.add(n)
      return n
    },
    /** Moves all reports of one group into another; the id of the first leads to the second from now on. */
    merge(group: Group, from: number, into: number) {
      moved = true
      const column = `update ${MEMBER[group]} set ${group} = ? where ${group} = ?`
      driver.prepare(column).run([into, from])
      if (group === 'undertaking')
        driver
          .prepare(
            `update settlement set undertaking = ? where undertaking = ? and not exists
             (select 1 from settlement s where s.undertaking = ? and s.event = settlement.event)`,
          )
          .run([into, from, into])
      const ended = driver.prepare(`select id from ${group} where n = ?`).get([from])
      const kept = driver.prepare(`select id from ${group} where n = ?`).get([into])
      if (ended && kept)
        driver
          .prepare(
            'insert into alias (id, target) values (?, ?) on conflict (id) do update set target = excluded.target',
          )
          .run([ended.id ?? '', kept.id ?? ''])
      this.touch(group, from)
      this.touch(group, into)
    },
    /** Writes what changed; true when groups have other numbers or reports than before. */
    flush(): boolean {
      for (const [group, numbers] of touched) {
        const sorted = [...numbers].sort((a, b) => a - b)
        const isNew = (n: number) => begun.has(`${group} ${n}`)
        // those that end make room for new ones under the same ids
        for (const n of sorted) if (!isNew(n)) refresh(group, n)
        for (const n of sorted) if (isNew(n)) refresh(group, n)
        numbers.clear()
      }
      begun.clear()
      const before = moved
      moved = false
      return before
    },
    forget() {
      moved = false
      for (const numbers of touched.values()) numbers.clear()
      begun.clear()
    },
  }
}
export type GroupKeeper = ReturnType<typeof groupKeeper>

/** An id that no group has: a report that left the group that it began begins another. */
function freeId(driver: Driver, group: Group, wanted: string): string {
  const taken = (id: string) => driver.prepare(`select 1 from ${group} where id = ?`).get([id]) !== undefined
  let id = wanted
  for (let i = 2; taken(id); i++) id = `${wanted}.${i}`
  return id
}

function membersOf(driver: Driver, group: Group, n: number): Row[] {
  if (group === 'story')
    return driver
      .prepare('select n, id, day, title, source, copy_of from document where story = ? order by arrival')
      .all([n])
  return driver
    .prepare(
      `select x.*, d.source, d.copy_of, d.n as document_n from ${MEMBER[group]} x join document d on d.n = x.document
       where x.${group} = ? order by d.arrival, x.n`,
    )
    .all([n])
}

const earliestDay = (members: readonly Row[]) =>
  members.reduce(
    (first, { day }) => (day !== '' && (first === '' || String(day) < first) ? String(day) : first),
    '',
  )

function renumber(driver: Driver, writer: Writer, group: Group, from: number, day: string): number {
  const to = writer.numbers.next(group, day)
  driver.prepare(`update ${MEMBER[group]} set ${group} = ? where ${group} = ?`).run([to, from])
  if (group === 'undertaking')
    driver.prepare('update settlement set undertaking = ? where undertaking = ?').run([to, from])
  return to
}

function takeOut(writer: Writer, group: Group, old: Row) {
  if (group === 'story') {
    writer.counter.add('stories', -1)
    return
  }
  writer.counter.add(`${group}s`, -1)
  writer.index.drop(group, old, outletsOf(old), false)
  if (group === 'happening') writer.tally.acts('happening', old, -1)
}

const outletsOf = (row: Row) => JSON.parse(String(row.outlets)) as string[]

function putIn(writer: Writer, group: Group, row: Row, members: readonly Row[]) {
  writer.counter.add(group === 'story' ? 'stories' : `${group}s`, 1)
  if (group === 'story') return
  writer.index.put(group, row, wordingsOf(group, members), outletsOf(row), false)
  if (group === 'happening') writer.tally.acts('happening', row, 1)
}

function wordingsOf(group: Exclude<Group, 'story'>, members: readonly Row[]): string {
  const column = { happening: 'evidence', quotation: 'quote', undertaking: 'evidence' }[group]
  return [...new Set(members.map((it) => String(it[column])))].slice(0, MOST_WORDINGS).join('\n')
}

/** Documents count once however often they are reprinted. */
function countsOf(members: readonly Row[]): Row {
  const documents = new Set<unknown>()
  const copies = new Set<unknown>()
  const sources = new Set<unknown>()
  for (const it of members) {
    const n = it.document_n ?? it.n
    documents.add(it.copy_of ?? n)
    if (it.copy_of !== null) copies.add(n)
    else sources.add(it.source ?? n)
  }
  const outlets = new Set(members.map(({ source }) => source).filter((it) => typeof it === 'string'))
  return {
    documents: documents.size,
    reprints: copies.size,
    sources: Math.max(1, sources.size),
    outlets: JSON.stringify([...outlets].sort()),
  }
}

function summaryOf(driver: Driver, group: Group, n: number, members: readonly Row[]): Row {
  switch (group) {
    case 'happening':
      return happening(members)
    case 'quotation':
      return quotation(members)
    case 'undertaking':
      return undertaking(driver, n, members)
    case 'story':
      return {
        day_to:
          members
            .map(({ day }) => String(day))
            .sort()
            .at(-1) ?? '',
        title: members.find(({ title }) => title !== null)?.title ?? null,
      }
  }
}

const allParties = (members: readonly Row[], column: string) =>
  writeParties([
    ...new Map(
      members.flatMap((it) => readParties(it[column])).map((it): [string, Party] => [it.entity, it]),
    ).values(),
  ])

function happening(members: readonly Row[]): Row {
  const best = members.reduce((a, b) => (Number(b.confidence) > Number(a.confidence) ? b : a))
  const placed =
    members.find(({ latitude }) => latitude !== null) ?? members.find(({ place }) => place !== null)
  const contexts = new Set(members.flatMap((it) => String(it.contexts).split(' ')).filter(Boolean))
  return {
    type: mostly(members, 'type'),
    quad: mostly(members, 'quad'),
    status: mostly(members, 'status'),
    contexts: [...contexts].sort().join(' '),
    intensity: members.reduce((sum, it) => sum + Number(it.intensity), 0) / members.length,
    actors: allParties(members, 'actors'),
    recipients: allParties(members, 'recipients'),
    place: placed?.place ?? null,
    place_country: placed?.place_country ?? null,
    latitude: placed?.latitude ?? null,
    longitude: placed?.longitude ?? null,
    evidence: best.evidence ?? '',
    confidence: best.confidence ?? 0,
    reports: members.length,
  }
}

/** The value that most reports have; of equals that of the earlier report. */
function mostly(members: readonly Row[], column: string): string {
  const counts = new Map<string, number>()
  for (const it of members) counts.set(String(it[column]), (counts.get(String(it[column])) ?? 0) + 1)
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0]
}

function quotation(members: readonly Row[]): Row {
  const longest = members.reduce((a, b) => (String(b.quote).length > String(a.quote).length ? b : a))
  return {
    kind: longest.kind ?? '',
    speakers: allParties(members, 'speakers'),
    addressees: allParties(members, 'addressees'),
    quote: longest.quote ?? '',
  }
}

function undertaking(driver: Driver, n: number, members: readonly Row[]): Row {
  const first = members[0] ?? {}
  const last = members.findLast(({ due }) => due !== null) ?? first
  const settled = driver
    .prepare(`select step from settlement where undertaking = ? order by step = 'met' desc, day limit 1`)
    .get([n])
  const said = members.find(({ status }) => status !== 'open')
  return {
    type: members.find(({ type }) => type !== null)?.type ?? null,
    strength: first.strength ?? '',
    status: settled?.step ?? said?.status ?? 'open',
    givers: allParties(members, 'givers'),
    takers: allParties(members, 'takers'),
    act: first.act ?? '',
    due: last.due ?? null,
    due_from: last.due_from ?? null,
    due_to: last.due_to ?? null,
    condition: first.condition ?? null,
  }
}
