import { tokensOf } from '../words/tokens.ts'

/** Weights of the columns in a tsvector (see text-vector.ts); a question without a column asks the words. */
const WEIGHTS: Readonly<Record<string, string>> = { title: 'A', words: 'B', keys: 'C' }

/**
 * A question to SQLite's FTS5, as the archive writes them, in the words of a tsquery: "phrases", prefix*, AND, OR,
 * NOT, brackets, and columns (`keys : …`, `{title words} : …`). NOT binds closest, then AND, then OR.
 */
export function matchQuery(question: string, stem: boolean): string {
  const tokens = question.match(/"[^"]*"\*?|\{[^}]*\}|[()]|:|[^\s():"{}]+/g) ?? []
  let at = 0
  const next = () => tokens[at]

  const either = (weights: string): string => chain('OR', ' | ', () => all(weights))
  const all = (weights: string): string => chain('AND', ' & ', () => except(weights))
  const except = (weights: string): string => chain('NOT', ' & !', () => one(weights))
  const chain = (word: string, joint: string, part: () => string): string => {
    const parts = [part()]
    while (next() === word) {
      at++
      parts.push(part())
    }
    return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(joint)})`
  }
  const one = (weights: string): string => {
    const token = tokens[at++] ?? ''
    if (token === '(') {
      const inner = either(weights)
      if (tokens[at++] !== ')') throw new Error(`a bracket is not closed in ${question}`)
      return inner
    }
    if (next() === ':') {
      at++
      const columns = token.replace(/[{}]/g, ' ').trim().split(/\s+/)
      return one(columns.map((column) => WEIGHTS[column] ?? '').join(''))
    }
    return phrase(token, weights)
  }
  const phrase = (token: string, weights: string): string => {
    const words = tokensOf(token, stem)
    const prefix = token.endsWith('*')
    // what holds no word finds nothing
    if (words.length === 0) return `'\u0001'`
    const written = words.map((word, i) => {
      const flags = `${prefix && i === words.length - 1 ? '*' : ''}${weights}`
      return flags === '' ? `'${word}'` : `'${word}':${flags}`
    })
    return written.length === 1 ? (written[0] ?? '') : `(${written.join(' <-> ')})`
  }
  return either('')
}
