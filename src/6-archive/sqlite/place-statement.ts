import { containment, rarest } from '../happenings/weigh.ts'
import { sharedWords, tellingWords } from '../happenings/words.ts'
import { partyKey } from '../parties.ts'
import { clueOf, dropClues, findByClues, keepClues } from './clues.ts'
import type { Driver, Row } from './driver.ts'
import { readParties } from './keys.ts'
import type { Placed } from './place-event.ts'

/** Two wordings are of one quotation from this share of the shorter one's words on. */
const SAME_WORDS = 0.75
/** A shorter quotation is one with another only when all its words are there. */
const FEW_WORDS = 4
const WINDOW = 3
const MOST_CANDIDATES = 60

/** Finds the quotation that a statement is a report of: the same speaker's nearly same words on nearly the same day. */
export function statementPlacer(driver: Driver) {
  return {
    find(row: Row): Placed {
      const words = tellingWords(String(row.quote))
      if (words.size < 2) return { group: null, why: null }
      const speakers = readParties(row.speakers).map(partyKey)
      let best: { quotation: number; score: number; why: string } | null = null
      for (const [n] of findByClues(
        driver,
        'statement',
        cluesOf(row),
        String(row.day),
        WINDOW,
        WINDOW,
        MOST_CANDIDATES,
      )) {
        const other = driver
          .prepare('select n, day, quote, speakers, quotation from statement where n = ?')
          .get([n])
        if (!other || typeof other.quotation !== 'number' || n === row.n) continue
        if (
          !readParties(other.speakers)
            .map(partyKey)
            .some((it) => speakers.includes(it))
        )
          continue
        const theirs = tellingWords(String(other.quote))
        const score = containment(words, theirs)
        if (score < (Math.min(words.size, theirs.size) < FEW_WORDS ? 1 : SAME_WORDS)) continue
        if (score > (best?.score ?? 0))
          best = { quotation: other.quotation, score, why: explain(score, sharedWords(words, theirs)) }
      }
      return best ? { group: best.quotation, why: best.why } : { group: null, why: null }
    },
    keep: (row: Row) => keepClues(driver, 'statement', cluesOf(row), String(row.day), Number(row.n)),
    drop: (row: Row) => dropClues(driver, 'statement', cluesOf(row), String(row.day), Number(row.n)),
  }
}

const explain = (score: number, words: readonly string[]) =>
  `the same speaker; ${Math.round(score * 100)} % of the shorter wording in common: ${words.slice(0, 8).join(', ')}`

function cluesOf(row: Row): number[] {
  const [speaker] = readParties(row.speakers).map(partyKey).sort()
  if (speaker === undefined) return []
  return rarest(tellingWords(String(row.quote)), 3).map((word) => clueOf(`${speaker} ${word}`))
}
