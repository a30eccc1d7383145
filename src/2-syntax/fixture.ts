import type { Document } from '#document'
import { linkTree } from './link-tree.ts'
import type { Syntax } from './syntax.ts'
import { Deprel, type DeprelName, type FeatName, Feats, Upos, type UposName } from './tagset.ts'

/**
 * A syntax written by hand, for tests that need no weights: a line a word, `form UPOS head relation [lemma] [feats]`,
 * heads counted from 1 inside the sentence (0 is the root), a blank line between sentences.
 */
export function syntaxFromTable(table: string, published: string | null = null): Syntax {
  const sentences = table
    .trim()
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .trim()
        .split('\n')
        .map((line) => line.trim().split(/\s+/)),
    )
  const rows = sentences.flat()
  const column = () => new Int32Array(rows.length)
  const [start, end, upos, feats, head, deprel] = [column(), column(), column(), column(), column(), column()]
  const sentenceStart = [0]
  let text = ''
  let i = 0
  for (const sentence of sentences) {
    const first = i
    for (const [form = '', tag, parent, relation, , marks] of sentence) {
      if (i > 0) text += ' '
      start[i] = text.length
      text += form
      end[i] = text.length
      upos[i] = Upos[tag as UposName]
      head[i] = Number(parent) === 0 ? -1 : first + Number(parent) - 1
      deprel[i] = Deprel[relation as DeprelName]
      for (const mark of marks?.split('|') ?? []) feats[i] = (feats[i] as number) | Feats[mark as FeatName]
      i++
    }
    sentenceStart.push(i)
  }
  const starts = Int32Array.from(sentenceStart)
  return {
    document: handmade(text, published),
    length: rows.length,
    start,
    end,
    upos,
    feats,
    morph: column(),
    head,
    deprel,
    lemma: rows.map(([form = '', , , , lemma]) => lemma ?? form.toLowerCase()),
    lower: rows.map(([form = '']) => form.toLowerCase()),
    glued: column(),
    ...linkTree(head, starts),
    sentenceStart: starts,
    sentenceParagraph: new Int32Array(sentences.length),
    notes: [],
  }
}

function handmade(text: string, published: string | null): Document {
  return {
    id: `sha256:${'0'.repeat(64)}`,
    externalId: null,
    source: null,
    url: null,
    title: null,
    published,
    language: 'en',
    text,
    paragraphs: [{ start: 0, end: text.length, kind: 'body' }],
    dateline: null,
    subjects: [],
    edition: null,
    notCoded: null,
    notes: [],
  }
}
