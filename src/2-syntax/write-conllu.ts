import type { Note } from '#document'
import type { Parser } from './parser.ts'
import type { Syntax } from './syntax.ts'
import { DEPREL, UPOS } from './tagset.ts'

/**
 * Writes a document's syntax as CoNLL-U: multiword tokens as range lines, `SpaceAfter=No` where no space follows, notes
 * as comments on the sentence in which they begin.
 */
export function writeConllu(syntax: Syntax, parser: Parser): string {
  const lines: string[] = []
  const notes = [...syntax.document.notes, ...syntax.notes].sort((a, b) => startOf(a) - startOf(b))
  let noted = 0
  for (let s = 0; s + 1 < syntax.sentenceStart.length; s++) {
    const from = syntax.sentenceStart[s] as number
    const to = syntax.sentenceStart[s + 1] as number
    if (to === from) continue
    const text = syntax.document.text.slice(syntax.start[from], syntax.end[to - 1]).replace(/\s+/g, ' ')
    lines.push(`# sent_id = ${s + 1}`, `# text = ${text}`)
    for (; noted < notes.length && startOf(notes[noted]) < (syntax.end[to - 1] as number); noted++)
      lines.push(`# note = ${notes[noted]?.rule}: ${notes[noted]?.message}`)
    const lemmas = parser.casedLemmas(syntax, s)
    for (let i = from; i < to; i++) writeWord(syntax, parser, i, from, to, lemmas[i - from] as string, lines)
    lines.push('')
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : ''
}

/** A note on the whole document stands at its beginning. */
const startOf = (note: Note | undefined): number => note?.span?.start ?? 0

function writeWord(
  syntax: Syntax,
  parser: Parser,
  i: number,
  from: number,
  to: number,
  lemma: string,
  lines: string[],
): void {
  const form = formOf(syntax, i)
  if (!syntax.glued[i] && i + 1 < to && syntax.glued[i + 1]) {
    let last = i + 1
    while (last + 1 < to && syntax.glued[last + 1]) last++
    const whole = syntax.document.text.slice(syntax.start[i], syntax.end[last])
    const range = `${i - from + 1}-${last - from + 1}`
    lines.push([range, whole, '_', '_', '_', '_', '_', '_', '_', spaceAfter(syntax, last)].join('\t'))
  }
  const head = (syntax.head[i] as number) < 0 ? 0 : (syntax.head[i] as number) - from + 1
  const inside = syntax.glued[i] || (i + 1 < to && syntax.glued[i + 1])
  const columns = [
    i - from + 1,
    form,
    lemma,
    UPOS[syntax.upos[i] as number] ?? 'X',
    '_',
    parser.featNames[syntax.morph[i] as number] ?? '_',
    head,
    DEPREL[syntax.deprel[i] as number] ?? 'dep',
    '_',
    inside ? '_' : spaceAfter(syntax, i),
  ]
  lines.push(columns.join('\t'))
}

const formOf = (syntax: Syntax, i: number): string =>
  syntax.document.text.slice(syntax.start[i], syntax.end[i]).replace(/\s/g, ' ')

const spaceAfter = (syntax: Syntax, i: number): string =>
  i + 1 < syntax.length && syntax.start[i + 1] === syntax.end[i] ? 'SpaceAfter=No' : '_'
