// AssemblyScript, compiled to WebAssembly with SIMD by scripts/kernels.mjs. All pointers are byte offsets, all strides
// count floats. No allocation: the caller lays out the memory.

/**
 * C[m, n] (+)= Σ_k A[m, k] · B[k, n]. A has any strides (so it may be read transposed); B and C have rows of `ldb` and
 * `ldc` floats; `N` is a multiple of 8. `panel` is room for 8 · K floats: where there are rows enough, each eight
 * columns of B are first laid side by side there.
 */
export function gemm(
  M: i32, N: i32, K: i32,
  a: usize, rowA: i32, colA: i32,
  b: usize, ldb: i32,
  c: usize, ldc: i32,
  add: i32, panel: usize,
): void {
  const ra = <usize>rowA << 2
  const ca = <usize>colA << 2
  const rb = <usize>ldb << 2
  const rc = <usize>ldc << 2
  for (let n = 0; n < N; n += 8) {
    let from = b + (<usize>n << 2)
    let step = rb
    if (M >= 16) {
      pack(K, from, rb, panel)
      from = panel
      step = 32
    }
    let m = 0
    for (; m + 4 <= M; m += 4)
      tile4(K, a + <usize>m * ra, ra, ca, from, step, c + <usize>m * rc + (<usize>n << 2), rc, add)
    for (; m < M; m++) tile1(K, a + <usize>m * ra, ca, from, step, c + <usize>m * rc + (<usize>n << 2), add)
  }
}

// @ts-ignore: decorator
@inline
function pack(K: i32, b: usize, rb: usize, panel: usize): void {
  for (let k = 0; k < K; k++) {
    v128.store(panel, v128.load(b))
    v128.store(panel, v128.load(b, 16), 16)
    panel += 32
    b += rb
  }
}

// @ts-ignore: decorator
@inline
function tile4(K: i32, a: usize, ra: usize, ca: usize, b: usize, rb: usize, c: usize, rc: usize, add: i32): void {
  let s00 = f32x4.splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00
  const a1 = a + ra
  const a2 = a1 + ra
  const a3 = a2 + ra
  let off: usize = 0
  for (let k = 0; k < K; k++) {
    const b0 = v128.load(b)
    const b1 = v128.load(b, 16)
    let x = v128.load32_splat(a + off)
    s00 = f32x4.add(s00, f32x4.mul(x, b0))
    s01 = f32x4.add(s01, f32x4.mul(x, b1))
    x = v128.load32_splat(a1 + off)
    s10 = f32x4.add(s10, f32x4.mul(x, b0))
    s11 = f32x4.add(s11, f32x4.mul(x, b1))
    x = v128.load32_splat(a2 + off)
    s20 = f32x4.add(s20, f32x4.mul(x, b0))
    s21 = f32x4.add(s21, f32x4.mul(x, b1))
    x = v128.load32_splat(a3 + off)
    s30 = f32x4.add(s30, f32x4.mul(x, b0))
    s31 = f32x4.add(s31, f32x4.mul(x, b1))
    b += rb
    off += ca
  }
  put(c, s00, s01, add)
  put(c + rc, s10, s11, add)
  put(c + 2 * rc, s20, s21, add)
  put(c + 3 * rc, s30, s31, add)
}

// @ts-ignore: decorator
@inline
function tile1(K: i32, a: usize, ca: usize, b: usize, rb: usize, c: usize, add: i32): void {
  let s0 = f32x4.splat(0), s1 = s0
  for (let k = 0; k < K; k++) {
    const x = v128.load32_splat(a)
    s0 = f32x4.add(s0, f32x4.mul(x, v128.load(b)))
    s1 = f32x4.add(s1, f32x4.mul(x, v128.load(b, 16)))
    a += ca
    b += rb
  }
  put(c, s0, s1, add)
}

// @ts-ignore: decorator
@inline
function put(c: usize, s0: v128, s1: v128, add: i32): void {
  if (add) {
    s0 = f32x4.add(s0, v128.load(c))
    s1 = f32x4.add(s1, v128.load(c, 16))
  }
  v128.store(c, s0)
  v128.store(c, s1, 16)
}

/**
 * Rows of floats as whole numbers of ±2047 with a scale each: q[m, k] · scale[m] ≈ x[m, k]. K is a multiple of 8; rows
 * of x begin every `ldx` floats, those of q every K numbers of 16 bits.
 */
