import { KERNEL_CODE } from './kernel-code.ts'

/**
 * Linear algebra in WebAssembly with SIMD; see assembly/kernels.ts for what each does. Addresses are byte offsets into
 * `memory`, strides count floats.
 */
export interface Kernels {
  readonly floats: Float32Array
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

/** Opens the kernels over a memory that holds `capacity` floats. It never grows, so `floats` stays valid. */
export function openKernels(capacity: number): Kernels {
  const pages = Math.ceil((capacity * 4 + BOTTOM * 4) / PAGE)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const code = Uint8Array.from(atob(KERNEL_CODE), (c) => c.charCodeAt(0))
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } })
  let next = BOTTOM
  return {
    ...(exports as unknown as Pick<Kernels, 'gemm' | 'transpose' | 'sru' | 'sruGradient'>),
    floats: new Float32Array(memory.buffer),
    reserve(length) {
      const at = next
      next += (length + 3) & ~3
      if (next > (pages * PAGE) / 4)
        throw new Error(`kernels: no room for ${length} more floats of ${capacity}`)
      return at
    },
  }
}
