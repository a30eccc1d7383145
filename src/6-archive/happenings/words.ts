/** Words that tell nothing about what happened. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `a an the and or but nor of in on at to from by for with without as into over under after before during between against
about through out up down off than that this these those which who whom whose what when where while there here it its he him his
she her they them their we us our you your i me my is are was were be been being am has have had having do does did done will
would shall should may might can could must not no also said say says saying told tell tells according one two three new more
most other some any all both each such only own same so too very just now then monday tuesday wednesday thursday friday saturday
sunday january february march april june july august september october november december year month week day mr mrs ms if because
however since until yet still even`.split(/\s+/),
)

const MOST_WORDS = 60

/** The words of a sentence that count, cut to a stem so that "talks" meets "talk". */
export function tellingWords(text: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const stem of stemsOf(text)) {
    words.add(stem)
    if (words.size >= MOST_WORDS) break
  }
  return words
}

/** The stems of all words of a text that tell something, as often as they stand there. */
export function* stemsOf(text: string): Generator<string> {
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu))
    if (word.length >= 2 && !EMPTY_WORDS.has(word)) yield stem(word)
}

function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ing')) return undouble(word.slice(0, -3))
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 4 && word.endsWith('ed')) return undouble(word.slice(0, -2))
  if (word.length > 4 && word.endsWith('es') && /(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  if (word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word))
    return word.slice(0, -1).replace(/e$/, '')
  return word.length > 4 ? word.replace(/e$/, '') : word
}

const undouble = (stem: string) => stem.replace(/([bdgklmnprt])\1$/, '$1').replace(/e$/, '')

/** The words both have. */
export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((word) => b.has(word))
}
