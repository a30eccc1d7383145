import winkModel from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { openDocument } from '#document'
import type { Parser } from '#syntax'

const ROUNDS = 3

/** Words a second of this process's own time on the CPU, and of time by the clock. */
export interface Rate {
  readonly cpu: number
  readonly wall: number
}

/** The rates over all texts, each the best of three rounds. */
function rate(texts: readonly string[], read: (text: string) => number): Rate {
  let [cpu, wall] = [0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    const [begin, before] = [performance.now(), process.cpuUsage()]
    const words = texts.reduce((sum, text) => sum + read(text), 0)
    const used = process.cpuUsage(before)
    cpu = Math.max(cpu, (1e6 * words) / (used.user + used.system))
    wall = Math.max(wall, (1000 * words) / (performance.now() - begin))
  }
  return { cpu, wall }
}

/** The whole floor: text to words, sentences, tags, lemmas and trees. */
export function ourRate(parser: Parser, texts: readonly string[]): Rate {
  return rate(texts, (text) => parser.parse(openDocument({ text })).length)
}

/** wink-nlp on the same texts: words, sentences, tags and lemmas; it makes no trees. */
export function winkRate(texts: readonly string[]): Rate {
  const nlp = winkNLP(winkModel, ['sbd', 'pos'])
  const { its } = nlp
  return rate(texts, (text) => {
    const tokens = nlp.readDoc(text).tokens()
    tokens.out(its.pos)
    tokens.out(its.lemma as typeof its.pos)
    return tokens.length()
  })
}

/** Microseconds of CPU time a word for sentences of each length, in text of the same number of words throughout. */
export function timeByLength(parser: Parser, lengths: readonly number[], words: number): number[] {
  const some =
    'the envoy of a small state told three reporters in Geneva that talks on grain had gone well'.split(' ')
  return lengths.map((length) => {
    const sentence = Array.from({ length: length - 1 }, (_, i) => some[i % some.length]).join(' ')
    const text = Array.from({ length: Math.round(words / length) }, () => `The ${sentence}.`).join('\n\n')
    return 1e6 / rate([text], (given) => parser.parse(openDocument({ text: given })).length).cpu
  })
}

/** Hostile texts by name, each about a megabyte. */
export function hostileTexts(): Record<string, string> {
  return {
    'one word of 1 MB': 'x'.repeat(2 ** 20),
    '1 MB of letters and stops, no space': 'ab.'.repeat(2 ** 20 / 3),
    emoji: '😀🎉👩‍👩‍👧‍👦'.repeat(2 ** 20 / 16),
    Chinese: '外交部发言人说会谈将继续。'.repeat(2 ** 20 / 13),
    Arabic: 'قال المتحدث إن المحادثات ستستمر. '.repeat(2 ** 20 / 33),
    brackets: '(['.repeat(2 ** 19),
  }
}
