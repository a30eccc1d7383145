import type { ExplainedProposal, ExplainedRole, Explanation } from '#acts'

const MARKS: Readonly<Record<ExplainedProposal['fate'], string>> = {
  kept: '+',
  beaten: '<',
  governed: '.',
  weak: '-',
}

/** Writes explanations as text: a sentence, then its proposals, each with its roles, paths and the ranker's view. */
export function writeExplanation(id: string, explanations: readonly Explanation[]): string {
  const head = `# ${id}`
  if (explanations.length === 0) return `${head}\nnothing was proposed\n`
  return [
    head,
    ...explanations.map(({ sentence, proposals }) =>
      [sentence.replace(/\s+/g, ' '), ...proposals.map(writeProposal), ''].join('\n'),
    ),
  ].join('\n')
}

function writeProposal(it: ExplainedProposal): string {
  const type = `${it.type}${it.mode ? ` ${it.mode}` : ''}`
  const status = it.status === 'asserted' ? '' : ` (${it.status})`
  return [
    `  ${MARKS[it.fate]} ${type}${status}  ${it.confidence.toFixed(2)}  ${it.rule}: “${it.trigger}”`,
    ...it.actors.map(writeRole('actor')),
    ...it.recipients.map(writeRole('recipient')),
    `      ranker: ${it.ranker.map(([name, p]) => `${name} ${p.toFixed(2)}`).join(', ')}; pattern ${it.patternScore.toFixed(2)}`,
  ].join('\n')
}

const writeRole =
  (side: string) =>
  ({ slot, text, path }: ExplainedRole) =>
    `      ${side}${slot ? ` by ${slot}` : ''}: ${text}  [${path}]`
