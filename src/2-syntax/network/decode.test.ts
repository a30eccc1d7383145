import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'

/** All trees with one root over n words, as head arrays. */
function trees(n: number): number[][] {
  let out: number[][] = [[]]
  for (let i = 0; i < n; i++)
    out = out.flatMap((heads) => Array.from({ length: n + 1 }, (_, j) => [...heads, j === n ? -1 : j]))
  return out.filter((heads) => {
    if (heads.filter((h) => h === -1).length !== 1) return false
    return heads.every((_, i) => {
      let j = i
      for (let steps = 0; j >= 0; steps++) {
        if (steps > n) return false
        j = heads[j] as number
      }
      return true
    })
  })
}

const total = (scores: Float32Array, stride: number, n: number, heads: ArrayLike<number>) =>
  Array.from(heads).reduce((sum, h, i) => sum + (scores[i * stride + (h < 0 ? n : h)] as number), 0)

describe('decode', () => {
  it('gives the tree of the highest score with a single root', () => {
    const all = [1, 2, 3, 4].map(trees)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 20, maxLength: 20 }),
        (n, given) => {
          const stride = n + 1
          const scores = Float32Array.from(given.slice(0, n * stride))
          const head = new Int32Array(n)
          decode(scores, n, stride, head)
          const best = Math.max(...(all[n - 1] as number[][]).map((t) => total(scores, stride, n, t)))
          expect(all[n - 1]).toContainEqual(Array.from(head))
          expect(total(scores, stride, n, head)).toBeCloseTo(best, 3)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('makes a tree of a long sentence full of cycles', () => {
    const n = 300
    const scores = new Float32Array(n * (n + 1))
    for (let i = 0; i < n; i++) scores[i * (n + 1) + (i % 2 ? i - 1 : i + 1)] = 5
    const head = new Int32Array(n)
    decode(scores, n, n + 1, head)
    expect(head.filter((h) => h === -1)).toHaveLength(1)
    for (let i = 0; i < n; i++) {
      let j = i
      for (let steps = 0; j >= 0; steps++) {
        expect(steps).toBeLessThan(n)
        j = head[j] as number
      }
    }
  })
})
