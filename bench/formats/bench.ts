/** Reads every sample file of the formats; prints what was found and how well the main text of pages was. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { scorePages } from './html.ts'

const { values } = parseArgs({ options: { shared: { type: 'string' }, pages: { type: 'boolean' } } })
const shared = values.shared ?? process.env.RAPPORTEUR_SHARED ?? '../shared'
const samples = join(shared, 'samples')
if (!existsSync(samples)) {
  console.error(`bench:formats: no samples at ${samples}: name the folder with --shared DIR`)
  process.exit(2)
}

const pages = scorePages(join(samples, 'html/news'))
const percent = (share: number) => (share * 100).toFixed(1).padStart(6)
for (const { name, f1, precision, recall, title, date } of pages)
  console.log(
    `${percent(f1)} P${percent(precision)} R${percent(recall)} ${title ? 'title' : '     '} ${date ? 'date' : '    '} ${name}`,
  )
const mean = (of: (page: (typeof pages)[number]) => number) =>
  pages.reduce((sum, page) => sum + of(page), 0) / pages.length
console.log(
  `HTML: pages=${pages.length} f1=${percent(mean((it) => it.f1))} title=${percent(mean((it) => Number(it.title)))} date=${percent(mean((it) => Number(it.date)))}`,
)
