import {
  type Archive,
  type ForeignEvent,
  type ForeignSet,
  type HappeningRow,
  type Party,
  shiftDay,
} from '#archive'

/** How another data set and our record tell the same days. Only acts between two countries are compared. */
export interface Comparison {
  readonly set: ForeignSet
  readonly from: string
  readonly to: string
  readonly foreign: ComparedSide
  readonly ours: ComparedSide
  /** By class of act: how many each has, and how many of each the other has, too. */
  readonly byQuad: readonly {
    readonly quad: string
    readonly foreign: number
    readonly foreignMatched: number
    readonly ours: number
    readonly oursMatched: number
  }[]
  /** Pearson's r over the counts of both by dyad, class and month; null where there is nothing to correlate. */
  readonly correlation: number | null
  /** Some that only one side has, for reading. */
  readonly onlyForeign: readonly ForeignEvent[]
  readonly onlyOurs: readonly HappeningRow[]
}

export interface ComparedSide {
  /** All in the period. */
  readonly events: number
  /** Those between two countries: only these are compared. */
  readonly dyadic: number
  /** Those that the other side has: the same class of act between the same two countries, a day apart at most. */
  readonly matched: number
}

export interface CompareOptions {
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Examples of what only one side has. @default 20 */
  readonly examples?: number
}

interface Act {
  readonly day: string
  readonly quad: string
  readonly dyads: readonly string[]
}

/**
 * Compares a foreign data set with our happenings over the days that both have. Neither is taken for the truth: they
 * read different sources, and a data set without words cannot be checked.
 */
export async function compareForeign(
  archive: Archive,
  set: ForeignSet,
  { from, to, examples = 20 }: CompareOptions = {},
): Promise<Comparison | null> {
  const period = await commonPeriod(archive, set, from, to)
  if (!period) return null
  const ours = collect<HappeningRow>()
  const asserted = { ...period, status: ['asserted'] }
  for await (const it of pages((cursor) =>
    archive.happenings(asserted, { limit: 500, order: 'oldest', cursor }),
  ))
    ours.add(it, actOf(it))
  // a happening stands for reports that may name another day or kind: each of them is had
  for await (const it of pages((cursor) => archive.events(asserted, { limit: 500, order: 'oldest', cursor })))
    ours.have(actOf(it))
  const foreign = collect<ForeignEvent>()
  for await (const it of pages((cursor) =>
    archive.foreign.list({ set, ...period }, { limit: 500, cursor }),
  )) {
    foreign.add(it, actOf(it))
    foreign.have(actOf(it))
  }
  const theirs = foreign.against(ours.days)
  const own = ours.against(foreign.days)
  return {
    set,
    ...period,
    foreign: { events: foreign.events(), dyadic: theirs.dyadic, matched: theirs.matched.length },
    ours: { events: ours.events(), dyadic: own.dyadic, matched: own.matched.length },
    byQuad: [...new Set([...theirs.byQuad.keys(), ...own.byQuad.keys()])].sort().map((quad) => ({
      quad,
      foreign: theirs.byQuad.get(quad)?.all ?? 0,
      foreignMatched: theirs.byQuad.get(quad)?.matched ?? 0,
      ours: own.byQuad.get(quad)?.all ?? 0,
      oursMatched: own.byQuad.get(quad)?.matched ?? 0,
    })),
    correlation: pearson(ours.months, foreign.months),
    onlyForeign: theirs.unmatched.slice(0, examples),
    onlyOurs: own.unmatched.slice(0, examples),
  }
}

async function commonPeriod(
  archive: Archive,
  set: ForeignSet,
  from: string | undefined,
  to: string | undefined,
) {
  const stats = await archive.stats()
  const kept = (await archive.foreign.sets()).find((it) => it.set === set)
  if (!kept || stats.from === null || stats.to === null) return null
  const first = [from ?? '', kept.from, stats.from].sort().at(-1) ?? ''
  const last = [to ?? '9999', kept.to, stats.to].sort()[0] ?? ''
  return first <= last ? { from: first, to: last } : null
}

