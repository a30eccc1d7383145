// Draws candidate mentions of actors from news, by rules that know nothing of the coder: runs of capitalised words,
// title words, nouns for people and bodies, pronouns. What was drawn was then labelled by hand (labels.tsv).
//   npx tsx --conditions=source bench/actors/draw.ts --shared ../shared
import { type CorpusText, corpusTexts, sharedFolder } from '../corpus.ts'

/** Two draws: the second fills up what the first fell short of four hundred labelled. */
const DRAWS = [
  { seed: 20_220_721, documents: 125 },
  { seed: 20_220_722, documents: 8 },
] as const
const EACH = 5

/** Mulberry32. */
function randomSource(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const NAME = String.raw`\p{Lu}[\p{L}'’-]+(?: (?:(?:of|of the|al|bin|de|del|da|for) )?\p{Lu}[\p{L}'’-]+)*`
const FUNCTION =
  /^(?:The|A|An|Of|At|In|On|By|For|From|To|With|As|But|And|Or|If|It|Its|This|That|These|Those|There|Then|When|While|Who|What|Where|Why|How|However|Also|After|Before|Since|During|Although|Though|Because|Among|According|Earlier|Last|Next|Now|Not|No|Yes|Some|Any|All|Each|Every|Both|Many|Most|More|Another|Other|Such|So|Still|Just|Even|Only|First|Second|Our|Your|My|You|I|Is|Are|Was|Were|Do|Does|Did|Can|Could|Would|Will|Should|Have|Has|Had|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Covid|COVID|English|World Cup)$/
const NOUN =
  'president|minister|ministers|ministry|government|officials?|police|soldiers?|troops|army|militants?|rebels?|lawmakers?|parliament|senators?|governor|mayor|judges?|court|prosecutors?|spokes(?:man|woman|person)|ambassador|envoy|leaders?|party|opposition|protesters?|demonstrators|workers|unions?|company|companies|residents|villagers|students|teachers|doctors|farmers|journalists?|activists?|experts?|researchers|analysts?|authorities|agency|commission|committee|council|delegation|refugees|migrants|forces|administration|gang|suspects?|attackers?|men|women|citizens'
const PRONOUN = 'he|she|they|him|his|her|their|them|we|who'
const RULE = new RegExp(String.raw`(?<![\p{L}\d])(?:${NAME}|${NOUN}|${PRONOUN})(?![\p{L}\d])`, 'gu')

export interface Drawn {
  readonly id: string
  readonly start: number
  readonly end: number
}

/** The drawn spans, the same ones each time. */
export function draw(shared: string): readonly Drawn[] {
  const texts = corpusTexts(shared)
  return DRAWS.flatMap(({ seed, documents }) => drawOnce(texts, documents, randomSource(seed)))
}

function drawOnce(texts: readonly CorpusText[], documents: number, random: () => number): readonly Drawn[] {
  const pick = <T>(list: T[], n: number): T[] => {
    const rest = [...list]
    return Array.from({ length: Math.min(n, rest.length) }, () =>
      rest.splice(Math.floor(random() * rest.length), 1),
    ).flat()
  }
  return pick([...texts], documents).flatMap(({ id, text }) => {
    const body = text.startsWith('http') ? text.indexOf('\n') : 0
    const spans = [...text.matchAll(RULE)].filter(
      ({ index, 0: words }) => index >= body && !FUNCTION.test(words),
    )
    return pick(spans, EACH)
      .map((found) => ({ id, start: found.index, end: found.index + found[0].length }))
      .sort((a, b) => a.start - b.start)
  })
}

if (process.argv[1]?.endsWith('draw.ts')) {
  const shared = sharedFolder()
  const texts = new Map(corpusTexts(shared).map(({ id, text }) => [id, text]))
  let last = ''
  draw(shared).forEach(({ id, start, end }, n) => {
    const text = texts.get(id) ?? ''
    if (id !== last) process.stdout.write(`\n## ${id} ${text.slice(8, 90).replace(/\s+/g, ' ')}\n`)
    last = id
    const before = text.slice(Math.max(0, start - 120), start).replace(/\s+/g, ' ')
    const after = text.slice(end, end + 60).replace(/\s+/g, ' ')
    process.stdout.write(`${n} ${before}[[${text.slice(start, end).replace(/\s+/g, ' ')}]]${after}\n`)
  })
}
