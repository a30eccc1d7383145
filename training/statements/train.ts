/**
 * Trains the tables that find statements, from attributions (PolNeAR train), parsed by this package's own parser.
 *
 *   npx tsx --max-old-space-size=8000 --conditions=source training/statements/train.ts [--shared ../shared]
 *
 * Writes `models/statements.bin`. Same data, same parser, same bytes. About three minutes on one core, most of it the
 * parser's; the trees are kept for the next run.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { writeStatementModels } from '#lexicon'
import { argument } from '../arguments.ts'
import { readGold } from './gold.ts'
import { parseAll } from './parsed.ts'
import { trainTables } from './tables.ts'

const shared = argument('shared', process.env.RAPPORTEUR_SHARED ?? '../shared')
const path = `${shared}/gold/attributions-train.jsonl.gz`
if (!existsSync(path)) {
  console.error(`no training data: ${path} is absent`)
  process.exit(2)
}
const gold = readGold(path)
const trees = parseAll(gold.map(({ text, published }) => ({ text, published })))
const bytes = writeStatementModels(trainTables(gold, trees))
const out = new URL('../../models/statements.bin', import.meta.url)
writeFileSync(out, bytes)
console.error(`${out.pathname}: ${bytes.length} bytes`)
