import { shiftDay } from '../edtf-days.ts'
import { containment, coverage, rarest } from '../happenings/weigh.ts'
import { sharedWords, tellingWords } from '../happenings/words.ts'
import { partyKey } from '../parties.ts'
import { clueOf, dropClues, findByClues, keepClues } from './clues.ts'
import type { Driver, Row } from './driver.ts'
import { numberBehind } from './item-number.ts'
import { type Keyring, readParties } from './keys.ts'
import type { Placed } from './place-event.ts'

/** Two promises of one giver are one from this share of the shorter one's words on. */
const SAME_ACT = 0.6
/** An event keeps a promise when it has this share of the promise's words. */
const KEPT = 0.6
/** Days within which a promise is reaffirmed, and in which it is kept when it names no day. */
const WINDOW = 365
/** Days behind the due day in which what is done still counts as done. */
const GRACE = 30
const MOST_CANDIDATES = 60

/** Finds the undertaking that a commitment is a report of, and the events that settle it. */
export function commitmentPlacer(driver: Driver, keys: Keyring) {
  return {
    find(row: Row): Placed {
      const words = tellingWords(String(row.act))
      if (words.size === 0) return { group: null, why: null }
      const givers = readParties(row.givers).map(partyKey)
      let best: { undertaking: number; score: number; why: string } | null = null
      for (const [n] of findByClues(
        driver,
        'commitment',
        cluesOf(row),
        String(row.day),
        WINDOW,
        WINDOW,
        MOST_CANDIDATES,
      )) {
        const other = driver
          .prepare('select n, act, type, givers, undertaking from commitment where n = ?')
          .get([n])
        if (!other || typeof other.undertaking !== 'number' || n === row.n) continue
        if (row.type !== null && other.type !== null && row.type !== other.type) continue
        if (
          !readParties(other.givers)
            .map(partyKey)
            .some((it) => givers.includes(it))
        )
          continue
        const theirs = tellingWords(String(other.act))
        const score = containment(words, theirs)
        if (score >= SAME_ACT && score > (best?.score ?? 0))
          best = {
            undertaking: other.undertaking,
            score,
            why: `promised by the same; words in common: ${sharedWords(words, theirs).slice(0, 8).join(', ')}`,
          }
      }
      return best ? { group: best.undertaking, why: best.why } : { group: null, why: null }
    },
    keep: (row: Row) => keepClues(driver, 'commitment', cluesOf(row), String(row.day), Number(row.n)),
    drop: (row: Row) => dropClues(driver, 'commitment', cluesOf(row), String(row.day), Number(row.n)),

    /** The undertakings that an event keeps or breaks. */
    settledBy(event: Row): Settlement[] {
      if (event.status !== 'asserted' || event.day === '') return []
      const words = tellingWords(String(event.evidence))
      const actors = [...new Set(readParties(event.actors).map(partyKey))].slice(0, 2)
      const clues = actors.flatMap((actor) => rarest(words, 4).map((word) => clueOf(`${actor} ${word}`)))
      const settled = new Map<number, Settlement>()
      for (const [n] of findByClues(driver, 'commitment', clues, String(event.day), WINDOW, 0, 20)) {
        const commitment = driver.prepare('select * from commitment where n = ?').get([n])
        const found = commitment && settles(commitment, event, words)
        if (found) settled.set(found.undertaking, found)
      }
      return [...settled.values()]
    },

    /** Events known already that settle a commitment which came later than they. */
    settlersOf(commitment: Row, fresh: readonly Row[]): Settlement[] {
      if (commitment.day === '' || typeof commitment.undertaking !== 'number') return []
      const later = numberBehind(String(commitment.day))
      // news comes as it is written, mostly: then nothing later is known
      const known =
        driver.prepare('select 1 as known from event where n >= ? limit 1').get([later]) !== undefined
      const rows = known ? laterEvents(driver, keys, commitment, later) : []
      return [...rows, ...fresh]
        .map((event) => settles(commitment, event, tellingWords(String(event.evidence))))
        .filter((it): it is Settlement => it !== null)
    },
  }
}

/** Events of the giver, of the promised type or a refusal, with one of the promise's words, behind its day. */
function laterEvents(driver: Driver, keys: Keyring, commitment: Row, from: number): Row[] {
  const [giver] = readParties(commitment.givers)
  const key = giver && keys.find(`lead:${giver.country ?? giver.entity}`)
  const types = [commitment.type, 'REJECT']
    .map((type) => keys.find(`type:${type}`))
    .filter((n) => n !== undefined)
  const words = rarest(tellingWords(String(commitment.act)), 3)
  if (key === undefined || types.length === 0 || words.length === 0) return []
  const asked = `keys : _${key} AND keys : (${types.map((n) => `_${n}`).join(' OR ')}) AND words : (${words.map((word) => `"${word}"`).join(' OR ')})`
  return driver
    .prepare(
      `select x.* from event_fts f cross join event x on x.n = f.rowid where event_fts match ? and f.rowid >= ? and f.rowid < ? limit 40`,
    )
    .all([asked, from, numberBehind(shiftDay(String(commitment.day), WINDOW))])
}

export interface Settlement {
  readonly undertaking: number
  readonly event: string
  readonly step: 'met' | 'withdrawn'
  readonly day: string
  readonly why: string
}

function settles(commitment: Row, event: Row, words: ReadonlySet<string>): Settlement | null {
  if (typeof commitment.undertaking !== 'number' || commitment.document === event.document) return null
  const { day } = event
  if (event.status !== 'asserted' || typeof day !== 'string' || day <= String(commitment.day)) return null
  const act = tellingWords(String(commitment.act))
  const covered = coverage(act, words)
  if (act.size < 2 || covered < KEPT) return null
  const givers = readParties(commitment.givers).map(partyKey)
  if (
    !readParties(event.actors)
      .map(partyKey)
      .some((it) => givers.includes(it))
  )
    return null
  const breaks = event.type === 'REJECT'
  if (!breaks && (commitment.type === null || commitment.type !== event.type)) return null
  if (commitment.due_to !== null && day > shiftDay(String(commitment.due_to), GRACE)) return null
  const shared = sharedWords(act, words).slice(0, 8).join(', ')
  return {
    undertaking: commitment.undertaking,
    event: String(event.id),
    step: breaks ? 'withdrawn' : 'met',
    day,
    why: breaks
      ? `the same party rejects it on ${day}; words in common: ${shared}`
      : `the same party did what was promised (${event.type}) on ${day}; words in common: ${shared}`,
  }
}

function cluesOf(row: Row): number[] {
  const givers = [...new Set(readParties(row.givers).map(partyKey))].sort().slice(0, 2)
  const words = rarest(tellingWords(String(row.act)), 3)
  return givers.flatMap((giver) => words.map((word) => clueOf(`${giver} ${word}`)))
}
