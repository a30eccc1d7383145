import { describe, expect, it } from 'vitest'
import { snippetOf, termsOf } from './snippet.ts'

const marked = (text: string, query: string) => {
  const snippet = snippetOf(text, termsOf(query))
  return { ...snippet, marks: snippet.marks.map(([a, b]) => snippet.text.slice(a, b)) }
}

describe('snippetOf', () => {
  it.each([
    ['The talks were held in a café.', '"talk" AND "cafe"', ['talks', 'café']],
    ['Peace talks, then talks of peace.', '"peace talks"', ['Peace talks']],
    ['They shelled a shelter.', '"shel"*', ['shelled', 'shelter']],
    ['Oil and gas.', '("oil") NOT ("gas")', ['Oil']],
    ['Nothing of the sort.', '"talks"', []],
    ['', '"talks"', []],
  ])('%s · %s', (text, query, marks) => {
    const found = marked(text, query)
    expect(found.marks).toEqual(marks)
    expect(found.text).toBe(text)
  })

  it('shows the words around the match of a long text', () => {
    const text = `${'word '.repeat(500)}the embassy was closed ${'word '.repeat(500)}`
    const found = marked(text, '"embassy"')
    expect(found.marks).toEqual(['embassy'])
    expect(found.text.startsWith('…')).toBe(true)
    expect(found.text.split(/\s+/).length).toBeLessThanOrEqual(34)
  })
})
