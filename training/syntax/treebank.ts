import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

export interface GoldWord {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly feats: string
  /** 0-based head in the sentence, -1 for the root. */
  readonly head: number
  readonly deprel: string
  /** Whether white space follows. */
  readonly spaced: boolean
  /** Whether it begins a paragraph. */
  readonly opens: boolean
}

/** Reads a CoNLL-U file (gzipped or not) into sentences; `keep` chooses by document id. */
export function readTreebank(path: string, keep: (document: string) => boolean = () => true): GoldWord[][] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const out: GoldWord[][] = []
  let document = ''
  for (const block of text.split('\n\n')) {
    const sentence: GoldWord[] = []
    let opens = false
    let rangeEnd = 0
    let rangeSpaced = true
    for (const line of block.split('\n')) {
      if (line.startsWith('# newdoc id')) document = line.slice(line.indexOf('=') + 1).trim()
      if (/^# new(doc|par)\b/.test(line)) opens = true
      const c = line.split('\t')
      const after = !(c[9] ?? '').includes('SpaceAfter=No')
      if (/^\d+-\d+$/.test(c[0] ?? '')) {
        rangeEnd = Number((c[0] as string).split('-')[1])
        rangeSpaced = after
      }
      if (c.length !== 10 || !/^\d+$/.test(c[0] ?? '')) continue
      const [, form = '', lemma = '', upos = '', xpos = '', feats = '', head = '0', deprel = ''] = c
      const number = Number(c[0])
      const spaced = number < rangeEnd ? false : number === rangeEnd ? rangeSpaced : after
      sentence.push({
        form,
        lemma,
        upos,
        xpos,
        feats,
        head: Number(head) - 1,
        deprel,
        spaced,
        opens: opens && sentence.length === 0,
      })
    }
    if (sentence.length > 0 && keep(document)) out.push(sentence)
  }
  return out
}

/** GUM's genres under CC BY or in the public domain, by its notice. */
const FREE_GENRES = /^GUM_(news|interview|bio|voyage|textbook|vlog|speech|conversation)_/
export const freeGum = (document: string): boolean => FREE_GENRES.test(document)
