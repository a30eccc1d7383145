import type { Snippet } from '../answers.ts'
import { tokensOf, WORD, wordForm } from './tokens.ts'

/** Words that a snippet shows. */
const SHOWN = 32

/** What is searched for, as `fullTextQuery` wrote it: a phrase of stems; the last may be the beginning of a word. */
export interface Term {
  readonly stems: readonly string[]
  readonly prefix: boolean
}

/** The terms of a question to the index that a text may hold; those that it must not hold are left out. */
export function termsOf(query: string): Term[] {
  const wanted = query.split(' NOT ')[0] ?? ''
  return [...wanted.matchAll(/"([^"]*)"(\*?)/g)].map(([, phrase = '', star]) => ({
    // what is the beginning of a word has no ending to take off
    stems:
      star === '*'
        ? [...tokensOf(phrase, true).slice(0, -1), ...tokensOf(phrase, false).slice(-1)]
        : tokensOf(phrase, true),
    prefix: star === '*',
  }))
}

interface Match {
  /** Words: the first and the one behind the last. */
  readonly from: number
  readonly to: number
  readonly term: number
}

/** The 32 words of a text in which most of the terms stand, each match marked. */
export function snippetOf(text: string, terms: readonly Term[]): Snippet {
  const words = [...text.matchAll(WORD)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    word,
  }))
  const matches = matchesOf(
    words.map(({ word }) => word),
    terms,
  )
  const from = bestWindow(matches, words.length)
  const [first, last] = [words[from], words[Math.min(words.length, from + SHOWN) - 1]]
  if (!first || !last) return { text: text.slice(0, 200), marks: [] }
  const start = from === 0 ? 0 : first.start
  const end = from + SHOWN >= words.length ? text.length : last.end
  const before = from === 0 ? '' : '…'
  const marks = matches
    .filter((match) => match.from >= from && match.to <= from + SHOWN)
    .map((match): [number, number] => [words[match.from]?.start ?? 0, words[match.to - 1]?.end ?? 0])
  return {
    text: `${before}${text.slice(start, end)}${end === text.length ? '' : '…'}`,
    marks: merged(marks).map(([a, b]): [number, number] => [
      a - start + before.length,
      b - start + before.length,
    ]),
  }
}

function matchesOf(words: readonly string[], terms: readonly Term[]): Match[] {
  const found: Match[] = []
  // few words can be one of the stems: the others need not be stemmed
  const beginnings = new Set(terms.flatMap(({ stems }) => stems.map((stem) => stem.slice(0, 2))))
  const forms = words.map((word) => {
    const plain = wordForm(word, false)
    return beginnings.has(plain.slice(0, 2)) ? { plain, stem: wordForm(word, true) } : null
  })
  words.forEach((_, i) => {
    terms.forEach(({ stems, prefix }, term) => {
      const stands = stems.every((stem, k) => {
        const form = forms[i + k]
        if (!form) return false
        return prefix && k === stems.length - 1
          ? form.plain.startsWith(stem) || form.stem.startsWith(stem)
          : form.stem === stem
      })
      if (stands && stems.length > 0) found.push({ from: i, to: i + stems.length, term })
    })
  })
  return found
}

/** The first window in which most different terms stand; of equals the one with most matches. */
function bestWindow(matches: readonly Match[], length: number): number {
  let best = { from: 0, score: 0 }
  matches.forEach((match, i) => {
    const inside: Match[] = []
    for (let k = i; k < matches.length; k++) {
      const other = matches[k]
      if (!other || other.to > match.from + SHOWN - 4) break
      inside.push(other)
    }
    const score = new Set(inside.map(({ term }) => term)).size * 1000 + Math.min(999, inside.length)
    if (score > best.score) best = { from: match.from, score }
  })
  // a few words before the first match, and no window beyond the end
  return Math.max(0, Math.min(best.from - 4, length - SHOWN))
}

function merged(marks: readonly [number, number][]): [number, number][] {
  const out: [number, number][] = []
  for (const [a, b] of [...marks].sort((x, y) => x[0] - y[0] || y[1] - x[1])) {
    const last = out.at(-1)
    if (last && a < last[1]) last[1] = Math.max(last[1], b)
    else out.push([a, b])
  }
  return out
}
