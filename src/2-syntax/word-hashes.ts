import { isDigit, isLetter, isLower, isUpper } from './characters.ts'

/** What the models ask of each word's form, as hashes: one column each, filled once. */
export interface WordHashes {
  readonly lower: Uint32Array
  readonly exact: Uint32Array
  readonly prefix1: Uint32Array
  readonly prefix2: Uint32Array
  readonly prefix3: Uint32Array
  readonly prefix4: Uint32Array
  readonly suffix1: Uint32Array
  readonly suffix2: Uint32Array
  readonly suffix3: Uint32Array
  readonly suffix4: Uint32Array
  readonly suffix5: Uint32Array
  readonly shape: Uint32Array
  /** Bits: 1 capital first, 2 capital second, 4 digits, 8 hyphen, 32 ends in a stop, 64 begins with neither letter nor digit. */
  readonly look: Uint8Array
}

export function wordHashes(capacity: number): WordHashes {
  const column = () => new Uint32Array(capacity)
  return {
    lower: column(),
    exact: column(),
    prefix1: column(),
    prefix2: column(),
    prefix3: column(),
    prefix4: column(),
    suffix1: column(),
    suffix2: column(),
    suffix3: column(),
    suffix4: column(),
    suffix5: column(),
    shape: column(),
    look: new Uint8Array(capacity),
  }
}

const SEED = 0x811c9dc5
const step = (h: number, c: number): number => Math.imul(h ^ c, 0x01000193)

/** Lower case of one UTF-16 code unit, as a number. */
function fold(c: number): number {
  if (c < 128) return c >= 65 && c <= 90 ? c + 32 : c
  if (c === 0x2019 || c === 0x2018) return 39
  if (c >= 0xd800 && c < 0xe000) return c
  return isUpper(c) ? String.fromCharCode(c).toLowerCase().charCodeAt(0) : c
}

const foldDigit = (c: number): number => (isDigit(c) ? 48 : fold(c))

/** The hash of a lower-case string, as `hashWord` gives for a word of that form. */
export function hashString(s: string): number {
  let h = SEED
  for (let i = 0; i < s.length; i++) h = step(h, fold(s.charCodeAt(i)))
  return h >>> 0
}

/** Fills row `w` with the word text[start, end). Digits are folded to 0 so that numbers share what is learnt. */
export function hashWord(out: WordHashes, w: number, text: string, start: number, end: number): void {
  const n = end - start
  let lower = SEED
  let exact = SEED
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i)
    const d = isDigit(c) ? 48 : c
    lower = step(lower, fold(d))
    exact = step(exact, d)
  }
  out.lower[w] = lower >>> 0
  out.exact[w] = exact >>> 0
  let h = SEED
  for (let i = 0; i < 4; i++) {
    if (i < n) h = step(h, foldDigit(text.charCodeAt(start + i)))
    if (i === 0) out.prefix1[w] = h >>> 0
    if (i === 1) out.prefix2[w] = h >>> 0
    if (i === 2) out.prefix3[w] = h >>> 0
    if (i === 3) out.prefix4[w] = h >>> 0
  }
  h = SEED
  for (let i = 0; i < 5; i++) {
    if (i < n) h = step(h, foldDigit(text.charCodeAt(end - 1 - i)))
    if (i === 0) out.suffix1[w] = h >>> 0
    if (i === 1) out.suffix2[w] = h >>> 0
    if (i === 2) out.suffix3[w] = h >>> 0
    if (i === 3) out.suffix4[w] = h >>> 0
    if (i === 4) out.suffix5[w] = h >>> 0
  }
  shape(out, w, text, start, end)
}

function shape(out: WordHashes, w: number, text: string, start: number, end: number): void {
  let h = SEED
  let last = 0
  let run = 0
  let look = 0
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i)
    const kind = isLower(c) ? 1 : isUpper(c) ? 2 : isDigit(c) ? 3 : isLetter(c) ? 1 : c
    if (kind === 3) look |= 4
    if (c === 45) look |= 8
    if (kind === last) {
      if (++run > 2) continue
    } else run = 1
    last = kind
    h = step(h, kind)
  }
  const first = text.charCodeAt(start)
  if (isUpper(first)) look |= 1
  if (end - start > 1 && isUpper(text.charCodeAt(start + 1)) && isUpper(first)) look |= 2
  const last1 = text.charCodeAt(end - 1)
  if (last1 === 46 || last1 === 33 || last1 === 63 || last1 === 0x2026 || last1 === 58 || last1 === 59)
    look |= 32
  if (!isLetter(first) && !isDigit(first)) look |= 64
  out.shape[w] = h >>> 0
  out.look[w] = look
}