export function quantise(M: i32, K: i32, x: usize, ldx: i32, q: usize, scale: usize): void {
  const bytes = <usize>K << 2
  for (let m = 0; m < M; m++) {
    let top = f32x4.splat(1e-30), top1 = top
    for (let k: usize = 0; k < bytes; k += 32) {
      top = f32x4.pmax(top, f32x4.abs(v128.load(x + k)))
      top1 = f32x4.pmax(top1, f32x4.abs(v128.load(x + k, 16)))
    }
    top = f32x4.pmax(top, top1)
    const most = max(
      max(f32x4.extract_lane(top, 0), f32x4.extract_lane(top, 1)),
      max(f32x4.extract_lane(top, 2), f32x4.extract_lane(top, 3)),
    )
    store<f32>(scale, most / 2047)
    const by = f32x4.splat(2047 / most)
    for (let k: usize = 0; k < bytes; k += 32) {
      // Added to 1.5 · 2^23, a small number stands rounded in the lowest bits.
      const low = f32x4.add(f32x4.mul(v128.load(x + k), by), f32x4.splat(12582912))
      const high = f32x4.add(f32x4.mul(v128.load(x + k, 16), by), f32x4.splat(12582912))
      const zero = i32x4.splat(0x4b400000)
      v128.store(q, i16x8.narrow_i32x4_s(i32x4.sub(low, zero), i32x4.sub(high, zero)))
      q += 16
    }
    x += <usize>ldx << 2
    scale += 4
  }
}

/**
 * C[m, n] = bias[n] + scaleA[m] · scaleB[n] · Σ_k A[m, k] · B[k, n] over whole numbers of 16 bits, each ±2047, so that
 * sums of up to 512 fit in 32 bits. A has rows of K numbers, K a multiple of 2. B lies in panels of eight columns, and
 * in each panel two rows side by side: (k, n), (k + 1, n), (k, n + 1), … N is a multiple of 8; C has rows of `ldc` floats.
 */
export function product(
  M: i32, N: i32, K: i32, a: usize, scaleA: usize, b: usize, scaleB: usize, bias: usize, c: usize, ldc: i32,
): void {
  const ra = <usize>K << 1
  const rc = <usize>ldc << 2
  for (let n = 0; n < N; n += 8) {
    let m = 0
    let pa = a
    let pc = c
    for (; m + 4 <= M; m += 4) {
      dots4(K, pa, ra, b, scaleA + (<usize>m << 2), scaleB, bias, pc, rc)
      pa += 4 * ra
      pc += 4 * rc
    }
    for (; m < M; m++) {
      dots1(K, pa, b, scaleA + (<usize>m << 2), scaleB, bias, pc)
      pa += ra
      pc += rc
    }
    b += <usize>K << 4
    scaleB += 32
    bias += 32
    c += 32
  }
}

// @ts-ignore: decorator
@inline
function dots4(
  K: i32, a0: usize, ra: usize, b: usize, scaleA: usize, scaleB: usize, bias: usize, c: usize, rc: usize,
): void {
  let s00 = i32x4.splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00
  let a1 = a0 + ra
  let a2 = a1 + ra
  let a3 = a2 + ra
  // Not unrolled: engines keep these in registers, and more they do not.
  for (let k = 0; k < K; k += 2) {
    const b0 = v128.load(b)
    const b1 = v128.load(b, 16)
    let x = v128.load32_splat(a0)
    s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x, b0))
    s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x, b1))
    x = v128.load32_splat(a1)
    s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x, b0))
    s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x, b1))
    x = v128.load32_splat(a2)
    s20 = i32x4.add(s20, i32x4.dot_i16x8_s(x, b0))
    s21 = i32x4.add(s21, i32x4.dot_i16x8_s(x, b1))
    x = v128.load32_splat(a3)
    s30 = i32x4.add(s30, i32x4.dot_i16x8_s(x, b0))
    s31 = i32x4.add(s31, i32x4.dot_i16x8_s(x, b1))
    b += 32
    a0 += 4
    a1 += 4
    a2 += 4
    a3 += 4
  }
  scaled(s00, s01, scaleA, scaleB, bias, c)
  scaled(s10, s11, scaleA + 4, scaleB, bias, c + rc)
  scaled(s20, s21, scaleA + 8, scaleB, bias, c + 2 * rc)
  scaled(s30, s31, scaleA + 12, scaleB, bias, c + 3 * rc)
}

