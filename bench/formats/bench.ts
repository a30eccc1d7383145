/**
 * Reads every sample file of every format, prints what was found and where it differs from what is expected
 * (expected.jsonl), then scores the main text of web pages.
 * Needs the development data: `--shared DIR`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { openDocument, type Reading, readSources } from '#document'
import { differences, readExpected } from './expected.ts'
import { scorePages, scoreReadability } from './html.ts'

const { values } = parseArgs({ options: { shared: { type: 'string' } } })
const shared = values.shared ?? process.env.RAPPORTEUR_SHARED ?? '../shared'
const samples = join(shared, 'samples')
if (!existsSync(samples)) {
  console.error(`bench:formats: no samples at ${samples}: name the folder with --shared DIR`)
  process.exit(2)
}

printFiles()
printPages()

function printFiles() {
  let bytes = 0
  let milliseconds = 0
  const cpu = process.cpuUsage()
  const all = readExpected()
  const total = { files: 0, right: 0 }
  for (const folder of ['feeds', 'newsml', 'exports', 'warc']) {
    const counts = { files: 0, read: 0, refused: 0, documents: 0, right: 0 }
    for (const file of filesIn(join(samples, folder))) {
      const content = unpacked(readFileSync(file))
      const began = performance.now()
      const items = [...readSources(content, { name: file.replace(/\.gz$/, '') })]
      milliseconds += performance.now() - began
      bytes += content.length
      const name = relative(samples, file)
      printFile(name, items)
      const expected = all.get(name)
      const wrong = expected ? differences(expected, items) : ['nothing is expected of it']
      for (const line of wrong) console.log(`  DIFFERS: ${line}`)
      if (wrong.length === 0) counts.right++
      const found = items.flatMap((item) => (item.kind === 'source' ? [item.source] : []))
      counts.files++
      if (found.length > 0) counts.read++
      else counts.refused++
      counts.documents += found.length
    }
    total.files += counts.files
    total.right += counts.right
    console.log(
      `FORMATS ${folder}: ${Object.entries(counts)
        .map(([name, count]) => `${name}=${count}`)
        .join(' ')}\n`,
    )
  }
  const { user, system } = process.cpuUsage(cpu)
  const rate = (ms: number) => ((bytes / 1e6 / ms) * 1000).toFixed(1)
  console.log(
    `READ: ${(bytes / 1e6).toFixed(1)} MB at ${rate((user + system) / 1000)} MB per CPU second, ${rate(milliseconds)} MB per second`,
  )
  console.log(`EXPECTED: files=${total.files} right=${total.right}\n`)
}

function printFile(name: string, items: readonly Reading[]) {
  const first = items.find((item) => item.kind === 'source')
  const refused = items.filter((item) => item.kind === 'refusal')
  const found = items.length - refused.length
  const document = first?.kind === 'source' ? openDocument(first.source) : null
  const title = document?.title ? JSON.stringify(document.title.slice(0, 50)) : '-'
  console.log(
    document
      ? `${name}: ${found} read, ${refused.length} refused; ${document.published ?? '-'} ${title} ${document.text.length}`
      : `${name}: refused: ${refused[0]?.kind === 'refusal' ? refused[0].reason : ''}`,
  )
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/README|^expected/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function unpacked(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes)
}

function printPages() {
  const pages = scorePages(join(samples, 'html/news'))
  const percent = (share: number) => (share * 100).toFixed(1)
  for (const { name, f1, precision, recall, title, date } of pages)
    console.log(
      `${name}: F1 ${percent(f1)} precision ${percent(precision)} recall ${percent(recall)}${title ? '' : ', title differs'}${date ? '' : ', date differs'}`,
    )
  const mean = (of: (page: (typeof pages)[number]) => number) =>
    percent(pages.reduce((sum, page) => sum + of(page), 0) / pages.length)
  const others = scoreReadability(join(samples, 'html/readability'))
  for (const { name, f1, precision, recall, title } of others)
    console.log(
      `${name}: F1 ${percent(f1)} precision ${percent(precision)} recall ${percent(recall)}${title ? '' : ', title differs'}`,
    )
  const share = (of: (page: (typeof others)[number]) => number) =>
    percent(others.reduce((sum, page) => sum + of(page), 0) / others.length)
  console.log(
    `READABILITY: pages=${others.length} f1=${share((it) => it.f1)} title=${share((it) => Number(it.title))}`,
  )
  console.log(
    `HTML: pages=${pages.length} f1=${mean((it) => it.f1)} title=${mean((it) => Number(it.title))} date=${mean((it) => Number(it.date))}`,
  )
}
