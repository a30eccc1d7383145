import type { Kind } from './kinds.ts'

/** A stretch of the text that stands for an item of the record. */
export interface Mark {
  readonly kind: Kind
  /** Id of the item. */
  readonly id: string
  /** What of the item stands here; "evidence" is drawn only while the item is selected. */
  readonly part: 'self' | 'cue' | 'evidence'
  readonly start: number
  readonly end: number
}

/** A stretch over which the same marks lie. */
export interface Segment {
  readonly start: number
  readonly end: number
  /** Shortest mark first. */
  readonly marks: readonly Mark[]
}

const length = (mark: Mark): number => mark.end - mark.start

/** Cuts [start, end) wherever a mark begins or ends, so that marks may overlap in any way. */
export function cut(start: number, end: number, marks: readonly Mark[]): Segment[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start && mark.end > mark.start)
  const edges = new Set([start, end])
  for (const mark of inside) {
    edges.add(Math.max(start, mark.start))
    edges.add(Math.min(end, mark.end))
  }
  const cuts = [...edges].sort((a, b) => a - b)
  const opening = [...inside].sort((a, b) => a.start - b.start)
  const segments: Segment[] = []
  let open: Mark[] = []
  let next = 0
  for (let i = 0; i + 1 < cuts.length; i++) {
    const from = cuts[i] as number
    open = open.filter((mark) => mark.end > from)
    while (next < opening.length && (opening[next] as Mark).start <= from) open.push(opening[next++] as Mark)
    segments.push({
      start: from,
      end: cuts[i + 1] as number,
      marks: [...open].sort((a, b) => length(a) - length(b)),
    })
  }
  return segments
}

/** A paragraph of the text by its offsets. */
export interface Block {
  readonly kind: 'title' | 'subhead' | 'body'
  readonly start: number
  readonly end: number
}

const ENDS_LIKE_A_SENTENCE = /[.!:;"”’…)\]—–-]$/u

/** The text's paragraphs. The record keeps no list of them, so a short line that ends in no stop is taken for a subhead. */
export function blocks(text: string, title: string | null): Block[] {
  const found: Block[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const trimmed = line.trim()
    if (trimmed !== '') {
      const from = start + line.indexOf(trimmed)
      const first = found.length === 0
      found.push({ kind: blockKind(trimmed, first, title), start: from, end: from + trimmed.length })
    }
    start += line.length + 1
  }
  return found
}

function blockKind(line: string, first: boolean, title: string | null): Block['kind'] {
  if (first && title !== null && line === title.trim()) return 'title'
  if (!first && line.length <= 70 && !ENDS_LIKE_A_SENTENCE.test(line)) return 'subhead'
  return 'body'
}
