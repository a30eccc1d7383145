/**
 * Trains the tables that find statements, from attributions (PolNeAR train), parsed by this package's own parser.
 *
 *   npx tsx --conditions=source training/statements/train.ts [--shared ../shared] [--limit N]
 *
 * Writes `src/0-lexicon/cues/statement-weights.ts`. Same data, same parser, same bytes.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { openCues } from '#lexicon'
import { argument } from '../arguments.ts'
import { examplesOf } from './examples.ts'
import { readGold } from './gold.ts'
import { type Example, learn } from './learn.ts'
import { pack } from './pack.ts'
import { parsedDocuments } from './parsed.ts'

const shared = argument('shared', process.env.RAPPORTEUR_SHARED ?? '../shared')
const path = `${shared}/gold/attributions-train.jsonl.gz`
if (!existsSync(path)) {
  console.error(`no training data: ${path} is absent`)
  process.exit(2)
}
const cues = openCues()
const cueExamples: Example[] = []
const roleExamples: Example[] = []
const gold = readGold(path).slice(0, Number(argument('limit', '1000000')))
let read = 0
for (const { document, syntax } of parsedDocuments(gold)) {
  examplesOf(document, syntax, cues, cueExamples, roleExamples)
  if (++read % 100 === 0) console.error(`${read} of ${gold.length} documents read`)
}
console.error(`${cueExamples.length} words, ${roleExamples.length} subtrees`)
const l1 = Number(argument('l1', '0.00001'))
const epochs = Number(argument('epochs', '8'))
const cueSize = 1 << Number(argument('cue-bits', '17'))
const roleSize = 1 << Number(argument('role-bits', '16'))
const cue = learn(cueExamples, { size: cueSize, labels: 1, epochs, rate: 0.08, l1, seed: 1 })
const role = learn(roleExamples, { size: roleSize, labels: 4, epochs, rate: 0.08, l1, seed: 2 })
const file = `/** Trained by \`training/statements/train.ts\`. Generated: do not edit. */
export const CUE_WEIGHTS = ${pack(cue, cueSize, 1)}
export const ROLE_WEIGHTS = ${pack(role, roleSize, 4)}
`
const out = new URL('../../src/0-lexicon/cues/statement-weights.ts', import.meta.url)
writeFileSync(out, file)
console.error(`${out.pathname}: ${file.length} characters`)