async function* pages<T>(
  ask: (cursor: string | null) => Promise<{ readonly items: readonly T[]; readonly next: string | null }>,
): AsyncGenerator<T> {
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof ask>> = await ask(cursor)
    yield* page.items
    cursor = page.next
  } while (cursor !== null)
}

const actOf = (it: {
  readonly day: string
  readonly quad: string | null
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
}): Act => ({ day: it.day, quad: it.quad ?? '', dyads: dyadsOf(it.actors, it.recipients) })

/** Pairs of different countries: each of those who act with each of the others, in the order of their codes. */
function dyadsOf(actors: readonly Party[], recipients: readonly Party[]): string[] {
  const codes = (list: readonly Party[]) => [
    ...new Set(list.map(({ country }) => country).filter((it) => it !== null)),
  ]
  const [doers, done] = [codes(actors), codes(recipients)]
  const pairs = new Set<string>()
  for (const a of doers)
    for (const b of done.length > 0 ? done : doers) if (a !== b) pairs.add(a < b ? `${a} ${b}` : `${b} ${a}`)
  return [...pairs]
}

/** Gathers one side: by dyad and class the days on which there was something, and the counts by month. */
function collect<T>() {
  const all: { readonly item: T; readonly act: Act }[] = []
  const days = new Map<string, Set<string>>()
  const months = new Map<string, number>()
  return {
    days,
    months,
    events: () => all.length,
    /** Something that is counted. */
    add(item: T, act: Act) {
      all.push({ item, act })
      for (const dyad of act.dyads) {
        const month = `${dyad} ${act.quad} ${act.day.slice(0, 7)}`
        months.set(month, (months.get(month) ?? 0) + 1)
      }
    },
    /** Something that the other side may be found by. */
    have({ dyads, quad, day }: Act) {
      for (const dyad of dyads) {
        const key = `${dyad} ${quad}`
        const held = days.get(key)
        if (held) held.add(day)
        else days.set(key, new Set([day]))
      }
    },
    /** Which of this side the other one has. */
    against(other: ReadonlyMap<string, ReadonlySet<string>>) {
      const matched: T[] = []
      const unmatched: T[] = []
      const byQuad = new Map<string, { all: number; matched: number }>()
      for (const { item, act } of all) {
        if (act.dyads.length === 0 || act.quad === '') continue
        const has = act.dyads.some((dyad) => near(other.get(`${dyad} ${act.quad}`), act.day))
        ;(has ? matched : unmatched).push(item)
        const count = byQuad.get(act.quad) ?? { all: 0, matched: 0 }
        byQuad.set(act.quad, { all: count.all + 1, matched: count.matched + (has ? 1 : 0) })
      }
      return { matched, unmatched, byQuad, dyadic: matched.length + unmatched.length }
    },
  }
}

function near(days: ReadonlySet<string> | undefined, day: string): boolean {
  return days !== undefined && [-1, 0, 1].some((by) => days.has(shiftDay(day, by)))
}

function pearson(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number | null {
  const keys = [...new Set([...a.keys(), ...b.keys()])]
  if (keys.length < 3) return null
  const xs = keys.map((key) => a.get(key) ?? 0)
  const ys = keys.map((key) => b.get(key) ?? 0)
  const mean = (list: readonly number[]) => list.reduce((sum, it) => sum + it, 0) / list.length
  const [mx, my] = [mean(xs), mean(ys)]
  let [sxy, sxx, syy] = [0, 0, 0]
  for (const [i, x] of xs.entries()) {
    const [dx, dy] = [x - mx, (ys[i] ?? 0) - my]
    sxy += dx * dy
    sxx += dx * dx
    syy += dy * dy
  }
  return sxx === 0 || syy === 0 ? null : Math.round((sxy / Math.sqrt(sxx * syy)) * 1000) / 1000
}
