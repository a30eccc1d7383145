import { describe, expect, it } from 'vitest'
import { INTENSITY } from '../plover.ts'
import { ACT_ROWS, openActPatterns } from './index.ts'

describe('act rows', () => {
  it('have names of their own', () => {
    expect(new Set(ACT_ROWS.map(({ id }) => id)).size).toBe(ACT_ROWS.length)
  })

  it.each(ACT_ROWS.map((row) => [row.id, row] as const))(
    '%s: a mode that its type has, and a trigger',
    (_, row) => {
      if (row.mode) expect(Object.keys(INTENSITY[row.type].modes)).toContain(row.mode)
      expect([row.verbs, row.nouns, row.adjectives].some(Boolean)).toBe(true)
    },
  )

  it('are found by their lemmas', () => {
    const patterns = openActPatterns()
    const ids = (lemma: string) => patterns.verbs.get(lemma)?.map(({ row }) => row.id)
    expect(ids('condemn')).toContain('accuse.condemn')
    expect(ids('call_off')).toContain('reject.cancel')
    expect(ids('call')).not.toContain('reject.cancel')
  })
})
