import { slotOf } from '../../src/2-syntax/linear-model.ts'

const CHUNK = 1 << 14

/** An averaged perceptron in training: rows of weights by feature hash, made when a feature is first updated. */
export class Perceptron {
  readonly classes: number
  private keys = new Uint32Array(1 << 20)
  private rowOf = new Int32Array(1 << 20)
  private size = 0
  private weights: Float32Array[] = []
  private sums: Float64Array[] = []
  private time = 1

  constructor(classes: number) {
    this.classes = classes
  }

  private find(key: number): number {
    const mask = this.keys.length - 1
    let slot = slotOf(key, mask)
    for (;;) {
      const found = this.keys[slot] as number
      if (found === key) return this.rowOf[slot] as number
      if (found === 0) return -1
      slot = (slot + 1) & mask
    }
  }

  private make(key: number): number {
    if (this.size * 2 > this.keys.length) this.grow()
    const mask = this.keys.length - 1
    let slot = slotOf(key, mask)
    while (this.keys[slot] !== 0) slot = (slot + 1) & mask
    this.keys[slot] = key
    this.rowOf[slot] = this.size
    if (this.size % CHUNK === 0) {
      this.weights.push(new Float32Array(CHUNK * this.classes))
      this.sums.push(new Float64Array(CHUNK * this.classes))
    }
    return this.size++
  }

  private grow(): void {
    const [keys, rowOf] = [this.keys, this.rowOf]
    this.keys = new Uint32Array(keys.length * 2)
    this.rowOf = new Int32Array(keys.length * 2)
    const mask = this.keys.length - 1
    keys.forEach((key, i) => {
      if (key === 0) return
      let slot = slotOf(key, mask)
      while (this.keys[slot] !== 0) slot = (slot + 1) & mask
      this.keys[slot] = key
      this.rowOf[slot] = rowOf[i] as number
    })
  }

  score(features: Uint32Array, count: number, scores: Float64Array): void {
    scores.fill(0)
    const { classes } = this
    for (let f = 0; f < count; f++) {
      const row = this.find(features[f] as number)
      if (row < 0) continue
      const weights = this.weights[(row / CHUNK) | 0] as Float32Array
      const base = (row % CHUNK) * classes
      for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[base + c] as number)
    }
  }

  tick(): void {
    this.time++
  }

  update(features: Uint32Array, count: number, right: number, wrong: number): void {
    if (right === wrong) return
    for (let f = 0; f < count; f++) {
      const key = features[f] as number
      let row = this.find(key)
      if (row < 0) row = this.make(key)
      const chunk = (row / CHUNK) | 0
      const base = (row % CHUNK) * this.classes
      const weights = this.weights[chunk] as Float32Array
      const sums = this.sums[chunk] as Float64Array
      weights[base + right] = (weights[base + right] as number) + 1
      sums[base + right] = (sums[base + right] as number) + this.time
      weights[base + wrong] = (weights[base + wrong] as number) - 1
      sums[base + wrong] = (sums[base + wrong] as number) - this.time
    }
  }

  /** The average of one weight over all updates. */
  private average(row: number, c: number): number {
    const chunk = (row / CHUNK) | 0
    const cell = (row % CHUNK) * this.classes + c
    return (
      ((this.weights[chunk] as Float32Array)[cell] as number) -
      ((this.sums[chunk] as Float64Array)[cell] as number) / this.time
    )
  }

  /** Averaged weights as the model file holds them; those below `prune` (in units of one update) are left out. */
  pack(prune: number): Uint8Array {
    const counts = new Uint16Array(this.size)
    let largest = 0
    let rowsKept = 0
    let entries = 0
    for (let row = 0; row < this.size; row++) {
      for (let c = 0; c < this.classes; c++) {
        const size = Math.abs(this.average(row, c))
        if (size < prune || size === 0) continue
        counts[row] = (counts[row] as number) + 1
        if (size > largest) largest = size
      }
      if (counts[row]) rowsKept++
      entries += counts[row] as number
    }
    let size = 1024
    while (size < rowsKept * 1.4) size *= 2
    const mask = size - 1
    const keys = new Uint32Array(size)
    const rowAt = new Int32Array(size).fill(-1)
    this.keys.forEach((key, i) => {
      const row = this.rowOf[i] as number
      if (key === 0 || counts[row] === 0) return
      let slot = slotOf(key, mask)
      while (keys[slot] !== 0) slot = (slot + 1) & mask
      keys[slot] = key
      rowAt[slot] = row
    })
    const scale = Math.min(100, 32000 / largest)
    const rows = new Uint32Array(size + 1)
    const weight = new Int16Array(entries)
    const cls = new Uint8Array(entries)
    let n = 0
    for (let slot = 0; slot < size; slot++) {
      rows[slot] = n
      const row = rowAt[slot] as number
      if (row < 0) continue
      for (let c = 0; c < this.classes; c++) {
        const average = this.average(row, c)
        if (Math.abs(average) < prune || average === 0) continue
        cls[n] = c
        weight[n++] = Math.round(average * scale)
      }
    }
    rows[size] = n
    return concatenate([new Uint32Array([this.classes, size, entries, 0]), keys, rows, weight, cls])
  }
}

function concatenate(parts: (Uint32Array | Int16Array | Uint8Array)[]): Uint8Array {
  const lengths = parts.map((p) => (p.byteLength + 7) & ~7)
  const out = new Uint8Array(lengths.reduce((a, b) => a + b, 0))
  let at = 0
  parts.forEach((part, i) => {
    out.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += lengths[i] as number
  })
  return out
}
