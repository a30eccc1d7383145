const ASCII = /^[\x20-\x7e]*$/
const MARKS = /[\u0300-\u036f]/g
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
}

/** Lower-case letters without accents: "são" is found as "sao". */
export function foldWord(lower: string): string {
  if (ASCII.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[łøıđðßæœ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[‘’ʻʼ]/g, "'")
}

/** The words of a name as the tokenizer cuts them, folded: hyphens, commas and "'s" are words of their own. */
export function nameKey(name: string): string {
  const lower = foldWord(name.toLowerCase())
  return /[-,']/.test(lower)
    ? lower
        .replace(/([-,])/g, ' $1 ')
        .replace(/('s)\b/g, ' $1')
        .replace(/ {2,}/g, ' ')
        .trim()
    : lower
}

/** FNV-1a of a key's code units, 32 bits, mixed once more so that its top bits spread. */
export function hashKey(key: string): number {
  let hash = 2166136261
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 16777619)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** Names are sorted by hash; the top bits give the bucket, the low ones tell most names of a bucket apart. */
export const BUCKET_BITS = 14
/** Bits of the table of first words. */
export const FIRST_BITS = 18

/** First bytes of `models/places.bin`. */
export const PLACES_MAGIC = 'RAPPLAC2'
/** What else a name is known as: a common word, a given name, a surname (bits). */
export const NAME_SENSE = Object.freeze({ common: 1, given: 2, surname: 4 })
