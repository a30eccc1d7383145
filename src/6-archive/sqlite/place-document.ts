import { cosine, type Terms } from '../happenings/terms.ts'
import { bytesOf } from './bytes-of.ts'
import { findByClues, keepClues } from './clues.ts'
import type { Driver } from './driver.ts'

/** A document is of a story from this likeness on, and its events may be those of a document from this one on. */
const STORY_FROM = 0.25
const NEAR_FROM = 0.1
/** Days within which reports of one story follow each other. */
const WINDOW = 7
const MOST_A_CLUE = 40
const MOST_COMPARED = 80
const MOST_HELD = 20_000

/** What a new document is near to. */
export interface Neighbourhood {
  /** The story that it is of; null: it begins one. */
  readonly story: number | null
  readonly why: string | null
  /** Documents that may tell of the same happenings, the most alike first. */
  readonly near: readonly Neighbour[]
}

export interface Neighbour {
  readonly n: number
  /** 0…1 */
  readonly likeness: number
}

type Vector = Pick<Terms, 'hashes' | 'weights'>

/** Finds the documents that are like a new one, and its story. */
export function documentPlacer(driver: Driver) {
  const held = new Map<number, Vector>()
  const vectorOf = (n: number): Vector => {
    const known = held.get(n)
    if (known) return known
    const row = driver.prepare('select terms from document_sketch where document = ?').get([n])
    const vector = readTerms(bytesOf(row?.terms))
    hold(n, vector)
    return vector
  }
  const hold = (n: number, vector: Vector) => {
    if (held.size >= MOST_HELD) held.clear()
    held.set(n, vector)
  }

  return {
    find(day: string, terms: Terms): Neighbourhood {
      const found = findByClues(driver, 'document', terms.clues, day, WINDOW, WINDOW, MOST_A_CLUE)
      const compared = [...found].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, MOST_COMPARED)
      const alike = compared
        .map(([n]) => ({ n, likeness: cosine(terms, vectorOf(n)) }))
        .filter(({ likeness }) => likeness >= NEAR_FROM)
        .sort((a, b) => b.likeness - a.likeness || a.n - b.n)
      return { ...bestStory(driver, alike), near: alike }
    },
    keep(n: number, day: string, terms: Terms) {
      hold(n, terms)
      keepClues(driver, 'document', terms.clues, day, n)
    },
    forget: () => held.clear(),
  }
}

/** The story whose documents are most like this one on average, of the three closest of each. */
function bestStory(driver: Driver, alike: readonly { n: number; likeness: number }[]) {
  const stories = new Map<number, number[]>()
  for (const { n, likeness } of alike.slice(0, 30)) {
    const row = driver.prepare('select story from document where n = ?').get([n])
    if (typeof row?.story !== 'number') continue
    const list = stories.get(row.story)
    if (list) list.push(likeness)
    else stories.set(row.story, [likeness])
  }
  let best: { story: number; mean: number } | null = null
  for (const [story, list] of stories) {
    const top = list.slice(0, 3)
    const mean = top.reduce((sum, it) => sum + it, 0) / top.length
    if (mean >= STORY_FROM && mean > (best?.mean ?? 0)) best = { story, mean }
  }
  return best === null
    ? { story: null, why: null }
    : { story: best.story, why: `its words are like those of the story (${best.mean.toFixed(2)} of 1)` }
}

function readTerms(blob: Uint8Array<ArrayBuffer>): Vector {
  const count = blob.byteLength / 8
  return {
    hashes: new Uint32Array(blob.buffer, 0, count),
    weights: new Float32Array(blob.buffer, count * 4, count),
  }
}
