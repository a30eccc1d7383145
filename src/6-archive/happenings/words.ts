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
const MOST_KNOWN = 100_000

/** Words that were seen before and their stems; '' for those that tell nothing. News has few words, used often. */
const known = new Map<string, string>()

function stemOf(word: string): string {
  const held = known.get(word)
  if (held !== undefined) return held
  const lower = word.toLowerCase()
  const found = lower.length < 2 || EMPTY_WORDS.has(lower) ? '' : stem(lower)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(word, found)
  return found
}

const MOST_TEXTS = 2000
/** The words of the sentences that were read last: each is compared with several others. */
const texts = new Map<string, ReadonlySet<string>>()

/** The words of a sentence that count, cut to a stem so that "talks" meets "talk". */
export function tellingWords(text: string): ReadonlySet<string> {
  const held = texts.get(text)
  if (held) return held
  const words = new Set<string>()
  if (texts.size >= MOST_TEXTS) texts.clear()
  texts.set(text, words)
  eachStem(text, (stem) => {
    if (words.size < MOST_WORDS) words.add(stem)
  })
  return words
}

/** Gives the stem of each word of a text that tells something, as often as it stands there. */
export function eachStem(text: string, take: (stem: string) => void): void {
  let start = -1
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && isWordUnit(text.charCodeAt(i))) {
      if (start < 0) start = i
    } else if (start >= 0) {
      const stem = stemOf(text.slice(start, i))
      if (stem !== '') take(stem)
      start = -1
    }
  }
}

/** A letter or digit; of what is not ASCII all but spaces, quotation marks, dashes and other punctuation. */
function isWordUnit(code: number): boolean {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba
  return (
    code !== 0xd7 &&
    code !== 0xf7 &&
    !(code >= 0x2000 && code <= 0x2bff) &&
    !(code >= 0x3000 && code <= 0x303f) &&
    code !== 0xfeff
  )
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
