import { SMALL_WORDS } from './language-words.ts'

/** So much of a text is looked at. */
const SAMPLE = 2000
const FEWEST_WORDS = 12

/** Scripts and the language they stand for here; those of several languages are told apart by letters of their own. */
const SCRIPTS: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/\p{Script=Cyrillic}/gu, cyrillic],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, () => 'ja'],
  [/\p{Script=Hangul}/gu, () => 'ko'],
  [/\p{Script=Han}/gu, (text) => (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'ja' : 'zh')],
  [
    /\p{Script=Arabic}/gu,
    (text) => (/[ټډښڼ]/.test(text) ? 'ps' : /[ٹڈڑے]/.test(text) ? 'ur' : /[پچژگ]/.test(text) ? 'fa' : 'ar'),
  ],
  [/\p{Script=Hebrew}/gu, () => 'he'],
  [/\p{Script=Greek}/gu, () => 'el'],
  [
    /\p{Script=Devanagari}/gu,
    (text) => (/आहे|आणि/.test(text) ? 'mr' : /\sछ[।\s]|गरेको/.test(text) ? 'ne' : 'hi'),
  ],
  [/\p{Script=Thai}/gu, () => 'th'],
  [/\p{Script=Bengali}/gu, () => 'bn'],
  [/\p{Script=Gurmukhi}/gu, () => 'pa'],
  [/\p{Script=Gujarati}/gu, () => 'gu'],
  [/\p{Script=Tamil}/gu, () => 'ta'],
  [/\p{Script=Telugu}/gu, () => 'te'],
  [/\p{Script=Kannada}/gu, () => 'kn'],
  [/\p{Script=Malayalam}/gu, () => 'ml'],
  [/\p{Script=Sinhala}/gu, () => 'si'],
  [/\p{Script=Khmer}/gu, () => 'km'],
  [/\p{Script=Lao}/gu, () => 'lo'],
  [/\p{Script=Myanmar}/gu, () => 'my'],
  [/\p{Script=Georgian}/gu, () => 'ka'],
  [/\p{Script=Armenian}/gu, () => 'hy'],
  [/\p{Script=Ethiopic}/gu, () => 'am'],
  [/\p{Script=Tibetan}/gu, () => 'bo'],
]

function cyrillic(text: string): string {
  if (/ў/i.test(text)) return 'be'
  if (/[ѓќѕ]/i.test(text)) return 'mk'
  if (/[ђћџљњј]/i.test(text)) return 'sr'
  if (/[әғқңұ]/i.test(text)) return 'kk'
  if (/[өү]/i.test(text)) return 'mn'
  if (/[іїєґ]/i.test(text)) return 'uk'
  return /[ыэё]/i.test(text) || !/ъ/i.test(text) ? 'ru' : 'bg'
}

/** English words that no other language has among its commonest. */
const ENGLISH_ALONE: ReadonlySet<string> = new Set(
  [...(SMALL_WORDS.en ?? [])].filter((word) =>
    Object.entries(SMALL_WORDS).every(([language, words]) => language === 'en' || !words.has(word)),
  ),
)

const hits = (words: readonly string[], known: ReadonlySet<string> | undefined) =>
  words.filter((word) => known?.has(word)).length

/** Below this share of small words a longer text is no English prose. */
const ENGLISH_LEAST = 0.05
/** In a text of fewer words a language must lead English by three. */
const FEW_WORDS = 25
/** From so many words on the lack of English words is telling. */
const TELLING_WORDS = 40

/**
 * Tells the language of a text from its script and its small words; null where the text is too short or too mixed to
 * tell, `und` where it is long enough to see that it is no English. A guess good enough to keep other languages away
 * from an English reader.
 */
export function tellLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE)
  const script = NOT_LATIN.test(sample) ? scriptLanguage(sample) : null
  if (script !== null) return script
  const words = sample.toLowerCase().match(/[’']?\p{L}+(?:['’]\p{L}+)*/gu) ?? []
  if (words.length < FEWEST_WORDS) return null
  if (hits(words, ENGLISH_ALONE) > words.length * 0.18) return 'en' // most texts end here
  const english = hits(words, SMALL_WORDS.en)
  const counts = Object.keys(SMALL_WORDS)
    .map((language) => [language, hits(words, SMALL_WORDS[language])] as const)
    .sort((a, b) => b[1] - a[1])
  const [best, second] = counts
  if (!best || best[1] < Math.max(3, words.length * 0.12))
    return words.length >= TELLING_WORDS && english < words.length * ENGLISH_LEAST ? 'und' : null
  if (best[0] === 'en') return 'en'
  const few = words.length < FEW_WORDS ? 3 : 0
  return best[1] >= english + few && best[1] > english * 1.2 ? best[0] : second?.[0] === 'en' ? null : best[0]
}

/** Letters beyond Latin; a handful proves nothing. */
const NOT_LATIN = /[\u0370-\u1dff\u2e80-\ud7ff\uf900-\ufaff]/

function scriptLanguage(sample: string): string | null {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  for (const [script, name] of SCRIPTS) {
    const count = sample.match(script)?.length ?? 0
    if (count > 10 && count > letters * 0.4) return name(sample)
  }
  return null
}