// @ts-ignore: decorator
@inline
function dots1(K: i32, a: usize, b: usize, scaleA: usize, scaleB: usize, bias: usize, c: usize): void {
  let s0 = i32x4.splat(0), s1 = s0
  for (let k = 0; k < K; k += 2) {
    const x = v128.load32_splat(a)
    s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, v128.load(b)))
    s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, v128.load(b, 16)))
    a += 4
    b += 32
  }
  scaled(s0, s1, scaleA, scaleB, bias, c)
}

// @ts-ignore: decorator
@inline
function scaled(s0: v128, s1: v128, scaleA: usize, scaleB: usize, bias: usize, c: usize): void {
  const row = v128.load32_splat(scaleA)
  const f0 = f32x4.mul(f32x4.convert_i32x4_s(s0), f32x4.mul(row, v128.load(scaleB)))
  const f1 = f32x4.mul(f32x4.convert_i32x4_s(s1), f32x4.mul(row, v128.load(scaleB, 16)))
  v128.store(c, f32x4.add(f0, v128.load(bias)))
  v128.store(c, f32x4.add(f1, v128.load(bias, 16)), 16)
}

/** out[c, r] = in[r, c]: rows of `ldi` and `ldo` floats. */
export function transpose(rows: i32, cols: i32, source: usize, ldi: i32, target: usize, ldo: i32): void {
  for (let r = 0; r < rows; r++) {
    let o = target + (<usize>r << 2)
    let i = source + ((<usize>r * ldi) << 2)
    for (let c = 0; c < cols; c++) {
      store<f32>(o, load<f32>(i))
      i += 4
      o += <usize>ldo << 2
    }
  }
}

/** 1 / (1 + e^−x) in four lanes, |error| < 1e-6; x is clamped to ±40. */
// @ts-ignore: decorator
@inline
function sigmoid4(x: v128): v128 {
  const one = f32x4.splat(1)
  // e^−x = 2^(k + r), the power of the fraction r by its series.
  const t = f32x4.mul(f32x4.pmax(f32x4.pmin(x, f32x4.splat(40)), f32x4.splat(-40)), f32x4.splat(-1.44269504))
  // Added to 1.5 · 2^23, a small number stands rounded in the lowest bits.
  const k = f32x4.add(t, f32x4.splat(12582912))
  const r = f32x4.sub(t, f32x4.sub(k, f32x4.splat(12582912)))
  let p = f32x4.splat(1.33335581e-3)
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(9.61812911e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.55041087e-2))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(2.40226507e-1))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(6.93147181e-1))
  p = f32x4.add(f32x4.mul(p, r), one)
  const two = i32x4.shl(i32x4.add(k, i32x4.splat(127)), 23)
  return f32x4.div(one, f32x4.add(one, f32x4.mul(p, two)))
}

/**
 * A simple recurrent unit (Lei et al. 2018, "Simple Recurrent Units for Highly Parallelizable Recurrence") over `n`
 * words in one direction: f = σ(uf + vf·c'), r = σ(ur + vr·c'), c = f·c' + (1 − f)·uz, h = r·c + (1 − r)·x.
 * `u` has z, f, r side by side, `H` floats each (biases are in them already), H a multiple of 16; f and r are written
 * back as gates. Row strides in floats: `ldu` for u, `ld` for x, c and h. `back` runs from the last word to the first.
 * Sixteen units go together, since each waits for its own last state.
 */
