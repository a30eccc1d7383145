/**
 * What a person typed, as a question to FTS5: words all of which must be there, "phrases", prefix*, -without, OR.
 * Everything is quoted, so that nothing typed can be a mistake of syntax. Null when no word is left.
 */
export function fullTextQuery(typed: string): string | null {
  const wanted: string[] = []
  const unwanted: string[] = []
  let or = false
  for (const [, minus, phrase, word] of typed.slice(0, 500).matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    if (word === 'OR') {
      or = wanted.length > 0
      continue
    }
    const term = quoteTerm(phrase ?? word ?? '')
    if (term === null) continue
    if (minus === '-') unwanted.push(term)
    else if (or) wanted.push(`(${wanted.pop()} OR ${term})`)
    else wanted.push(term)
    or = false
  }
  if (wanted.length === 0) return null
  const all = wanted.join(' AND ')
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(' OR ')})`
}

function quoteTerm(text: string): string | null {
  const words = text.match(/[\p{L}\p{N}]+/gu)
  if (!words) return null
  return `"${words.slice(0, 20).join(' ')}"${text.endsWith('*') ? '*' : ''}`
}
