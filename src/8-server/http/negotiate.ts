import { Refusal } from '../refusal.ts'

export type Format = 'json' | 'jsonl' | 'csv'

/** Media types of each format, the one that is sent first. */
export const MEDIA_TYPES: { readonly [F in Format]: readonly [string, ...string[]] } = {
  json: ['application/json', 'text/json'],
  jsonl: ['application/jsonl', 'application/x-ndjson', 'application/x-jsonlines', 'application/ndjson'],
  csv: ['text/csv'],
}

interface Wish {
  readonly type: string
  readonly weight: number
}

/** The format of an answer: what `Accept` wishes most among those that there are; JSON where it does not care. */
export function negotiate(accept: string | undefined, offered: readonly Format[]): Format {
  if (accept === undefined || accept.trim() === '') return 'json'
  const wishes = accept.slice(0, 1000).split(',').map(toWish)
  const weigh = (format: Format) => Math.max(...MEDIA_TYPES[format].map((type) => weightOf(wishes, type)))
  const [best] = offered
    .map((format) => ({ format, weight: weigh(format) }))
    .sort((a, b) => b.weight - a.weight)
  if (best && best.weight > 0) return best.format
  const types = offered.map((format) => MEDIA_TYPES[format][0]).join(', ')
  throw new Refusal(406, `this is answered in ${types}, not in ${JSON.stringify(accept.slice(0, 80))}`)
}

function toWish(part: string): Wish {
  const [type = '', ...parameters] = part.split(';').map((it) => it.trim().toLowerCase())
  const q = parameters.find((it) => it.startsWith('q='))
  const weight = q === undefined ? 1 : Number(q.slice(2))
  return { type, weight: weight >= 0 && weight <= 1 ? weight : 0 }
}

/** The weight of the most specific wish that covers a type. */
function weightOf(wishes: readonly Wish[], type: string): number {
  const [main = ''] = type.split('/')
  for (const range of [type, `${main}/*`, '*/*']) {
    const wish = wishes.find((it) => it.type === range)
    if (wish) return wish.weight
  }
  return 0
}
