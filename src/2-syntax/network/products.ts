import type { Bundle } from '../bundle.ts'
import type { Kernels } from './kernels.ts'
import { isQuantised, layout, pad8, parameters, type Shape } from './shape.ts'

/** Rows of whole numbers with a scale each, where `kernels.quantise` has put them; addresses in floats. */
export interface Rows {
  readonly numbers: number
  readonly scale: number
}

/** The network's weights in the kernels' memory: floats by name, and products of whole numbers by name. */
export interface Weights {
  /** Where each float parameter starts. */
  readonly at: Readonly<Record<string, number>>
  /** out = A · W + bias for `m` rows that `quantise` has made; rows of `out` begin every n floats. */
  multiply(name: string, m: number, rows: Rows, out: number): void
}

interface Product {
  readonly n: number
  readonly depth: number
  readonly numbers: number
  readonly scale: number
  readonly bias: number
}

/** Floats of the kernels' memory that the weights take. */
export function roomForWeights(shape: Shape): number {
  const products = parameters(shape).filter(({ name }) => isQuantised(name))
  return products.reduce(
    (sum, { rows, columns }) => sum + (pad8(rows) * columns) / 2 + 2 * columns + 12,
    floatSize(shape),
  )
}

const floatSize = (shape: Shape) => layout(floats(shape), 0).size
const floats = (shape: Shape) => parameters(shape).filter(({ name }) => !isQuantised(name))

/** Room for `m` rows of `depth` whole numbers. */
export function reserveRows(kernels: Kernels, m: number, depth: number): Rows {
  return { numbers: kernels.reserve((m * depth) / 2), scale: kernels.reserve(m) }
}

export const roomForRows = (m: number, depth: number): number => (m * depth) / 2 + m + 8

/** Copies the weights of a file into the kernels' memory, products in the order in which they are read. */
export function openWeights(bundle: Bundle, kernels: Kernels, shape: Shape): Weights {
  const given = bundle.section('dense')
  const base = kernels.reserve(floatSize(shape))
  kernels.floats.set(new Float32Array(given.buffer, given.byteOffset, given.length / 4), base)
  const { at } = layout(floats(shape), base)
  const products = openProducts(bundle, kernels, shape, at)
  return {
    at,
    multiply(name, m, rows, out) {
      const { n, depth, numbers, scale, bias } = products[name] as Product
      const [a, scaleA] = [rows.numbers * 4, rows.scale * 4]
      kernels.product(m, n, depth, a, scaleA, numbers * 4, scale * 4, bias * 4, out * 4, n)
    },
  }
}

function openProducts(
  bundle: Bundle,
  kernels: Kernels,
  shape: Shape,
  at: Weights['at'],
): Readonly<Record<string, Product>> {
  const bytes = bundle.section('products')
  const scales = bundle.section('productScale')
  const whole = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
  const scale = new Float32Array(scales.buffer, scales.byteOffset, scales.length / 4)
  const out: Record<string, Product> = {}
  let [read, column] = [0, 0]
  for (const { name, rows, columns, bias } of parameters(shape)) {
    if (!isQuantised(name)) continue
    const depth = pad8(rows)
    const numbers = kernels.reserve((depth * columns) / 2)
    layPanels(whole.subarray(read, read + rows * columns), depth, columns, kernels.numbers, numbers * 2)
    const scaleAt = kernels.reserve(columns)
    kernels.floats.set(scale.subarray(column, column + columns), scaleAt)
    const zero = bias ? 0 : kernels.reserve(columns)
    out[name] = { n: columns, depth, numbers, scale: scaleAt, bias: bias ? (at[bias] as number) : zero }
    read += rows * columns
    column += columns
  }
  return out
}

/** Lays a matrix out as `kernels.product` wants it: panels of eight columns, rows in pairs, zeros below the last. */
function layPanels(from: Int16Array, rows: number, columns: number, to: Int16Array, at: number): void {
  for (let n = 0; n < columns; n += 8)
    for (let k = 0; k < rows; k += 2)
      for (let c = n; c < n + 8; c++) {
        to[at++] = from[k * columns + c] ?? 0
        to[at++] = from[(k + 1) * columns + c] ?? 0
      }
}
