import { expect, it } from 'vitest'
import { openStatementModels, writeStatementModels } from './statement-models.ts'

const table = (size: number, width: number) => ({
  size,
  width,
  unit: 0.5,
  weights: Int8Array.from({ length: size * width }, (_, i) => (i % 255) - 127),
})

it('reads what it wrote', () => {
  const models = { cue: table(8, 1), word: table(4, 4), step: table(2, 16) }
  expect(openStatementModels(writeStatementModels(models))).toEqual(models)
})

it('refuses other bytes and cut files, and says which', () => {
  const bytes = writeStatementModels({ cue: table(8, 1), word: table(4, 4), step: table(2, 16) })
  expect(() => openStatementModels(new Uint8Array(20))).toThrow('models/statements.bin')
  expect(() => openStatementModels(bytes.subarray(0, bytes.length - 1))).toThrow('"step" is cut off')
})
