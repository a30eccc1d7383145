import { actorWords } from './actor-words.ts'

const PARTICLES = new Set(
  'al el de da do dos del della di du der den ten van von zu bin ibn ben abu le la ould bint mc'.split(' '),
)
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'xiv', 'xvi'])
/** Countries whose names put the family name first and keep that order in English news. */
const FAMILY_FIRST = new Set(['CHN', 'KOR', 'PRK', 'TWN'])

/** Surnames of a full name as look-up words: with its particles and without. */
export function surnamesOf(
  name: string,
  countries: readonly (string | null)[],
): readonly (readonly string[])[] {
  const words = actorWords(name).filter((word) => !SUFFIXES.has(word))
  if (words.length < 2) return []
  const first = words[0] as string
  if (
    name.split(' ').length <= 3 &&
    countries.some((code) => code !== null && FAMILY_FIRST.has(code)) &&
    !/^[A-Z][a-z]+ [A-Z]\.? [A-Z]/.test(name)
  )
    return [[first]]
  const last = words.length - 1
  let from = last
  while (from > 1 && PARTICLES.has(words[from - 1] as string)) from--
  const bare = [words[last] as string]
  const hyphen = name.split(' ').at(-1) ?? ''
  const double = hyphen.includes('-') ? actorWords(hyphen).filter((word) => !PARTICLES.has(word)) : []
  const forms = from < last ? [words.slice(from), bare] : [bare]
  return double.length > 1 ? [double] : forms
}

/** Shorter full forms that news uses of a name of three and more words: first and last, the last two, without initials. */
export function variantsOf(name: string): readonly (readonly string[])[] {
  const parts = name.split(' ').filter((part) => !SUFFIXES.has(part.toLowerCase().replace('.', '')))
  if (parts.length < 3) return []
  const folded = parts.map((part) => actorWords(part))
  const at = (i: number) => folded[i] ?? []
  const last = parts.length - 1
  const tail = PARTICLES.has(at(last - 1).join('')) ? [...at(last - 1), ...at(last)] : at(last)
  const full = parts.filter((part) => !/^\p{Lu}\.?$/u.test(part)).flatMap((part) => actorWords(part))
  const short = [full, [...at(0), ...tail]]
  if (parts.length === 3 && at(1).join('').length > 2 && !PARTICLES.has(at(1).join('')))
    short.push([...at(1), ...at(2)])
  return short.filter((words) => words.length > 1)
}