export function sru(
  n: i32, H: i32, u: usize, ldu: i32, x: usize, c: usize, h: usize, ld: i32, vf: usize, vr: usize, back: i32,
): void {
  const su: isize = back ? -(<isize>ldu << 2) : <isize>ldu << 2
  const s: isize = back ? -(<isize>ld << 2) : <isize>ld << 2
  if (back) {
    u += (<usize>(n - 1) * ldu) << 2
    const skip = (<usize>(n - 1) * ld) << 2
    x += skip
    c += skip
    h += skip
  }
  const gate = <usize>H << 2
  for (let lane: usize = 0; lane < gate; lane += 64) {
    let pu = u + lane, px = x + lane, pc = c + lane, ph = h + lane
    const wf = vf + lane
    const wr = vr + lane
    let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0
    for (let t = 0; t < n; t++) {
      s0 = unit(s0, pu, gate, px, pc, ph, wf, wr)
      s1 = unit(s1, pu + 16, gate, px + 16, pc + 16, ph + 16, wf + 16, wr + 16)
      s2 = unit(s2, pu + 32, gate, px + 32, pc + 32, ph + 32, wf + 32, wr + 32)
      s3 = unit(s3, pu + 48, gate, px + 48, pc + 48, ph + 48, wf + 48, wr + 48)
      pu += su
      px += s
      pc += s
      ph += s
    }
  }
}

/** One step of four units; returns their new state. */
// @ts-ignore: decorator
@inline
function unit(state: v128, u: usize, gate: usize, x: usize, c: usize, h: usize, wf: usize, wr: usize): v128 {
  const z = v128.load(u)
  const f = sigmoid4(f32x4.add(v128.load(u + gate), f32x4.mul(v128.load(wf), state)))
  const r = sigmoid4(f32x4.add(v128.load(u + 2 * gate), f32x4.mul(v128.load(wr), state)))
  v128.store(u + gate, f)
  v128.store(u + 2 * gate, r)
  const next = f32x4.add(z, f32x4.mul(f, f32x4.sub(state, z)))
  v128.store(c, next)
  const over = v128.load(x)
  v128.store(h, f32x4.add(over, f32x4.mul(r, f32x4.sub(next, over))))
  return next
}

/** The gradient of `sru`: reads u (z and gates), x, c and dh; writes du over u, adds to dx, dvf and dvr. */
export function sruGradient(
  n: i32, H: i32, u: usize, ldu: i32, x: usize, c: usize, dh: usize, dx: usize, ld: i32,
  vf: usize, vr: usize, dvf: usize, dvr: usize, back: i32,
): void {
  const one = f32x4.splat(1)
  const zero = f32x4.splat(0)
  // Runs against the direction of the forward pass.
  const su: isize = back ? <isize>ldu << 2 : -(<isize>ldu << 2)
  const s: isize = back ? <isize>ld << 2 : -(<isize>ld << 2)
  if (!back) {
    u += (<usize>(n - 1) * ldu) << 2
    const skip = (<usize>(n - 1) * ld) << 2
    x += skip
    c += skip
    dh += skip
    dx += skip
  }
  const gate = <usize>H << 2
  for (let lane: usize = 0; lane < gate; lane += 16) {
    const wf = v128.load(vf + lane)
    const wr = v128.load(vr + lane)
    let gf = v128.load(dvf + lane)
    let gr = v128.load(dvr + lane)
    let pu = u + lane, px = x + lane, pc = c + lane, pd = dh + lane, pe = dx + lane
    let next = zero
    for (let t = 0; t < n; t++) {
      const z = v128.load(pu)
      const f = v128.load(pu + gate)
      const r = v128.load(pu + 2 * gate)
      const before = t + 1 < n ? v128.load(pc + s) : zero
      const g = v128.load(pc)
      const d = v128.load(pd)
      const r1 = f32x4.sub(one, r)
      const f1 = f32x4.sub(one, f)
      v128.store(pe, f32x4.add(v128.load(pe), f32x4.mul(d, r1)))
      const pr = f32x4.mul(f32x4.mul(d, f32x4.sub(g, v128.load(px))), f32x4.mul(r, r1))
      const dc = f32x4.add(next, f32x4.mul(d, r))
      const pf = f32x4.mul(f32x4.mul(dc, f32x4.sub(before, z)), f32x4.mul(f, f1))
      gf = f32x4.add(gf, f32x4.mul(pf, before))
      gr = f32x4.add(gr, f32x4.mul(pr, before))
      next = f32x4.add(f32x4.mul(dc, f), f32x4.add(f32x4.mul(pf, wf), f32x4.mul(pr, wr)))
      v128.store(pu, f32x4.mul(dc, f1))
      v128.store(pu + gate, pf)
      v128.store(pu + 2 * gate, pr)
      pu += su
      px += s
      pc += s
      pd += s
      pe += s
    }
    v128.store(dvf + lane, gf)
    v128.store(dvr + lane, gr)
  }
}
