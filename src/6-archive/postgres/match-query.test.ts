import { describe, expect, it } from 'vitest'
import { matchQuery } from './match-query.ts'

describe('matchQuery', () => {
  it.each([
    ['keys : _12', "'_12':C"],
    ['keys : (_1 OR _2) AND words : ("peace talks")', "(('_1':C | '_2':C) & ('peac':B <-> 'talk':B))"],
    ['{title words} : ("café"*)', "'cafe':*AB"],
    ['words : (("a" AND "b") NOT ("c" OR "d"))', "(('a':B & 'b':B) & !('c':B | 'd':B))"],
    ['"don\'t"', "('don' <-> 't')"],
    ['"…"', "'\u0001'"],
  ])('%s', (question, query) => expect(matchQuery(question, true)).toBe(query))

  it('leaves names as they are written', () =>
    expect(matchQuery('"Rouhani"* AND "Nations"', false)).toBe("('rouhani':* & 'nations')"))
  it('refuses a bracket that is not closed', () =>
    expect(() => matchQuery('keys : (_1', true)).toThrow(/not closed/))
})
