// AssemblyScript, compiled to WebAssembly with SIMD by scripts/kernels.mjs. All pointers are byte offsets, all strides
// count floats. No allocation: the caller lays out the memory.

/**
 * C[m, n] (+)= Σ_k A[m, k] · B[k, n]. A has any strides (so it may be read transposed); B and C have rows of `ldb` and
 * `ldc` floats; `N` is a multiple of 8.
 */
export function gemm(
  M: i32, N: i32, K: i32,
  a: usize, rowA: i32, colA: i32,
  b: usize, ldb: i32,
  c: usize, ldc: i32,
  add: i32,
): void {
  const ra = <usize>rowA << 2
  const ca = <usize>colA << 2
  const rb = <usize>ldb << 2
  const rc = <usize>ldc << 2
  let m = 0
  for (; m + 4 <= M; m += 4) {
    const a0 = a + <usize>m * ra
    const c0 = c + <usize>m * rc
    for (let n = 0; n < N; n += 8) tile4(K, a0, ra, ca, b + (<usize>n << 2), rb, c0 + (<usize>n << 2), rc, add)
  }
  for (; m < M; m++) {
    const a0 = a + <usize>m * ra
    const c0 = c + <usize>m * rc
    for (let n = 0; n < N; n += 8) tile1(K, a0, ca, b + (<usize>n << 2), rb, c0 + (<usize>n << 2), add)
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

/** e^x in four lanes, |error| < 2e-7 relative, x clamped to ±80 (Cephes' polynomial). */
// @ts-ignore: decorator
@inline
function exp4(x: v128): v128 {
  x = f32x4.max(f32x4.min(x, f32x4.splat(80)), f32x4.splat(-80))
  const k = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504)))
  let r = f32x4.sub(x, f32x4.mul(k, f32x4.splat(0.693359375)))
  r = f32x4.add(r, f32x4.mul(k, f32x4.splat(2.12194440e-4)))
  let p = f32x4.splat(1.9875691500e-4)
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1))
  p = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), f32x4.splat(1))
  const two = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(k), i32x4.splat(127)), 23)
  return f32x4.mul(p, two)
}

// @ts-ignore: decorator
@inline
function sigmoid4(x: v128): v128 {
  const one = f32x4.splat(1)
  return f32x4.div(one, f32x4.add(one, exp4(f32x4.neg(x))))
}

// @ts-ignore: decorator
@inline
function tanh4(x: v128): v128 {
  const two = f32x4.splat(2)
  return f32x4.sub(f32x4.mul(two, sigmoid4(f32x4.mul(two, x))), f32x4.splat(1))
}

/**
 * A simple recurrent unit (Lei et al. 2018, "Simple Recurrent Units for Highly Parallelizable Recurrence") over `n`
 * words in one direction: f = σ(uf + vf·c'), r = σ(ur + vr·c'), c = f·c' + (1 − f)·uz, h = r·tanh(c) + (1 − r)·x.
 * `u` has z, f, r side by side, `H` floats each (biases are in them already); f and r are written back as gates.
 * Row strides in floats: `ldu` for u, `ld` for x, c and h. `back` runs from the last word to the first.
 */
export function sru(
  n: i32, H: i32, u: usize, ldu: i32, x: usize, c: usize, h: usize, ld: i32, vf: usize, vr: usize, back: i32,
): void {
  const one = f32x4.splat(1)
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
  for (let lane: usize = 0; lane < gate; lane += 16) {
    const wf = v128.load(vf + lane)
    const wr = v128.load(vr + lane)
    let pu = u + lane, px = x + lane, pc = c + lane, ph = h + lane
    let state = f32x4.splat(0)
    for (let t = 0; t < n; t++) {
      const z = v128.load(pu)
      const f = sigmoid4(f32x4.add(v128.load(pu + gate), f32x4.mul(wf, state)))
      const r = sigmoid4(f32x4.add(v128.load(pu + 2 * gate), f32x4.mul(wr, state)))
      v128.store(pu + gate, f)
      v128.store(pu + 2 * gate, r)
      state = f32x4.add(f32x4.mul(f, state), f32x4.mul(f32x4.sub(one, f), z))
      v128.store(pc, state)
      v128.store(ph, f32x4.add(f32x4.mul(r, tanh4(state)), f32x4.mul(f32x4.sub(one, r), v128.load(px))))
      pu += su
      px += s
      pc += s
      ph += s
    }
  }
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
      const g = tanh4(v128.load(pc))
      const d = v128.load(pd)
      const r1 = f32x4.sub(one, r)
      const f1 = f32x4.sub(one, f)
      v128.store(pe, f32x4.add(v128.load(pe), f32x4.mul(d, r1)))
      const pr = f32x4.mul(f32x4.mul(d, f32x4.sub(g, v128.load(px))), f32x4.mul(r, r1))
      const dc = f32x4.add(next, f32x4.mul(f32x4.mul(d, r), f32x4.sub(one, f32x4.mul(g, g))))
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
