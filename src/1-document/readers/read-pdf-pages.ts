import { isHeading } from '../find-paragraphs.ts'
import { fillIn } from './fill-in.ts'
import { isoDate } from './iso-date.ts'
import { found, type ReadHints, type Reading, refusal } from './reading.ts'

/** A piece of text on a page, as a PDF library finds it; lengths in points, y upwards. */
export interface PdfPiece {
  readonly text: string
  readonly x: number
  readonly y: number
  /** Size of the letters. */
  readonly height: number
  readonly endsLine: boolean
}

/** The text layer of a PDF and what the file says of itself. */
export interface PdfText {
  readonly title: string | null
  readonly language: string | null
  readonly pages: readonly (readonly PdfPiece[])[]
}

interface Line {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly height: number
}

/** Makes a document of a PDF's text layer: lines become paragraphs, running heads and page numbers go. */
export function readPdfPages({ title, language, pages }: PdfText, hints: ReadHints = {}): Reading {
  const lines = withoutRunningHeads(pages.map(linesOf))
  const step = usualStep(lines)
  const paragraphs = lines.flatMap((page) => paragraphsOf(page, step))
  const text = paragraphs.map((paragraph) => paragraph.text)
  if (text.length === 0)
    return refusal('is a PDF without a text layer (scanned pages?): run it through OCR first')
  const headline = headlineOf(paragraphs, title)
  const at = headline === null ? -1 : text.indexOf(headline)
  const rest = text.filter((_, i) => i !== at)
  const date = text
    .slice(0, 8)
    .map(isoDate)
    .find((day) => day !== null)
  const reading = found({
    text: joinAcrossPages(rest.length > 0 ? rest : text).join('\n\n'),
    title: headline ?? usable(title),
    published: date ?? null,
    language,
  })
  return fillIn(reading, hints)
}

function linesOf(pieces: readonly PdfPiece[]): readonly Line[] {
  const lines: Line[] = []
  let open: { text: string; x: number; y: number; height: number } | null = null
  const end = () => {
    const text = open?.text.replace(/[\s\u00a0]+/g, ' ').trim() ?? ''
    if (open && text !== '') lines.push({ ...open, text })
    open = null
  }
  for (const { text, x, y, height, endsLine } of pieces) {
    if (open && Math.abs(y - open.y) > Math.max(open.height, height) * 0.5) end()
    open ??= { text: '', x, y, height }
    open.text += text
    open.height = Math.max(open.height, height)
    if (endsLine) end()
  }
  end()
  return lines
}

/** A line at the top or the foot of most pages, but for numbers, is no part of the text. */
function withoutRunningHeads(pages: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  const bare = ({ text }: Line) => text.toLowerCase().replace(/\d+/g, '#')
  const edges = (lines: readonly Line[]) => [...lines.slice(0, 3), ...lines.slice(-3)]
  const counts = new Map<string, number>()
  for (const lines of pages)
    for (const words of new Set(edges(lines).map(bare))) counts.set(words, (counts.get(words) ?? 0) + 1)
  const often = Math.max(3, pages.length * 0.5)
  const runs = (line: Line) =>
    /^(?:page )?[-–— ]*\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?[-–— ]*$/i.test(line.text) ||
    (counts.get(bare(line)) ?? 0) >= often
  return pages.map((lines) => {
    const outer = new Set(edges(lines).filter(runs))
    return lines.filter((line) => !outer.has(line))
  })
}

interface PdfParagraph {
  readonly text: string
  readonly height: number
}

/** A gap, a step in size or an indented line begins a paragraph. */
function paragraphsOf(lines: readonly Line[], step: number | null): readonly PdfParagraph[] {
  const out: { text: string; height: number }[] = []
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1]
    const last = out[out.length - 1]
    if (!before || !last || begins(line, before, step ?? line.height * 1.25))
      out.push({ text: line.text, height: line.height })
    else last.text = joinWords(last.text, line.text)
  }
  return out
}

function begins(line: Line, before: Line, step: number): boolean {
  const down = before.y - line.y
  if (Math.abs(line.height - before.height) > before.height * 0.12) return true
  // upwards: the next column
  if (down < 0) return /[.!?:]["'”’)\]]*$/.test(before.text)
  const indented = line.x - before.x > line.height * 0.8 && line.x - before.x < line.height * 5
  return down > step * 1.35 || (indented && /[.!?:]["'”’)\]]*$/.test(before.text))
}

/** The commonest distance between two lines, in points; null where there are too few to tell. */
function usualStep(pages: readonly (readonly Line[])[]): number | null {
  const counts = new Map<number, number>()
  for (const lines of pages)
    for (const [i, line] of lines.entries()) {
      const down = Math.round(((lines[i - 1]?.y ?? line.y) - line.y) * 2) / 2
      if (down > 0 && down < 60) counts.set(down, (counts.get(down) ?? 0) + 1)
    }
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return commonest && commonest[1] >= 5 ? commonest[0] : null
}

/** Words that were broken at the end of a line are mended; compounds keep their hyphen. */
function joinWords(before: string, line: string): string {
  if (/\p{L}\u00ad$/u.test(before)) return `${before.slice(0, -1)}${line}`
  if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(line)) return `${before.slice(0, -1)}${line}`
  return /-$/.test(before) ? `${before}${line}` : `${before} ${line}`
}

/** A paragraph that a page breaks goes on with a small letter. */
function joinAcrossPages(paragraphs: readonly string[]): readonly string[] {
  const out: string[] = []
  for (const words of paragraphs) {
    const last = out[out.length - 1]
    if (last && /[\p{L},-]$/u.test(last) && /^\p{Ll}/u.test(words))
      out[out.length - 1] = joinWords(last, words)
    else out.push(words)
  }
  return out
}

/** What stands largest near the top, or what the file calls itself where that stands in the text. */
function headlineOf(paragraphs: readonly PdfParagraph[], title: string | null): string | null {
  const top = paragraphs.slice(0, 6)
  const named = top.find(({ text }) => text.toLowerCase() === title?.trim().toLowerCase())
  if (named) return named.text
  const body =
    paragraphs.map(({ height }) => height).sort((a, b) => a - b)[Math.floor(paragraphs.length / 2)] ?? 0
  const [largest] = [...top].sort((a, b) => Math.round(b.height) - Math.round(a.height))
  return largest && largest.height > body * 1.15 && isHeading(largest.text, 220) ? largest.text : null
}

/** Programs that print write the names of files and of themselves into the title. */
const usable = (title: string | null) =>
  title && !/^(?:untitled|microsoft word|powerpoint)|\.(?:docx?|pdf|indd|qxd|rtf)\b/i.test(title)
    ? title.trim() || null
    : null
