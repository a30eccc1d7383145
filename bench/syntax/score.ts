// Scores models/syntax.bin with the project's scorer: gold tokens and raw text.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openDocument } from '#document'
import { openParser, readConllu, writeConllu } from '#syntax'
import { sharedFolder } from '../corpus.ts'

const shared = sharedFolder()
const parser = openParser(new Uint8Array(readFileSync('models/syntax.bin')))
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-syntax-'))

/** The raw text of a treebank, paragraphs apart by a blank line. */
function rawText(conllu: string): string {
  let text = ''
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newpar') || line.startsWith('# newdoc')) text = `${text.trimEnd()}\n\n`
    if (line.startsWith('# text = ')) text += `${line.slice(9)} `
  }
  return text
}

for (const name of ['en_ewt-dev', 'en_gum-dev']) {
  const gold = join(shared, 'gold', 'treebank', `${name}.conllu.gz`)
  const conllu = gunzipSync(readFileSync(gold)).toString('utf8')
  const { document, segments } = readConllu(conllu)
  const score = (pred: string, flags: string[]) => {
    const file = join(folder, 'pred.conllu')
    writeFileSync(file, pred)
    const out = execFileSync(
      'node',
      [join(shared, 'score', 'parse.mjs'), '--gold', gold, '--pred', file, ...flags],
      { encoding: 'utf8' },
    )
    console.log(name, flags.join(' ') || 'gold tokens', out.trim().split('\n').at(-1))
  }
  score(writeConllu(parser.parseSegments(document, segments), parser), [])
  score(writeConllu(parser.parse(openDocument({ text: rawText(conllu) })), parser), ['--raw'])
}
