import type { Bundle } from '../../../src/2-syntax/bundle.ts'

/** A table of vectors of which each batch touches few rows, trained by Adam (Kingma and Ba 2015) on those rows alone. */
export class SparseTable {
  readonly values: Float32Array
  /** Running mean of the values, for the weights that are kept. */
  readonly mean: Float32Array
  private readonly gradient: Float32Array
  private readonly first: Float32Array
  private readonly second: Float32Array
  private readonly touched: Int32Array
  private readonly isTouched: Uint8Array
  private count = 0
  readonly rows: number
  readonly width: number

  constructor(rows: number, width: number, initial: () => number) {
    this.rows = rows
    this.width = width
    this.values = new Float32Array(rows * width).map(initial)
    this.mean = this.values.slice()
    this.gradient = new Float32Array(rows * width)
    this.first = new Float32Array(rows * width)
    this.second = new Float32Array(rows * width)
    this.touched = new Int32Array(rows)
    this.isTouched = new Uint8Array(rows)
  }

  /** Adds a row to `target` at `at`. */
  addTo(row: number, target: Float32Array, at: number): void {
    const { values, width } = this
    const start = row * width
    for (let c = 0; c < width; c++)
      target[at + c] = (target[at + c] as number) + (values[start + c] as number)
  }

  /** Adds a gradient for a row. */
  addGradient(row: number, source: Float32Array, at: number): void {
    const { gradient, width } = this
    if (this.isTouched[row] === 0) {
      this.isTouched[row] = 1
      this.touched[this.count++] = row
    }
    const start = row * width
    for (let c = 0; c < width; c++)
      gradient[start + c] = (gradient[start + c] as number) + (source[at + c] as number)
  }

  /** One step over the touched rows; `rate` has Adam's bias correction in it. */
  step(rate: number, scale: number): void {
    const { values, gradient, first, second, width } = this
    for (let k = 0; k < this.count; k++) {
      const row = this.touched[k] as number
      this.isTouched[row] = 0
      for (let i = row * width; i < (row + 1) * width; i++) {
        const g = (gradient[i] as number) * scale
        gradient[i] = 0
        const m = 0.9 * (first[i] as number) + 0.1 * g
        const v = 0.98 * (second[i] as number) + 0.02 * g * g
        first[i] = m
        second[i] = v
        values[i] = (values[i] as number) - (rate * m) / (Math.sqrt(v) + 1e-8)
      }
    }
    this.count = 0
  }

  /** Moves the running mean towards the values. */
  average(share: number): void {
    const { values, mean } = this
    for (let i = 0; i < mean.length; i++)
      mean[i] = (mean[i] as number) + share * ((values[i] as number) - (mean[i] as number))
  }
}

/** The values of a table in a file of weights. */
export function readTable(bundle: Bundle, name: string, width: number): Float32Array {
  const rows = new Int8Array(bundle.section(name).slice().buffer)
  const scale = new Float32Array(bundle.section(`${name}Scale`).slice().buffer)
  return Float32Array.from(rows, (x, i) => x * (scale[Math.floor(i / width)] as number))
}

/** A table's two sections of a file of weights. */
export function tableSections(name: string, values: Float32Array, width: number): Record<string, Uint8Array> {
  const { rows, scale } = quantise(values, width)
  return { [name]: new Uint8Array(rows.buffer), [`${name}Scale`]: new Uint8Array(scale.buffer) }
}

/** Rows as signed bytes with a scale each. */
function quantise(values: Float32Array, width: number): { rows: Int8Array; scale: Float32Array } {
  const rows = new Int8Array(values.length)
  const scale = new Float32Array(values.length / width)
  for (let r = 0; r < scale.length; r++) {
    let most = 0
    for (let c = 0; c < width; c++) most = Math.max(most, Math.abs(values[r * width + c] as number))
    scale[r] = most / 127
    if (most === 0) continue
    for (let c = 0; c < width; c++)
      rows[r * width + c] = Math.round(((values[r * width + c] as number) / most) * 127)
  }
  return { rows, scale }
}
