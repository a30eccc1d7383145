import type { Bundle } from '../../../src/2-syntax/bundle.ts'
import { isQuantised, parameters, type Shape } from '../../../src/2-syntax/network/shape.ts'

/** Whole numbers that a weight is rounded to, in either direction (`kernels.product` counts on it). */
const MOST = 2047

/**
 * The dense parameters as the file of weights holds them: the large matrices as whole numbers of 16 bits with a scale
 * for each column, the others as floats. `dense` has all of them one after the other (`layout`).
 */
export function packDense(shape: Shape, dense: Float32Array): Record<string, Uint8Array> {
  const floats: number[] = []
  const numbers: number[] = []
  const scales: number[] = []
  let at = 0
  for (const { name, rows, columns } of parameters(shape)) {
    const size = rows * columns
    const values = dense.subarray(at, at + size)
    at += (size + 3) & ~3
    if (isQuantised(name)) {
      const scale = columnScales(values, columns)
      scales.push(...scale)
      values.forEach((x, i) => {
        numbers.push(Math.round(x / (scale[i % columns] as number)))
      })
      continue
    }
    for (const x of values) floats.push(x)
    while (floats.length % 4) floats.push(0)
  }
  return {
    dense: new Uint8Array(Float32Array.from(floats).buffer),
    products: new Uint8Array(Int16Array.from(numbers).buffer),
    productScale: new Uint8Array(Float32Array.from(scales).buffer),
  }
}

function columnScales(values: Float32Array, columns: number): number[] {
  const most = new Array<number>(columns).fill(1e-9)
  values.forEach((x, i) => {
    most[i % columns] = Math.max(most[i % columns] as number, Math.abs(x))
  })
  return most.map((x) => Math.fround(x / MOST))
}

/** The dense parameters of a file of weights, as `packDense` was given them but for the rounding. */
export function unpackDense(shape: Shape, bundle: Bundle): Float32Array {
  const [floats, scales] = ['dense', 'productScale'].map(
    (name) => new Float32Array(bundle.section(name).slice().buffer),
  ) as [Float32Array, Float32Array]
  const numbers = new Int16Array(bundle.section('products').slice().buffer)
  const out: number[] = []
  let [float, number, column] = [0, 0, 0]
  for (const { name, rows, columns } of parameters(shape)) {
    const size = rows * columns
    for (let i = 0; i < size; i++)
      out.push(
        isQuantised(name)
          ? (numbers[number + i] as number) * (scales[column + (i % columns)] as number)
          : (floats[float + i] as number),
      )
    while (out.length % 4) out.push(0)
    if (isQuantised(name)) {
      number += size
      column += columns
    } else float += (size + 3) & ~3
  }
  return Float32Array.from(out)
}
