import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A text of GUM with the spans of its entities. */
export interface EntityText {
  readonly text: string
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: string }[]
}

/** Genres of GUM whose texts are free for all use (NOTICE), news-like or full of names. */
const GENRES = new Set(['news', 'interview', 'bio', 'voyage', 'speech'])

/** Reads texts with their entities from the MISC column (`Entity=`) of GUM's training part. */
export function entityTexts(shared: string): readonly EntityText[] {
  const file = join(shared, 'gold', 'treebank', 'en_gum-train.conllu.gz')
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split(/^# newdoc id = /m)
    .filter((part) => GENRES.has(/^GUM_([a-z]+)/.exec(part)?.[1] ?? ''))
    .map(readText)
}

function readText(part: string): EntityText {
  let text = ''
  const entities: { start: number; end: number; type: string }[] = []
  const open: { id: string; type: string; start: number }[] = []
  for (const block of part.split('\n\n')) {
    const sentence = /^# text = (.*)$/m.exec(block)?.[1]
    if (!sentence) continue
    let at = 0
    for (const line of block.split('\n')) {
      const [id = '', form = '', , , , , , , , misc = ''] = line.split('\t')
      if (!/^\d+$/.test(id)) continue
      const found = sentence.indexOf(form, at)
      const start = text.length + (found < 0 ? at : found)
      if (found >= 0) at = found + form.length
      const pieces = /Entity=([^|]*)/.exec(misc)?.[1]?.match(/\([^()]*\)|\([^()]*|[^()]+\)/g) ?? []
      for (const piece of pieces) {
        const [entity = '', type = ''] = piece.replace(/[()]/g, '').split('-')
        if (piece.startsWith('(')) open.push({ id: entity, type, start })
        if (!piece.endsWith(')')) continue
        const last = open.findLastIndex((one) => one.id === entity)
        const [closed] = last < 0 ? [] : open.splice(last, 1)
        if (closed) entities.push({ start: closed.start, end: start + form.length, type: closed.type })
      }
    }
    text += `${sentence} `
  }
  return { text, entities }
}
