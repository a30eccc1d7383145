import { expect, it } from 'vitest'
import { calibrated } from './calibrate.ts'

it.each([
  [0, 0],
  [0.5, 0.4],
  [0.75, 0.7],
  [1, 0.96],
  [1.2, 0.96],
])('belief %d is confidence %d', (belief, confidence) =>
  expect(calibrated(belief)).toBeCloseTo(confidence, 3),
)

it('never falls', () => {
  const all = Array.from({ length: 101 }, (_, i) => calibrated(i / 100))
  expect(all).toEqual([...all].sort((a, b) => a - b))
})
