import { type Syntax, Upos } from '#syntax'
import { coverage, wordAt } from './carry-over.ts'
import { highest, mayName, sourceBeside } from './find-source.ts'
import { childBy, type GroundWords, SUBJECTS } from './ground-words.ts'
import type { Quotation } from './quotations.ts'
import type { Draft } from './statement-draft.ts'

/** How far from its marks a quotation's cue is looked for, in words. */
const REACH = 14

/** Gives quotations that no frame reached the cue that stands beside them, with or without a frame of its own. */
export function attachQuotations(words: GroundWords, drafts: Draft[]): Draft[] {
  const byCue = new Map(drafts.map((draft) => [draft.cueWord, draft] as const))
  const added: Draft[] = []
  const covered = coverage(words.quotations, drafts)
  words.quotations.forEach((quotation, q) => {
    if (covered[q] === 1) return
    const first = wordAt(words.syntax.start, quotation.start)
    const last = wordAt(words.syntax.start, quotation.end) - 1
    if (last - first < 2 || !soundsSpoken(words.syntax, quotation, first)) return
    const signed = signature(words, q, last, quotation)
    const cue = signed ? -1 : cueBeside(words, q, first, last)
    const led = signed ?? (cue < 0 ? ledIn(words, first, quotation) : null)
    if (!led && cue < 0) return
    const word = led?.cueWord ?? cue
    const known = word < 0 ? undefined : byCue.get(word)
    if (known) takeUp(words, known, quotation)
    else {
      const draft = led ?? draftBeside(words, cue, quotation)
      added.push(draft)
      byCue.set(draft.cueWord, draft)
    }
  })
  return added
}

/** A quotation that ends with a sign, or is led in by one; a word in scare quotes is neither. */
function soundsSpoken({ document, lower }: Syntax, { end, closed }: Quotation, first: number): boolean {
  const sign = document.text[end - 2] ?? ''
  const before = lower[first - 1] ?? ''
  return !closed || '.?!,…'.includes(sign) || before === ',' || before === ':'
}

function takeUp(words: GroundWords, draft: Draft, { start, end }: Quotation): void {
  const { quotations } = words
  const quoted = draft.content.some((it) => quotations.some((q) => q.start < it.end && it.start < q.end))
  if (!quoted) draft.content.length = 0
  draft.content.push({ start, end })
}

/** “…” ― Name, at the end of a line. */
function signature(words: GroundWords, q: number, last: number, { start, end }: Quotation): Draft | null {
  const { syntax } = words
  const dash = syntax.lower[last + 1] ?? ''
  if (!/^[-–—―]{1,2}$/.test(dash)) return null
  const first = last + 2
  let to = last + 1
  while (to + 1 < syntax.length && syntax.upos[to + 1] === Upos.PROPN && words.quoted[to + 1] !== q + 2) to++
  if (to < first || to - first > 6) return null
  return {
    frame: null,
    paragraph: paragraphOf(syntax, first),
    cueWord: -1,
    cue: { start: syntax.start[last + 1] as number, end: syntax.end[last + 1] as number },
    source: { head: first, first, last: to },
    content: [{ start, end }],
    within: null,
  }
}

/** "The report makes that clear: “…”", "Jane Roe (Lab.): “…”": whatever stands before the colon leads the quotation in. */
function ledIn(words: GroundWords, first: number, quotation: Quotation): Draft | null {
  const { syntax, quoted } = words
  const colon = first - 1
  if (colon < 1 || syntax.lower[colon] !== ':') return null
  const from = syntax.sentenceStart[syntax.sentence[colon] as number] as number
  let verb = -1
  for (let i = colon - 1; i >= from && (quoted[i] as number) === 0; i--)
    if (syntax.upos[i] === Upos.VERB && childBy(syntax, i, SUBJECTS) >= 0) verb = i
  if (verb >= 0) return draftBeside(words, verb, quotation)
  let start = colon
  while (start > from && mayLead(words, start - 1)) start--
  if (start === colon || start !== from) return null
  return {
    frame: null,
    paragraph: paragraphOf(syntax, colon),
    cueWord: colon,
    cue: { start: syntax.start[colon] as number, end: syntax.end[colon] as number },
    source: { head: highest(syntax, start, colon - 1), first: start, last: colon - 1 },
    content: [{ start: quotation.start, end: quotation.end }],
    within: null,
  }
}

const LEADING: ReadonlySet<number> = new Set([Upos.PUNCT, Upos.ADP])

const mayLead = (words: GroundWords, i: number): boolean =>
  mayName(words, i) || ((words.quoted[i] as number) === 0 && LEADING.has(words.syntax.upos[i] as number))

const paragraphOf = (syntax: Syntax, word: number): number =>
  syntax.sentenceParagraph[syntax.sentence[word] as number] as number

/** The verb of speech, or any verb with its subject behind it (“…!” beamed Roe), that stands nearest behind or before a quotation, in its paragraph and in no other quotation; else -1. */
function cueBeside(words: GroundWords, q: number, first: number, last: number): number {
  const { syntax } = words
  const led = announced(words, first)
  if (led >= 0) return led
  const turned = inverted(words, last + 1)
  if (turned >= 0) return turned
  const comma = ',?!'.includes(syntax.document.text[(syntax.start[last] as number) - 1] ?? ' ')
  const behind = scan(words, last + 1, 1, paragraphOf(syntax, last))
  if (behind >= 0 && comma) return behind
  const lead = syntax.lower[first - 1]
  const before =
    lead === ',' || lead === ':' || lead === 'that'
      ? scan(words, first - 1, -1, paragraphOf(syntax, first))
      : -1
  return before >= 0 ? before : comma && q >= 0 ? behind : -1
}

/** A verb right behind a quotation whose subject, a name or pronoun, stands right behind it; else -1. */
function inverted({ syntax, quoted }: GroundWords, i: number): number {
  if (i + 1 >= syntax.length || syntax.upos[i] !== Upos.VERB || (quoted[i] as number) > 0) return -1
  const next = syntax.upos[i + 1]
  const names = next === Upos.PROPN || next === Upos.PRON
  return names && (quoted[i + 1] as number) === 0 && syntax.sentence[i + 1] === syntax.sentence[i] ? i : -1
}

/** "He said:" at the end of the paragraph before. */
function announced(words: GroundWords, first: number): number {
  const { syntax } = words
  if (first < 1 || syntax.lower[first - 1] !== ':') return -1
  const paragraph = paragraphOf(syntax, first - 1)
  return paragraph === paragraphOf(syntax, first) ? -1 : scan(words, first - 1, -1, paragraph)
}

function scan({ syntax, quoted, kinds }: GroundWords, from: number, step: number, paragraph: number): number {
  for (let i = from, n = 0; i >= 0 && i < syntax.length && n < REACH; i += step, n++) {
    if ((quoted[i] as number) > 0 || paragraphOf(syntax, i) !== paragraph) return -1
    if (syntax.lower[i] === '.' && n > 0) return -1
    if (syntax.upos[i] === Upos.VERB && (kinds[i] as number) !== 0) return i
  }
  return -1
}

function draftBeside(words: GroundWords, cue: number, { start, end }: Quotation): Draft {
  const { syntax } = words
  const source = sourceBeside(words, cue)
  return {
    frame: null,
    paragraph: paragraphOf(syntax, cue),
    cueWord: cue,
    cue: { start: syntax.start[cue] as number, end: syntax.end[cue] as number },
    source,
    content: [{ start, end }],
    within: null,
  }
}
