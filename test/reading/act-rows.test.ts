import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openDocument } from '#document'
import { ACT_ROWS, openActPatterns } from '#lexicon'
import { openParser } from '#syntax'
import { readPair } from '../../src/4-acts/events/relate.ts'
import { unmark } from './unmark.ts'

// The rows' own sentences are their tests: each must be read by its row with the marked parties, each counter-example not.
const parser = openParser(new Uint8Array(readFileSync('models/syntax.bin')))
const patterns = openActPatterns()
const noVectors = { dimensions: 1, rowOf: () => -1, table: new Int8Array(0), bytes: new Uint8Array(0) }

const read = (marked: string, reciprocal: boolean) => {
  const { text, actor, recipient } = unmark(marked, reciprocal)
  const syntax = parser.parse(openDocument({ text }))
  return readPair(syntax, patterns, noVectors, actor, recipient).proposals
}

describe('rows read their sentences', () => {
  const cases = ACT_ROWS.flatMap((row) => (row.reads ?? []).map((marked) => [row.id, marked, row] as const))
  it.each(cases)('%s: %s', (id, marked, row) => {
    const reciprocal = row.frame.includes('&')
    const own = read(marked, reciprocal).filter(({ compiled }) => compiled.row.id === id)
    expect(own.length).toBeGreaterThan(0)
    const parties = own.flatMap(({ actors, recipients }) => [...actors, ...recipients])
    expect(new Set(parties).size).toBe(/[{]/.test(marked) || /\].*\[/.test(marked) ? 2 : 1)
  })
})

describe('rows ignore their counter-examples', () => {
  const cases = ACT_ROWS.flatMap((row) => (row.ignores ?? []).map((text) => [row.id, text] as const))
  it.each(cases)('%s: %s', (id, text) => {
    const syntax = parser.parse(openDocument({ text }))
    const { proposals } = readPair(syntax, patterns, noVectors, null, null)
    expect(proposals.filter(({ compiled }) => compiled.row.id === id)).toEqual([])
  })
})
