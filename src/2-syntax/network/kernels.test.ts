import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KERNEL_CODE } from './kernel-code.ts'
import { openKernels } from './kernels.ts'

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))

describe('kernels', () => {
  it('multiply matrices of any height and depth, transposed or not, adding or not', () => {
    const k = openKernels(20_000)
    const size = fc.integer({ min: 1, max: 19 })
    const [a, b, c] = [k.reserve(400), k.reserve(1000), k.reserve(1000)]
    fc.assert(
      fc.property(
        size,
        size,
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        fc.boolean(),
        (m, depth, eights, turned, add) => {
          const n = eights * 8
          const [row, column] = turned ? [1, m] : [depth, 1]
          for (let i = 0; i < m * depth; i++) k.floats[a + i] = (i % 7) - 3
          for (let i = 0; i < depth * n; i++) k.floats[b + i] = (i % 5) - 2
          for (let i = 0; i < m * n; i++) k.floats[c + i] = i
          k.gemm(m, n, depth, a * 4, row, column, b * 4, n, c * 4, n, add ? 1 : 0)
          for (let i = 0; i < m; i++)
            for (let j = 0; j < n; j++) {
              let sum = add ? i * n + j : 0
              for (let d = 0; d < depth; d++)
                sum += (k.floats[a + i * row + d * column] as number) * (k.floats[b + d * n + j] as number)
              expect(k.floats[c + i * n + j]).toBe(sum)
            }
        },
      ),
    )
  })

  it('multiply rounded rows within the rounding, of any height', () => {
    const k = openKernels(20_000)
    const [depth, n] = [24, 16]
    const [x, q, scaleA] = [k.reserve(9 * depth), k.reserve((9 * depth) / 2), k.reserve(9)]
    const [b, scaleB, bias, out] = [k.reserve((depth * n) / 2), k.reserve(n), k.reserve(n), k.reserve(9 * n)]
    const weight = (row: number, column: number) => ((row * 7 + column * 13) % 4095) - 2047
    for (let c = 0; c < n; c++) {
      k.floats[scaleB + c] = 0.001 * (c + 1)
      k.floats[bias + c] = c - 5
      for (let r = 0; r < depth; r++) {
        // Panels of eight columns, rows in pairs.
        const panel = Math.floor(c / 8) * depth * 8
        k.numbers[b * 2 + panel + Math.floor(r / 2) * 16 + (c % 8) * 2 + (r % 2)] = weight(r, c)
      }
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 1e6 }), (m, seed) => {
        for (let i = 0; i < m * depth; i++) k.floats[x + i] = Math.sin(seed + i) * (i < depth ? 0 : 3)
        k.quantise(m, depth, x * 4, depth, q * 4, scaleA * 4)
        k.product(m, n, depth, q * 4, scaleA * 4, b * 4, scaleB * 4, bias * 4, out * 4, n)
        for (let r = 0; r < m; r++)
          for (let c = 0; c < n; c++) {
            let [sum, size] = [0, 0]
            for (let d = 0; d < depth; d++) {
              sum += (k.floats[x + r * depth + d] as number) * weight(d, c) * 0.001 * (c + 1)
              size += Math.abs(weight(d, c)) * 0.001 * (c + 1)
            }
            // Each number is rounded by no more than half of 3 / 2047.
            expect(Math.abs((k.floats[out + r * n + c] as number) - (sum + c - 5))).toBeLessThan(
              (size * 1.6) / 2047 + 1e-3,
            )
          }
      }),
      { numRuns: 50 },
    )
  })

  it('run the recurrent unit as its equations say, in both directions', () => {
    const [n, width] = [5, 16]
    const k = openKernels(4000)
    const [u, x, c, h, vf, vr] = [n * 3 * width, n * width, n * width, n * width, width, width].map((size) =>
      k.reserve(size),
    ) as [number, number, number, number, number, number]
    for (const back of [0, 1]) {
      const U = Array.from({ length: n * 3 * width }, (_, i) => 3 * Math.sin(i + 1))
      const X = Array.from({ length: n * width }, (_, i) => Math.cos(i))
      const V = Array.from({ length: 2 * width }, (_, i) => Math.sin(2 * i))
      k.floats.set(U, u)
      k.floats.set(X, x)
      k.floats.set(V.slice(0, width), vf)
      k.floats.set(V.slice(width), vr)
      k.sru(n, width, u * 4, 3 * width, x * 4, c * 4, h * 4, width, vf * 4, vr * 4, back)
      for (let lane = 0; lane < width; lane++) {
        let cell = 0
        for (let step = 0; step < n; step++) {
          const t = back ? n - 1 - step : step
          const at = (part: number) => U[(t * 3 + part) * width + lane] as number
          const f = sigmoid(at(1) + (V[lane] as number) * cell)
          const r = sigmoid(at(2) + (V[width + lane] as number) * cell)
          cell = f * cell + (1 - f) * at(0)
          const out = r * cell + (1 - r) * (X[t * width + lane] as number)
          expect(k.floats[h + t * width + lane]).toBeCloseTo(out, 4)
        }
      }
    }
  })

  it('are what their source compiles to', () => {
    const out = join(tmpdir(), `kernels-${process.pid}.ts`)
    try {
      execFileSync(process.execPath, ['scripts/kernels.mjs', out])
      expect(readFileSync(out, 'utf8')).toContain(KERNEL_CODE)
    } finally {
      rmSync(out, { force: true })
    }
  }, 180_000)
})
