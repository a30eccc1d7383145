/**
 * A multi-class linear model over hashed features, averaged and pruned in training. A feature is a 32-bit hash; its
 * row holds the classes that it speaks for or against. The table is an open-addressed hash table laid over the bytes
 * of the file, so that opening it costs nothing.
 */
export interface LinearModel {
  readonly classes: number
  /** Feature hashes by slot; 0 is an empty slot. */
  readonly keys: Uint32Array
  /** Where each slot's row starts; slot i's row ends where slot i + 1's starts. */
  readonly rows: Uint32Array
  readonly rowClass: Uint8Array
  readonly rowWeight: Int16Array
}

/** Adds up the rows of `count` features into `scores` (cleared first). */
export function score(model: LinearModel, features: Uint32Array, count: number, scores: Int32Array): void {
  const { keys, rows, rowClass, rowWeight } = model
  const mask = keys.length - 1
  scores.fill(0)
  for (let f = 0; f < count; f++) {
    const key = features[f] as number
    let slot = slotOf(key, mask)
    let found = keys[slot] as number
    while (found !== key && found !== 0) {
      slot = (slot + 1) & mask
      found = keys[slot] as number
    }
    if (found === 0) continue
    const end = rows[slot + 1] as number
    for (let i = rows[slot] as number; i < end; i++) {
      const c = rowClass[i] as number
      scores[c] = (scores[c] as number) + (rowWeight[i] as number)
    }
  }
}

/** The slot where a key belongs. */
export function slotOf(key: number, mask: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 7) & mask
}

/** Mixes a value into a hash; `seed` tells templates apart. Never 0. */
export function mix(seed: number, value: number): number {
  let h = Math.imul(seed ^ value, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  h ^= h >>> 16
  return h >>> 0 || 1
}

/** Lays a model over the bytes that `packModel` wrote. */
export function openModel(bytes: Uint8Array): LinearModel {
  const head = new Uint32Array(bytes.buffer, bytes.byteOffset, 4)
  const [classes, size, entries] = [head[0] ?? 0, head[1] ?? 0, head[2] ?? 0]
  let at = bytes.byteOffset + 16
  const take = (length: number) => {
    const start = at
    at += (length + 7) & ~7
    return start
  }
  return {
    classes,
    keys: new Uint32Array(bytes.buffer, take(size * 4), size),
    rows: new Uint32Array(bytes.buffer, take((size + 1) * 4), size + 1),
    rowWeight: new Int16Array(bytes.buffer, take(entries * 2), entries),
    rowClass: new Uint8Array(bytes.buffer, take(entries), entries),
  }
}
