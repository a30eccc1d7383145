import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openDocument } from '#document'
import { type Parser, readConllu, writeConllu } from '#syntax'

/** The figures of `score/parse.mjs`, in percent: on the treebank's own tokens, and from its raw text. */
export interface Accuracy {
  readonly gold: Readonly<Record<string, number>>
  readonly raw: Readonly<Record<string, number>>
}

/** The raw text of a treebank, paragraphs apart by a blank line. */
function rawText(conllu: string): string {
  let text = ''
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newpar') || line.startsWith('# newdoc')) text = `${text.trimEnd()}\n\n`
    if (line.startsWith('# text = ')) text += `${line.slice(9)} `
  }
  return text
}

/** Scores a parser on one treebank with the project's scorer. */
export function accuracy(parser: Parser, shared: string, treebank: string): Accuracy {
  const gold = join(shared, 'gold', 'treebank', `${treebank}.conllu.gz`)
  const conllu = gunzipSync(readFileSync(gold)).toString('utf8')
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-syntax-'))
  const score = (parsed: string, flags: string[]) => {
    const file = join(folder, 'parsed.conllu')
    writeFileSync(file, parsed)
    const scorer = join(shared, 'score', 'parse.mjs')
    const out = execFileSync('node', [scorer, '--gold', gold, '--pred', file, ...flags], { encoding: 'utf8' })
    const last = out.trim().split('\n').at(-1) ?? ''
    return Object.fromEntries(
      [...last.matchAll(/(\w+)=([\d.]+)/g)].map(([, name, value]) => [name, 100 * Number(value)]),
    )
  }
  try {
    const { document, segments } = readConllu(conllu)
    return {
      gold: score(writeConllu(parser.parseSegments(document, segments), parser), []),
      raw: score(writeConllu(parser.parse(openDocument({ text: rawText(conllu) })), parser), ['--raw']),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
