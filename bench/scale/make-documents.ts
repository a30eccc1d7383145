import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shiftDay } from '#archive'

/** Countries that stand in for each other; each as a noun, a people's adjective and a capital. */
const COUNTRIES = [
  ['Russia', 'Russian', 'Moscow'],
  ['China', 'Chinese', 'Beijing'],
  ['Turkey', 'Turkish', 'Ankara'],
  ['Japan', 'Japanese', 'Tokyo'],
  ['India', 'Indian', 'New Delhi'],
  ['Poland', 'Polish', 'Warsaw'],
  ['Egypt', 'Egyptian', 'Cairo'],
  ['Norway', 'Norwegian', 'Oslo'],
  ['Mexico', 'Mexican', 'Mexico City'],
  ['Kenya', 'Kenyan', 'Nairobi'],
  ['Spain', 'Spanish', 'Madrid'],
] as const

interface Dispatch {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly published: string
  readonly source: string
}

/** The dispatches of the demo corpus, an archive's worth of them: each further copy with other countries on other days. */
export function* makeDocuments(count: number): Generator<Dispatch, void, undefined> {
  const dispatches = demoDispatches()
  for (let i = 0; i < count; i++) {
    const dispatch = dispatches[i % dispatches.length]
    if (!dispatch) return
    const round = Math.floor(i / dispatches.length)
    const put = (text: string) => rename(text, round)
    yield {
      id: `${dispatch.id}#${round}`,
      title: put(dispatch.title),
      text: `${put(dispatch.text)}\n\nReport ${round} of this desk.`,
      published: shiftDay(dispatch.published.slice(0, 10), round * 3),
      source: dispatch.source,
    }
  }
}

const OPEN = '\u0001'
const CLOSE = '\u0002'

function rename(text: string, round: number): string {
  if (round === 0) return text
  let renamed = text
  COUNTRIES.forEach((names, i) => {
    const other = COUNTRIES[(i + round) % COUNTRIES.length] ?? names
    // by way of a mark, so that no name is put in twice
    names.forEach((name, k) => {
      renamed = renamed.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `${OPEN}${other[k]}${CLOSE}`)
    })
  })
  return renamed.replaceAll(OPEN, '').replaceAll(CLOSE, '')
}

function demoDispatches(): Dispatch[] {
  const folder = join(import.meta.dirname, '..', '..', 'demo', 'corpus')
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Dispatch)
}
