import type { ActPatterns, Context } from '#lexicon'
import { CONTEXTS } from '#lexicon'
import type { Syntax } from '#syntax'
import { at } from './tree.ts'

/** Contexts of each paragraph: one strong word, or two weak ones. */
export function contextsByParagraph(s: Syntax, patterns: ActPatterns): readonly (readonly Context[])[] {
  const paragraphs = s.document.paragraphs.length
  const counts = Array.from({ length: paragraphs }, () => new Map<Context, number>())
  for (let w = 0; w < s.length; w++) {
    const cues = patterns.contexts.get(s.lemma[w] ?? '')
    if (!cues) continue
    const row = counts[at(s.sentenceParagraph, at(s.sentence, w))]
    for (const { context, strong } of cues) row?.set(context, (row.get(context) ?? 0) + (strong ? 2 : 1))
  }
  return counts.map((row) => CONTEXTS.filter((context) => (row.get(context) ?? 0) >= 2))
}
