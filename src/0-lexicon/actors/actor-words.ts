const PLAIN = /^[a-z]+$/
const MARKS = /[\u0300-\u036f]/g
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ı: 'i',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
}
const SPECIAL = /[łøıđßæœðþ]/g
const APART = /[^\p{L}\p{N}+]+/u
const ASCII = /^[\x20-\x7e]*$/

/** Folds one token or name into look-up words: lower case, no accents, apart at hyphens and apostrophes, no full stops. */
export function actorWords(text: string): readonly string[] {
  const lower = text.toLowerCase()
  if (PLAIN.test(lower)) return [lower]
  const plain = ASCII.test(lower)
    ? lower
    : lower
        .normalize('NFD')
        .replace(MARKS, '')
        .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
  return plain
    .replaceAll('.', '')
    .split(APART)
    .filter((word) => word !== '')
}
