import { readFileSync, writeFileSync } from 'node:fs'
import { loadGround } from '#ground'
import { read } from '#record'

const g = loadGround()
const rows = readFileSync('../shared/gold/relations.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((l) => JSON.parse(l))
const t = Date.now()
writeFileSync(
  '/tmp/ev/pred.jsonl',
  rows.map((r) => JSON.stringify(read({ text: r.text, externalId: r.id } as never, g))).join('\n'),
)
console.log(Date.now() - t, 'ms')
