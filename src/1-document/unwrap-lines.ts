/** Lines wider than this were not wrapped by a machine of the wires or the mail. */
const WIDEST = 132
const NARROWEST = 30

/**
 * Joins the lines of a text that was broken at a fixed width; gives any other text back as it is.
 * A text counts as broken when nearly every line is full: the next line's first word would not have fitted.
 */
export function unwrapLines(lines: readonly string[]): readonly string[] {
  const width = wrapWidth(lines)
  if (width === null) return lines
  const out: string[] = []
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1] ?? ''
    if (i > 0 && continues(before, line, width)) out.push(joinLines(out.pop() ?? '', line.trimStart()))
    else out.push(line)
  }
  return out
}

/** The width at which the text was broken, null if it was not. */
function wrapWidth(lines: readonly string[]): number | null {
  const lengths = lines.filter((line) => line !== '').map((line) => line.length)
  if (lengths.length < 2) return null
  const width = lengths.reduce((a, b) => Math.max(a, b), 0)
  if (width > WIDEST || width < NARROWEST) return null
  let inner = 0
  let full = 0
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    if (!next || line === '' || /^\s/.test(next)) continue
    if (endsSentence(line) && !isFull(line, next, width)) continue
    inner++
    if (isFull(line, next, width)) full++
  }
  return inner >= 2 && full >= inner * 0.8 ? width : null
}

function continues(before: string, line: string, width: number): boolean {
  if (before === '' || line === '' || /^\s/.test(line)) return false
  return isFull(before, line, width) || (!endsSentence(before) && /^\p{Ll}/u.test(line))
}

/** Would the next line's first word not have fitted? Wrapped text keeps a little room at times. */
function isFull(line: string, next: string, width: number): boolean {
  const space = next.indexOf(' ')
  const word = space < 0 ? next.length : space
  return line.length + 1 + word > width - 3
}

const endsSentence = (line: string) => /[.!?:]["'”’)\]]*$/.test(line)

const joinLines = (before: string, line: string) =>
  /\p{L}-$/u.test(before) ? `${before}${line}` : `${before} ${line}`
