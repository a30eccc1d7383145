// Scores time expressions with the project's scorer: npx tsx --conditions=source bench/times/bench.ts --shared ../shared
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDocument } from '#document'
import { openParser } from '#syntax'
import { findTimes } from '../../src/3-mentions/times/index.ts'
import { sharedFolder } from '../corpus.ts'

const shared = sharedFolder()
const parser = openParser(new Uint8Array(readFileSync('models/syntax.bin')))
const gold = join(shared, 'gold', 'times.jsonl')
interface Gold {
  readonly id: string
  readonly text: string
  readonly published?: string
}
let words = 0
let spent = 0
const lines = readFileSync(gold, 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const { id, text, published } = JSON.parse(line) as Gold
    const syntax = parser.parse(openDocument({ text, published: published ?? null, externalId: id }))
    const start = performance.now()
    const times = findTimes(syntax)
    spent += performance.now() - start
    words += syntax.length
    return JSON.stringify({ id, document: { externalId: id, text: syntax.document.text }, times })
  })
const file = join(mkdtempSync(join(tmpdir(), 'rapporteur-times-')), 'pred.jsonl')
writeFileSync(file, `${lines.join('\n')}\n`)
console.log(
  execFileSync('node', [join(shared, 'score', 'times.mjs'), '--gold', gold, '--pred', file], {
    encoding: 'utf8',
  }),
)
console.log(`times alone: ${Math.round((words / spent) * 1000).toLocaleString('en')} words/s`)
