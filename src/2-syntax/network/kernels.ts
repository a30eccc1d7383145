import { KERNEL_CODE } from './kernel-code.ts'

/**
 * Linear algebra in WebAssembly with SIMD; see assembly/kernels.ts for what each does. Addresses are byte offsets into
 * `memory`, strides count floats.
 */
export interface Kernels {
  readonly floats: Float32Array
  /** The same memory as whole numbers of 16 bits. */
  readonly numbers: Int16Array
  /** Reserves room for so many floats for good; returns its index in `floats` (a multiple of 4). */
  reserve(length: number): number
  gemm(
    m: number,
    n: number,
    k: number,
    a: number,
    rowA: number,
    colA: number,
    b: number,
    ldb: number,
    c: number,
    ldc: number,
    add: number,
  ): void
  quantise(m: number, depth: number, x: number, ldx: number, q: number, scale: number): void
  product(
    m: number,
    n: number,
    k: number,
    a: number,
    scaleA: number,
    b: number,
    scaleB: number,
    bias: number,
    c: number,
    ldc: number,
  ): void
  transpose(rows: number, cols: number, source: number, ldi: number, target: number, ldo: number): void
  sru(
    n: number,
    width: number,
    u: number,
    ldu: number,
    x: number,
    c: number,
    h: number,
    ld: number,
    vf: number,
    vr: number,
    back: number,
  ): void
  sruGradient(
    n: number,
    width: number,
    u: number,
    ldu: number,
    x: number,
    c: number,
    dh: number,
    dx: number,
    ld: number,
    vf: number,
    vr: number,
    dvf: number,
    dvr: number,
    back: number,
  ): void
}

/** What is used here of the global that every engine has, so that the types of a browser are not needed to build. */
declare const WebAssembly: {
  Memory: new (limits: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer }
  Module: new (code: Uint8Array) => object
  Instance: new (module: object, imports: object) => { readonly exports: object }
}

const PAGE = 65536
/** What AssemblyScript may keep at the bottom of the memory for itself. */
const BOTTOM = 1024
/** The deepest product, Σ over at most so many. */
const DEPTH = 2048

/** The kernels as they were compiled: `gemm` is told where it may lay out its columns. */
interface Compiled extends Pick<Kernels, 'quantise' | 'product' | 'transpose' | 'sru' | 'sruGradient'> {
  gemm(...given: [...Parameters<Kernels['gemm']>, panel: number]): void
}

/** Opens the kernels over a memory that holds `capacity` floats. It never grows, so `floats` stays valid. */
export function openKernels(capacity: number): Kernels {
  const pages = Math.ceil(((capacity + BOTTOM + 8 * DEPTH) * 4) / PAGE)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const code = Uint8Array.from(atob(KERNEL_CODE), (c) => c.charCodeAt(0))
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } })
  const compiled = exports as unknown as Compiled
  const panel = BOTTOM * 4
  let next = BOTTOM + 8 * DEPTH
  return {
    quantise: compiled.quantise,
    product: compiled.product,
    transpose: compiled.transpose,
    sru: compiled.sru,
    sruGradient: compiled.sruGradient,
    gemm: (m, n, k, a, rowA, colA, b, ldb, c, ldc, add) =>
      compiled.gemm(m, n, k, a, rowA, colA, b, ldb, c, ldc, add, panel),
    floats: new Float32Array(memory.buffer),
    numbers: new Int16Array(memory.buffer),
    reserve(length) {
      const at = next
      next += (length + 3) & ~3
      if (next > (pages * PAGE) / 4)
        throw new Error(`kernels: no room for ${length} more floats of ${capacity}`)
      return at
    },
  }
}
