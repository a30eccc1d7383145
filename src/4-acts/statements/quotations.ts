import type { Document, Paragraph } from '#document'

/** What stands between quotation marks, the marks included, in characters of the document. Never crosses a paragraph. */
export interface Quotation {
  readonly start: number
  readonly end: number
  /** False where no mark closes it: it runs to the end of its paragraph. */
  readonly closed: boolean
  /** Whether it goes on from an unclosed quotation of the paragraph before. */
  readonly continues: boolean
}

/** Finds quotations of every style: straight, typographic, guillemets, doubled apostrophes, single (outermost only). */
export function findQuotations(document: Document): readonly Quotation[] {
  const out: Quotation[] = []
  for (const paragraph of document.paragraphs) {
    const before = out[out.length - 1]
    const open = before !== undefined && !before.closed
    const first = out.length
    scan(document.text, paragraph, out)
    const own = out[first]
    if (own && open && own.start - paragraph.start <= 1) out[first] = { ...own, continues: true }
  }
  return out
}

const OPENING = '“«„‟'
const CLOSING = '”»'

function scan(text: string, { start, end }: Paragraph, out: Quotation[]): void {
  let open = -1
  let single = false
  for (let i = start; i < end; i++) {
    const mark = markAt(text, i, start, end)
    if (mark === '') continue
    const width = mark === "''" || mark === '``' ? 2 : 1
    const next = i + width
    if (open < 0) {
      if (opens(text, i, next, start, end, mark)) {
        open = i
        single = mark === '‘' || mark === "'" || mark === '’'
        if (single && !closesLater(text, next, end)) open = -1
      }
    } else if (single ? closesSingle(text, i, end) : closes(text, i, next, start, end, mark)) {
      out.push({ start: open, end: next, closed: true, continues: false })
      open = -1
    }
    i = next - 1
  }
  if (open >= 0 && !single)
    out.push({ start: open, end: trimEnd(text, open, end), closed: false, continues: false })
}

function markAt(text: string, i: number, start: number, end: number): string {
  const c = text[i] as string
  if (c === '"' || OPENING.includes(c) || CLOSING.includes(c)) return c
  if (c === '`' || c === "'") {
    if (i + 1 < end && text[i + 1] === c) return c + c
    if (c === "'") return edge(text, i, start, end) ? c : ''
    return ''
  }
  if (c === '‘') return c
  if (c === '’') return edge(text, i, start, end) ? c : ''
  return ''
}

/** An apostrophe between letters is none of ours. */
const edge = (text: string, i: number, start: number, end: number): boolean =>
  i === start || i + 1 >= end || !isWordy(text[i - 1]) || !isWordy(text[i + 1])

function opens(text: string, i: number, next: number, start: number, end: number, mark: string): boolean {
  if (OPENING.includes(mark) || mark === '``') return true
  if (CLOSING.includes(mark) || mark === '’') return false
  const free = i === start || !isWordy(text[i - 1])
  if (mark === '‘' || mark === "'") return free && next < end && isWordy(text[next]) && !isElision(text, next)
  return next < end && !isSpace(text[next]) && (free || !isSpace(text[next]))
}

/** Straight marks close unless they plainly open (space before, word after); a nested opening mark is passed over. */
function closes(text: string, i: number, next: number, start: number, end: number, mark: string): boolean {
  if (OPENING.includes(mark) || mark === '``') return false
  if (CLOSING.includes(mark)) return true
  if (mark !== '"' && mark !== "''") return false
  const plainlyOpens = i > start && isSpace(text[i - 1]) && next < end && isWordy(text[next])
  return !plainlyOpens
}

const MAX_SINGLE = 600

function closesLater(text: string, from: number, end: number): boolean {
  for (let i = from; i < end && i < from + MAX_SINGLE; i++) if (closesSingle(text, i, end)) return true
  return false
}

/** A single closing mark follows a sign or stands before one; "workers' rights" has neither. */
function closesSingle(text: string, i: number, end: number): boolean {
  const c = text[i]
  if (c !== '’' && c !== "'") return false
  if (i + 1 < end && isWordy(text[i + 1])) return false
  const before = text[i - 1] as string
  if (isSpace(before)) return false
  if (',.?!…'.includes(before)) return true
  return before !== 's' || i + 1 >= end || !isSpace(text[i + 1])
}

const ELISIONS = ['em', 'til', 'tis', 'twas', 'cause', 'n']
const isElision = (text: string, i: number): boolean =>
  /^\d0s/.test(text.slice(i, i + 3)) ||
  ELISIONS.some((it) => text.startsWith(it, i) && !isWordy(text[i + it.length]))

function trimEnd(text: string, start: number, end: number): number {
  let last = end
  while (last > start && isSpace(text[last - 1])) last--
  return last
}

const isSpace = (c: string | undefined): boolean => c === undefined || c <= ' ' || c === '\u00a0'
const isWordy = (c: string | undefined): boolean => c !== undefined && /[\p{L}\p{N}$£€]/u.test(c)
