import type { Document } from '#document'
import type { Segments } from './segment.ts'

/** The sentences and tokens that a CoNLL-U text gives, ready for `parser.parseSegments`. */
export interface ConlluInput {
  readonly document: Document
  readonly segments: Segments
}

/** Reads sentences and words from CoNLL-U (the columns from LEMMA on are ignored); empty nodes are left out. */
export function readConllu(conllu: string): ConlluInput {
  const start: number[] = []
  const end: number[] = []
  const glued: number[] = []
  const sentenceStart: number[] = []
  const paragraph: number[] = []
  const pieces: string[] = []
  let length = 0
  const write = (piece: string) => {
    pieces.push(piece)
    length += piece.length
  }
  for (const block of conllu.split(/\r?\n\s*\r?\n/)) {
    const rows = block.split(/\r?\n/).flatMap((line) => {
      const columns = line.split('\t')
      return !line.startsWith('#') && columns.length >= 2 && !columns[0]?.includes('.') ? [columns] : []
    })
    if (rows.length === 0) continue
    sentenceStart.push(start.length)
    paragraph.push(0)
    placeWords(rows, { start, end, glued, write, at: () => length })
    write('\n')
  }
  sentenceStart.push(start.length)
  const text = pieces.join('')
  return {
    document: { ...NOTHING, text, paragraphs: [{ start: 0, end: text.length, kind: 'body' }] },
    segments: {
      start: Int32Array.from(start),
      end: Int32Array.from(end),
      glued: Uint8Array.from(glued),
      sentenceStart: Int32Array.from(sentenceStart),
      sentenceParagraph: Int32Array.from(paragraph),
      notes: [],
    },
  }
}

const NOTHING: Document = {
  id: `sha256:${'0'.repeat(64)}`,
  externalId: null,
  source: null,
  url: null,
  title: null,
  published: null,
  language: 'en',
  text: '',
  paragraphs: [],
  dateline: null,
  subjects: [],
  edition: null,
  notCoded: null,
  notes: [],
}

interface Sink {
  readonly start: number[]
  readonly end: number[]
  readonly glued: number[]
  write(piece: string): void
  at(): number
}

/** Writes each word once; words of a multiword token (range row "3-4") are glued and end with the range's own space. */
function placeWords(rows: readonly string[][], sink: Sink): void {
  let rangeEnd = 0
  let rangeFirst = 0
  let spaceAfterRange = true
  rows.forEach((columns, i) => {
    const id = columns[0] ?? ''
    const form = (columns[1] ?? '_').replace(/\s/g, '\u00a0') || '_'
    const spaced = !(columns[9] ?? '').includes('SpaceAfter=No')
    if (id.includes('-')) {
      const [first, last] = id.split('-').map(Number)
      rangeFirst = first ?? 0
      rangeEnd = last ?? 0
      spaceAfterRange = spaced
      return
    }
    const number = Number(id)
    const inRange = number <= rangeEnd && number >= rangeFirst && rangeEnd > 0
    sink.glued.push(inRange && number > rangeFirst ? 1 : 0)
    sink.start.push(sink.at())
    sink.write(form)
    sink.end.push(sink.at())
    const space = inRange ? number === rangeEnd && spaceAfterRange : spaced
    if (space && i < rows.length - 1) sink.write(' ')
  })
}
