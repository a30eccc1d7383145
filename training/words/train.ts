/**
 * Counts in how many texts each stem stands and writes models/words.txt: a line for each step of rarity, the rarest
 * first. Run: npx tsx --conditions=source training/words/train.ts --shared ../shared
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { corpusTexts } from '../../bench/corpus.ts'
import { eachStem } from '../../src/6-archive/happenings/words.ts'
import { argument } from '../arguments.ts'

const shared = argument('shared', '../shared')
const gunzip = (name: string) => gunzipSync(readFileSync(join(shared, 'corpus', name))).toString('latin1')

function* texts(): Generator<string> {
  for (const { text } of corpusTexts(shared)) yield text
  for (const [, body] of gunzip('reuters21578-000.sgm.gz').matchAll(/<BODY>([\s\S]*?)<\/BODY>/g))
    yield body ?? ''
  const rows = parse(gunzipSync(readFileSync(join(shared, 'corpus', 'guardian-syria.csv.gz'))), {
    columns: true,
  }) as { text: string }[]
  for (const { text } of rows) yield text
  const pages = execFileSync('tar', ['xzOf', join(shared, 'corpus', 'white-house-briefings.tar.gz')], {
    maxBuffer: 1e8,
  })
  for (const page of pages.toString().split(/<!DOCTYPE/i))
    yield page.replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ')
}

/** Steps of rarity: a step is half a unit of ln(texts / texts with the stem). */
const STEP = 0.5
/** Stems of fewer texts count as those that were never seen. */
const LEAST = 3

const counts = new Map<string, number>()
let all = 0
for (const text of texts()) {
  all++
  const seen = new Set<string>()
  eachStem(text, (stem) => void seen.add(stem))
  for (const stem of seen) counts.set(stem, (counts.get(stem) ?? 0) + 1)
}
const lines: string[][] = []
for (const [stem, n] of counts) {
  if (n < LEAST || !/^[\p{L}\p{N}]+$/u.test(stem)) continue
  const step = Math.max(1, Math.round(Math.log(all / n) / STEP))
  while (lines.length <= step) lines.push([])
  lines[step]?.push(stem)
}
writeFileSync('models/words.txt', lines.map((stems) => stems.sort().join(' ')).join('\n'))
console.log(
  `${all} texts, ${lines.flat().length} stems, ${lines.length - 1} steps; an unknown stem weighs ${Math.log(all / 2).toFixed(2)}`,
)
