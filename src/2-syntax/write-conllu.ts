import type { Parser } from './parser.ts'
import type { Syntax } from './syntax.ts'
import { DEPREL, UPOS, Upos } from './tagset.ts'

/** Writes a document's syntax as CoNLL-U: multiword tokens as range lines, `SpaceAfter=No` where no space follows. */
export function writeConllu(syntax: Syntax, parser: Parser): string {
  const lines: string[] = []
  for (let s = 0; s + 1 < syntax.sentenceStart.length; s++) {
    const from = syntax.sentenceStart[s] as number
    const to = syntax.sentenceStart[s + 1] as number
    if (to === from) continue
    const text = syntax.document.text.slice(syntax.start[from], syntax.end[to - 1]).replace(/\s+/g, ' ')
    lines.push(`# sent_id = ${s + 1}`, `# text = ${text}`)
    for (let i = from; i < to; i++) writeWord(syntax, parser, i, from, to, lines)
    lines.push('')
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : ''
}

function writeWord(
  syntax: Syntax,
  parser: Parser,
  i: number,
  from: number,
  to: number,
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
    casedLemma(syntax, i, i === from),
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

/** The lemma with the capitals that UD keeps: proper names, nationalities, acronyms, "I". */
function casedLemma(syntax: Syntax, i: number, first: boolean): string {
  const lemma = syntax.lemma[i] as string
  const form = formOf(syntax, i)
  const upos = syntax.upos[i] as number
  if (lemma === 'i' && upos === Upos.PRON) return 'I'
  const kept =
    upos === Upos.PROPN ||
    upos === Upos.X ||
    (!first && upos === Upos.ADJ && form !== form.toUpperCase()) ||
    ((upos === Upos.NOUN || upos === Upos.SYM) &&
      form.length > 1 &&
      form.slice(0, 2) !== form.slice(0, 2).toLowerCase() &&
      form.slice(1) !== form.slice(1).toLowerCase())
  if (!kept) return lemma
  let same = 0
  while (same < lemma.length && form[same]?.toLowerCase() === lemma[same]) same++
  return form.slice(0, same) + lemma.slice(same)
}
