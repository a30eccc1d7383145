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

  it('run the recurrent unit as its equations say, in both directions', () => {
    const [n, width] = [5, 4]
    const k = openKernels(2000)
    const [u, x, c, h, vf, vr] = [60, 20, 20, 20, 4, 4].map((size) => k.reserve(size)) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    for (const back of [0, 1]) {
      const U = Array.from({ length: 60 }, (_, i) => Math.sin(i + 1))
      const X = Array.from({ length: 20 }, (_, i) => Math.cos(i))
      k.floats.set(U, u)
      k.floats.set(X, x)
      k.floats.set([0.1, -0.2, 0.3, 0.5], vf)
      k.floats.set([-0.4, 0.2, 0.1, 0.7], vr)
      k.sru(n, width, u * 4, 12, x * 4, c * 4, h * 4, 4, vf * 4, vr * 4, back)
      for (let lane = 0; lane < width; lane++) {
        let cell = 0
        for (let step = 0; step < n; step++) {
          const t = back ? n - 1 - step : step
          const at = (part: number) => U[t * 12 + part * 4 + lane] as number
          const f = sigmoid(at(1) + (k.floats[vf + lane] as number) * cell)
          const r = sigmoid(at(2) + (k.floats[vr + lane] as number) * cell)
          cell = f * cell + (1 - f) * at(0)
          const out = r * Math.tanh(cell) + (1 - r) * (X[t * 4 + lane] as number)
          expect(k.floats[h + t * 4 + lane]).toBeCloseTo(out, 5)
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
  }, 60_000)
})
