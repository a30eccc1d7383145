// How fast the desk is in Chromium: largest contentful paint of each page, and how long after an input the page
// answers. `npm run bench:web -- --archive FILE` looks at an archive of yours; without it the demo corpus is coded.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../../test/browser/open-browser.ts'
import { PAGES } from '../../test/browser/pages.ts'
import { rapporteur, serve } from '../../test/browser/serve.ts'

const { values } = parseArgs({
  options: {
    archive: { type: 'string' },
    runs: { type: 'string', default: '3' },
    dossier: { type: 'string', default: 'iran-talks' },
    actor: { type: 'string', default: 'person/john-kerry' },
    words: { type: 'string', default: 'sanctions' },
  },
})
const runs = Number(values.runs)

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-web-'))
const archive = values.archive ?? join(folder, 'demo.sqlite')
if (values.archive === undefined) rapporteur(['demo', '--archive', archive, '--no-serve'])
const server = await serve(archive)
const browser = await openBrowser()
// a failure below must not leave the server running
process.on('exit', () => server.stop())
const stats = (await (await fetch(`${server.url}/api/stats`)).json()) as {
  readonly documents: number
  readonly events: number
}
console.log(
  `archive: ${stats.documents} documents, ${stats.events} events, ${(statSync(archive).size / 1e6).toFixed(0)} MB; ` +
    `${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; median of ${runs} runs, cold browser cache, warm server`,
)

/** Paths with the things of this archive in them. */
const pages = PAGES.map(([name, path]) => {
  if (name === 'dossier') return [name, `/dossiers/${values.dossier}`] as const
  if (name === 'actor') return [name, `/actors/${encodeURIComponent(values.actor)}`] as const
  if (name === 'search') return [name, `/search?q=${encodeURIComponent(values.words)}`] as const
  return [name, path] as const
})

/** What a reader does on a page, and what must then be seen. */
const INTERACTIONS: readonly (readonly [string, string, string, string, (page: Page) => Promise<void>])[] = [
  [
    'dossier',
    'choose a happening',
    '[data-happening]',
    '.detail .words',
    (page) => page.locator('[data-happening]').nth(3).click(),
  ],
  ['dossier', 'zoom by key', '[data-happening]', '[data-happening]', (page) => page.keyboard.press('+')],
  [
    'dossier',
    'show the table',
    '.chart-tools',
    '.table-wrap',
    (page) => page.locator('.chart-tools button').first().click(),
  ],
  ['dyads', 'look behind a bar', '.bar', '.rows .deed', (page) => page.locator('.bar').first().click()],
  [
    'map',
    'magnify',
    '.map-frame [role=button]',
    '.country-name',
    (page) => page.getByRole('button', { name: 'Magnify' }).click({ clickCount: 2 }),
  ],
  [
    'map',
    'ask a place',
    '.map-frame [role=button]',
    '.block .rows .deed',
    (page) => page.locator('.map-frame svg [role=button]').first().click(),
  ],
  ['network', 'choose an actor', '.node', '.picked-node', (page) => page.locator('.node').first().click()],
  [
    'search',
    'look at quotes',
    '.tabs button',
    '.quote',
    (page) => page.getByRole('button', { name: /^Quotes/ }).click(),
  ],
  [
    'search',
    'narrow by facet',
    '.facet-value',
    '.facet-value[aria-pressed=true]',
    (page) => page.locator('.facet-value').first().click(),
  ],
  [
    'review',
    'judge by key',
    '.review-card',
    '.review-card[aria-label*=" 2 of"]',
    (page) => page.keyboard.press('a'),
  ],
  [
    'today',
    'open a dossier',
    '.today .party',
    'h1',
    (page) => page.locator('.block a.party[href^="/dossiers/"]').first().click(),
  ],
]

console.log('\npage          LCP ms   at rest ms   script kB (gzip)   answers (bytes)')
let worst = 0
for (const [name, path] of pages) {
  const seen = []
  for (let run = 0; run < runs; run++) seen.push(await load(browser, server.url + path))
  const lcp = median(seen.map((it) => it.lcp))
  worst = Math.max(worst, lcp)
  const [first] = seen
  console.log(
    `${name.padEnd(12)} ${lcp.toFixed(0).padStart(7)} ${median(seen.map((it) => it.rest))
      .toFixed(0)
      .padStart(
        12,
      )} ${((first?.script ?? 0) / 1000).toFixed(1).padStart(18)} ${String(first?.answers ?? 0).padStart(17)}`,
  )
}
console.log(`slowest largest contentful paint: ${worst.toFixed(0)} ms (must: 1000)`)

console.log('\ninteraction                       input to paint ms   input to answer ms')
let slowest = 0
for (const [name, what, ready, answer, act] of INTERACTIONS) {
  const path = pages.find(([it]) => it === name)?.[1] ?? '/'
  const seen = []
  for (let run = 0; run < runs; run++)
    seen.push(await interact(browser, server.url + path, ready, answer, act))
  const paint = median(seen.map((it) => it.paint))
  slowest = Math.max(slowest, paint)
  console.log(
    `${`${name}: ${what}`.padEnd(32)} ${paint.toFixed(0).padStart(18)} ${median(seen.map((it) => it.answer))
      .toFixed(0)
      .padStart(20)}`,
  )
}
console.log(`slowest input to paint: ${slowest.toFixed(0)} ms (must: 100)`)
await browser.close()
server.stop()
rmSync(folder, { recursive: true, force: true })

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

async function load(from: Browser, url: string) {
  const context = await from.newContext({ viewport: { width: 1360, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript(watch)
  const sizes: Promise<number>[] = []
  let answers = 0
  page.on('response', (response) => {
    const at = new URL(response.url()).pathname
    if (at.endsWith('.js') && !at.includes('worker-'))
      sizes.push(response.body().then((body) => gzipSync(body).length))
    if (at.startsWith('/api/'))
      response.body().then(
        (body) => {
          answers += body.length
        },
        () => undefined,
      )
  })
  const began = performance.now()
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  // network idle is half a second of quiet
  const rest = performance.now() - began - 500
  const lcp = await page.evaluate(() => (globalThis as unknown as { seen: { lcp: number } }).seen.lcp)
  const script = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await context.close()
  return { lcp, rest, script, answers }
}

async function interact(
  from: Browser,
  url: string,
  ready: string,
  answer: string,
  act: (page: Page) => Promise<void>,
) {
  const context = await from.newContext({ viewport: { width: 1360, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript(watch)
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  await page.waitForSelector(ready)
  await page
    .locator(ready)
    .first()
    .focus()
    .catch(() => undefined)
  await page.evaluate(() => {
    const seen = globalThis as unknown as { seen: { paint: number }; inputAt: number }
    seen.seen.paint = 0
    for (const type of ['pointerdown', 'keydown'])
      addEventListener(
        type,
        (event) => {
          seen.inputAt = event.timeStamp
        },
        { capture: true, once: true },
      )
  })
  await act(page)
  await page.waitForSelector(answer)
  const answered = await page.evaluate(
    () => performance.now() - (globalThis as unknown as { inputAt: number }).inputAt,
  )
  await page.waitForTimeout(300)
  const paint = await page.evaluate(() => (globalThis as unknown as { seen: { paint: number } }).seen.paint)
  await context.close()
  return { paint, answer: answered }
}

/** Notes paints and inputs from the first moment of a page on. */
function watch(): void {
  const seen = { lcp: 0, paint: 0 }
  Object.assign(globalThis, { seen })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.lcp = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.paint = Math.max(seen.paint, entry.duration)
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
}
