import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import { openDocument, type Source } from '#document'
import { openParser, type Syntax } from '#syntax'

const CACHE = new URL('../../node_modules/.cache/rapporteur/', import.meta.url)
const WEIGHTS = new URL('../../models/syntax.bin', import.meta.url)

/**
 * Parses texts in order. The trees are kept under `node_modules/.cache` and taken from there while the parser's code
 * and weights and the texts stay the same.
 */
export function parseAll(sources: readonly Source[]): readonly Syntax[] {
  const weights = readFileSync(WEIGHTS)
  const key = createHash('sha256').update(weights).update(codeOf()).update(JSON.stringify(sources))
  const file = new URL(`trees-${key.digest('hex').slice(0, 24)}`, CACHE)
  try {
    return deserialize(readFileSync(file)) as readonly Syntax[]
  } catch {
    const parser = openParser(new Uint8Array(weights))
    const out = sources.map((source, i) => {
      if (i % 200 === 199) console.error(`${i + 1} of ${sources.length} documents parsed`)
      return parser.parse(openDocument(source))
    })
    mkdirSync(CACHE, { recursive: true })
    const part = new URL(`${file.href}.${process.pid}`)
    writeFileSync(part, serialize(out))
    renameSync(part, file)
    return out
  }
}

/** The parts of the code that decide where words and sentences lie and stand apart from the weights. */
function codeOf(): string {
  const files = [
    '1-document/find-paragraphs',
    '2-syntax/tokenize',
    '2-syntax/segment',
    '2-syntax/network/decode',
  ]
  return files
    .map((name) => readFileSync(new URL(`../../src/${name}.ts`, import.meta.url), 'utf8'))
    .join('\n')
}
