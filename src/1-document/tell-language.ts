/** So much of a text is looked at. */
const SAMPLE = 2000
const FEWEST_WORDS = 12

/** Scripts and the language they stand for here; those of several languages are told apart by single letters. */
const SCRIPTS: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/\p{Script=Cyrillic}/gu, (text) => (/[іїєґ]/i.test(text) ? 'uk' : 'ru')],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, () => 'ja'],
  [/\p{Script=Hangul}/gu, () => 'ko'],
  [/\p{Script=Han}/gu, (text) => (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'ja' : 'zh')],
  [/\p{Script=Arabic}/gu, (text) => (/[پچژگ]/.test(text) ? 'fa' : 'ar')],
  [/\p{Script=Hebrew}/gu, () => 'he'],
  [/\p{Script=Greek}/gu, () => 'el'],
  [/\p{Script=Devanagari}/gu, () => 'hi'],
  [/\p{Script=Thai}/gu, () => 'th'],
]

/** The commonest small words of languages in Latin letters. */
const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the of and to in that is was for on with as by at from it he his be are has have had not said will this they a an which were but who after its would been their more than or when no i so we do',
    de: 'der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über',
    fr: 'le la les de des et du en un une que dans qui pour pas au sur par plus se ce est avec il sont aux été mais ou elle cette ses leur',
    es: 'el la los las de que y en un una del se por con no su para es al lo como más fue ha pero sus este entre desde sobre también',
    it: 'il la di che e un una per in non del della con si da le dei sono alla al ha nel anche più come ma gli delle degli dal',
    pt: 'o a os as de que e do da em um uma para com não por mais dos das no na se foi ao como mas ele são à pelo pela também',
    nl: 'de het een van en in is dat op te voor met zijn niet aan er om ook als door bij naar heeft maar die hij wordt uit dan nog over',
    sv: 'och att det i en som på är av för med den till inte har de om ett var från han men sig vid ska kan',
    da: 'og at det i en som på er af for med den til ikke har de om et var fra han men sig ved skal kan der',
    nb: 'og at det i en som på er av for med den til ikke har de om et var fra han men seg ved skal kan',
    fi: 'ja on ei että oli se hän mutta ovat myös kun joka sekä mukaan jos vain kuin niin voi ole',
    pl: 'w i na z do się nie że jest o to od za po jak przez ale jego są tym dla oraz który został',
    tr: 've bir bu için ile da de olarak daha olan çok gibi sonra kadar en ise ne var değil dedi',
    id: 'yang dan di untuk dengan pada dari ini dalam tidak itu akan ke adalah juga oleh telah sebagai mereka kata bahwa',
    sw: 'ya na wa kwa ni katika za la kuwa hiyo huo hivyo wake alisema kama pia lakini cha',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** Words that are English, too, say nothing for another language. */
const isHit = (language: string, word: string) =>
  SMALL_WORDS[language]?.has(word) === true && (language === 'en' || SMALL_WORDS.en?.has(word) !== true)

/**
 * Tells the language of a text from its script and its small words; null where the text is too short or too mixed to
 * tell. A guess good enough to keep other languages away from an English reader.
 */
export function tellLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE)
  const script = NOT_LATIN.test(sample) ? scriptLanguage(sample) : null
  if (script !== null) return script
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < FEWEST_WORDS) return null
  const english = words.filter((word) => isHit('en', word)).length
  if (english > words.length * 0.25) return 'en' // no other language comes near: most texts end here
  const counts = Object.keys(SMALL_WORDS)
    .map((language) => [language, words.filter((word) => isHit(language, word)).length] as const)
    .sort((a, b) => b[1] - a[1])
  const [best, second] = counts
  if (!best || best[1] < Math.max(3, words.length * 0.12)) return null
  return best[0] === 'en' || best[1] > english * 1.5 ? best[0] : second?.[0] === 'en' ? null : best[0]
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
