import { readFileSync } from 'node:fs'
import { openDocument } from '#document'
import { openParser } from '#syntax'
import { findTimes } from '../src/3-mentions/times/index.ts'
import { goldTexts } from './mentions/scored.ts'

const parser = openParser(new Uint8Array(readFileSync('models/syntax.bin')))
const out: Record<string, string[]> = {}
const put = (k: string, s: string) => (out[k] ??= []).push(s)
for (const { gold } of goldTexts('../shared/gold/times.jsonl', process.argv[2] as any)) {
  const syntax = parser.parse(openDocument({ text: gold.text, published: gold.published ?? null }))
  if (syntax.document.text !== gold.text) {
    put('uneven', '')
    continue
  }
  const ts = findTimes(syntax)
  const used = new Set()
  for (const g of (gold as any).timexes) {
    const t = ts.find((t) => !used.has(t) && t.span.start < g.end && t.span.end > g.start)
    const ctx =
      gold.text.slice(Math.max(0, g.start - 45), g.start).replace(/\s+/g, ' ') +
      '<<' +
      gold.text.slice(g.start, g.end) +
      '>>' +
      gold.text.slice(g.end, g.end + 35).replace(/\s+/g, ' ')
    if (!t) put('missed ' + g.type, ctx + ' ' + g.value)
    else {
      used.add(t)
      if (t.value !== g.value)
        put(
          'value ' + g.type,
          ctx +
            `  ${g.value} not ${t.value} (${gold.text.slice(t.span.start, t.span.end)}) pub ${gold.published}`,
        )
      else put('right', '')
    }
  }
  for (const t of ts)
    if (!used.has(t))
      put(
        'spurious ' + t.type,
        gold.text.slice(Math.max(0, t.span.start - 45), t.span.start).replace(/\s+/g, ' ') +
          '<<' +
          gold.text.slice(t.span.start, t.span.end) +
          '>>' +
          gold.text.slice(t.span.end, t.span.end + 35).replace(/\s+/g, ' ') +
          ' ' +
          t.value,
      )
}
for (const [k, v] of Object.entries(out)) {
  console.log(v.length, k)
  if (k != 'right') for (const s of v) console.log('   ', s)
}
