import { foldWord, type Gazetteer, type Place } from '#lexicon'
import { type Syntax, Upos } from '#syntax'

/** A name of the gazetteer in the text, before anything is decided. */
export interface Match {
  readonly first: number
  readonly last: number
  /** The name as the gazetteer is asked for it. */
  readonly key: string
  readonly places: readonly Place[]
  /** What else the name is known as: bits of NAME_SENSE. */
  readonly sense: number
  /** A region that the text puts it into: "Paris, Texas", "Albany, N.Y.", "Cordoba, Argentina". */
  readonly within: Place | null
}

type Found = Omit<Match, 'within'>

/** No name has more words than this. */
const MOST_WORDS = 6

/** Finds every name of the gazetteer, longest first, in capitals; linear in the number of words. */
export function matchNames(syntax: Syntax, gazetteer: Gazetteer): Match[] {
  const out: Match[] = []
  const named = remembering(gazetteer)
  for (let s = 0; s + 1 < syntax.sentenceStart.length; s++) {
    const to = syntax.sentenceStart[s + 1] as number
    for (let i = syntax.sentenceStart[s] as number; i < to; ) {
      const found = longestAt(syntax, gazetteer, named, i, to)
      if (!found) {
        i++
        continue
      }
      out.push({ ...found, within: containerAfter(syntax, gazetteer, named, found.last + 1, to) })
      i = found.last + 1
    }
  }
  return readCounties(syntax, named, out)
}

/** "in Barrow, Jackson and Madison counties": each name before "counties" is a county's where there is one. */
function readCounties(syntax: Syntax, named: Named, matches: readonly Match[]): Match[] {
  const out = [...matches]
  for (let k = 0; k < out.length; k++) {
    const last = out[k]?.last ?? 0
    if (!/^(counties|parishes)$/.test(syntax.lower[last + 1] ?? '')) continue
    const kind = syntax.lower[last + 1] === 'counties' ? 'county' : 'parish'
    for (let j = k; j >= 0; j--) {
      const match = out[j] as Match
      const places = named(`${match.key} ${kind}`)
      if (places.length === 0) break
      out[j] = { ...match, key: `${match.key} ${kind}`, places, sense: 0, within: null }
      const gap = match.first - (out[j - 1]?.last ?? -9)
      if (gap > 3 || !/^(,|and|&)$/.test(syntax.lower[match.first - 1] ?? '')) break
    }
  }
  return out
}

type Named = (key: string) => readonly Place[]

/** The gazetteer's answers, kept while one document is read. */
function remembering(gazetteer: Gazetteer): Named {
  const kept = new Map<string, readonly Place[]>()
  return (key) => {
    const known = kept.get(key)
    if (known) return known
    const places = gazetteer.named(key)
    kept.set(key, places)
    return places
  }
}

function longestAt(syntax: Syntax, gazetteer: Gazetteer, named: Named, i: number, to: number): Found | null {
  if (!capital(syntax, i)) return null
  const most = Math.min(gazetteer.longest(foldWord(syntax.lower[i] as string)), to - i, MOST_WORDS)
  for (let n = most; n > 0; n--) {
    const last = i + n - 1
    if (n > 1 && !capital(syntax, last) && !isGeneric(syntax, last)) continue
    if (n === 1 && !plausible(syntax, i)) continue
    const key = keyAt(syntax, i, n)
    const places = n === 1 ? writtenSo(syntax, i, named(key)) : named(key)
    if (places.length > 0) return { first: i, last, key, places, sense: gazetteer.sense(key) }
  }
  return shortAt(syntax, gazetteer, i, to)
}

/** "EU" is not the town of Eu: capitals of two or three letters are a name only where the gazetteer writes it so. */
function writtenSo(syntax: Syntax, i: number, places: readonly Place[]): readonly Place[] {
  const text = form(syntax, i)
  if (text.length > 3 || text !== text.toUpperCase() || text.length < 2) return places
  return places.filter(({ name, feature }) => name === text || feature === 'country')
}

function keyAt(syntax: Syntax, i: number, n: number): string {
  let key = foldWord(syntax.lower[i] as string)
  for (let k = i + 1; k < i + n; k++) key += ` ${foldWord(syntax.lower[k] as string)}`
  return key
}

/** Common nouns that a name of the gazetteer may end in without a capital: "Aleppo province". */
const GENERIC = new Set('province region governorate oblast county island islands district'.split(' '))
const isGeneric = (syntax: Syntax, i: number): boolean => GENERIC.has(syntax.lower[i] as string)

/** "Conn.", "N.Y." or "W. Va." standing alone. Two bare capitals are a place only behind a comma. */
function shortAt(syntax: Syntax, gazetteer: Gazetteer, i: number, to: number): Found | null {
  const text = form(syntax, i)
  for (const last of i + 1 < to && text.length < 3 ? [i + 1, i] : [i]) {
    const place = gazetteer.short(last === i ? text : `${text} ${form(syntax, last)}`)
    if (!place || (!text.includes('.') && syntax.lower[i - 1] !== ',')) continue
    return { first: i, last, key: keyAt(syntax, i, last - i + 1), places: [place], sense: 0 }
  }
  return null
}

/** What a comma or a bracket puts a place into. */
function containerAfter(
  syntax: Syntax,
  gazetteer: Gazetteer,
  named: Named,
  i: number,
  to: number,
): Place | null {
  if (i + 1 >= to || (syntax.lower[i] !== ',' && syntax.lower[i] !== '(') || !capital(syntax, i + 1))
    return null
  const short = shortAt(syntax, gazetteer, i + 1, to)
  if (short) return short.places[0] ?? null
  const most = Math.min(4, to - i - 1, gazetteer.longest(foldWord(syntax.lower[i + 1] as string)))
  for (let n = most; n > 0; n--) {
    const place = named(keyAt(syntax, i + 1, n)).find(
      ({ feature, admin1, name }) =>
        feature === 'country' || (feature === 'region' && admin1 !== null && name !== ''),
    )
    if (place) return place
  }
  return null
}

export const form = (syntax: Syntax, i: number): string =>
  i < 0 || i >= syntax.length ? '' : syntax.document.text.slice(syntax.start[i], syntax.end[i])

export function capital(syntax: Syntax, i: number): boolean {
  if (i < 0 || i >= syntax.length) return false
  const code = syntax.document.text.charCodeAt(syntax.start[i] as number)
  if (code < 128) return code >= 65 && code <= 90
  const c = String.fromCharCode(code)
  return c !== c.toLowerCase()
}

/** A single word that the tagger holds to be a name, or at least a noun. */
function plausible(syntax: Syntax, i: number): boolean {
  const upos = syntax.upos[i] as number
  return upos === Upos.PROPN || upos === Upos.NOUN || upos === Upos.X || upos === Upos.ADJ
}

/** The word of a match whose head lies outside. */
export function headOf(syntax: Syntax, { first, last }: Pick<Match, 'first' | 'last'>): number {
  for (let i = first; i <= last; i++) {
    const head = syntax.head[i] as number
    if (head < first || head > last) return i
  }
  return first
}
