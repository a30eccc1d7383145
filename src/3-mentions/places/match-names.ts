import type { Gazetteer, Place } from '#lexicon'
import { type Syntax, Upos } from '#syntax'

/** A name of the gazetteer in the text, before anything is decided. */
export interface Match {
  readonly first: number
  readonly last: number
  readonly places: readonly Place[]
  /** A region that the text puts it into: "Paris, Texas", "Albany, N.Y.", "Cordoba, Argentina". */
  readonly within: Place | null
}

/** Finds every name of the gazetteer, longest first, in capitals; linear in the number of words. */
export function matchNames(syntax: Syntax, gazetteer: Gazetteer, taken: Uint8Array): Match[] {
  const out: Match[] = []
  for (let s = 0; s + 1 < syntax.sentenceStart.length; s++) {
    const to = syntax.sentenceStart[s + 1] as number
    for (let i = syntax.sentenceStart[s] as number; i < to; ) {
      const found = taken[i] ? null : longestAt(syntax, gazetteer, i, to)
      if (!found) {
        i++
        continue
      }
      const within = containerAfter(syntax, gazetteer, found.last + 1, to)
      out.push({ ...found, within })
      i = found.last + 1
    }
  }
  return out
}

function longestAt(
  syntax: Syntax,
  gazetteer: Gazetteer,
  i: number,
  to: number,
): { first: number; last: number; places: readonly Place[] } | null {
  const most = Math.min(gazetteer.longest(syntax.lower[i] as string), to - i, 6)
  if (most === 0 || !capital(syntax, i)) return shortAt(syntax, gazetteer, i)
  for (let n = most; n > 0; n--) {
    const last = i + n - 1
    if (n > 1 && !capital(syntax, last) && !(syntax.upos[last] === Upos.PUNCT)) continue
    const places = gazetteer.named(syntax.lower.slice(i, i + n).join(' '))
    if (places.length > 0 && (n > 1 || plausible(syntax, i))) return { first: i, last, places }
  }
  return shortAt(syntax, gazetteer, i)
}

/** "Conn." or "N.Y." standing alone. Two bare capitals are a place only behind a comma. */
function shortAt(syntax: Syntax, gazetteer: Gazetteer, i: number) {
  const place = gazetteer.short(form(syntax, i))
  if (!place) return null
  const bare = !form(syntax, i).includes('.')
  return bare && syntax.lower[i - 1] !== ',' ? null : { first: i, last: i, places: [place] }
}

/** What a comma puts a place into. */
function containerAfter(syntax: Syntax, gazetteer: Gazetteer, i: number, to: number): Place | null {
  if (i + 1 >= to || syntax.lower[i] !== ',') return null
  const short = gazetteer.short(form(syntax, i + 1))
  if (short) return short
  for (let n = Math.min(3, to - i - 1); n > 0; n--) {
    const name = syntax.lower.slice(i + 1, i + 1 + n).join(' ')
    const place = capital(syntax, i + 1)
      ? gazetteer.named(name).find(({ feature }) => feature === 'country' || feature === 'region')
      : undefined
    if (place) return place
  }
  return null
}

export const form = (syntax: Syntax, i: number): string =>
  i < 0 || i >= syntax.length ? '' : syntax.document.text.slice(syntax.start[i], syntax.end[i])

export function capital(syntax: Syntax, i: number): boolean {
  if (i < 0 || i >= syntax.length) return false
  const c = syntax.document.text[syntax.start[i] as number] as string
  return c !== c.toLowerCase()
}

/** A single word that the tagger holds to be a name, or at least a noun. */
function plausible(syntax: Syntax, i: number): boolean {
  const upos = syntax.upos[i] as number
  return upos === Upos.PROPN || upos === Upos.NOUN || upos === Upos.X
}
