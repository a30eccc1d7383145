// The mean of the networks of two or more files of weights of one run (Izmailov et al. 2018):
//   npx tsx --conditions=source training/syntax/mix.ts --files A,B --out FILE
// Tables and perceptrons are those of the first file.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Bundle, readBundle } from '../../src/2-syntax/bundle.ts'
import type { Shape } from '../../src/2-syntax/network/shape.ts'
import { argument } from '../arguments.ts'
import { packDense, unpackDense } from './network/pack-dense.ts'
import { readTable, tableSections } from './network/sparse-table.ts'
import { writeWeights } from './write-weights.ts'

const names = argument('files', '').split(',')
const files = names.map((name) => readBundle(new Uint8Array(readFileSync(name)), name))
const first = files[0] as Bundle
const shape = first.meta.network as Shape

/** The mean over all files of what `read` takes out of each. */
function mean(read: (file: Bundle) => Float32Array): Float32Array {
  const all = files.map(read)
  return (all[0] as Float32Array).map(
    (_, i) => all.reduce((sum, one) => sum + (one[i] as number), 0) / all.length,
  )
}

const same = ['splitter', 'casing', 'features', 'morphology', 'words', 'pretrained', 'pretrainedScale']
const kept = Object.fromEntries(same.map((name) => [name, first.section(name)]))
const { hash: _, ...meta } = first.meta
const bytes = writeWeights(meta, {
  ...kept,
  ...packDense(
    shape,
    mean((file) => unpackDense(shape, file)),
  ),
  ...tableSections(
    'learnt',
    mean((file) => readTable(file, 'learnt', shape.own)),
    shape.own,
  ),
  ...tableSections(
    'affixes',
    mean((file) => readTable(file, 'affixes', shape.own)),
    shape.own,
  ),
})
writeFileSync(argument('out', join('models', 'syntax.bin')), bytes)
console.log(`${names.join(' and ')}: ${bytes.length} bytes`)
