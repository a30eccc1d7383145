import { readJsonObject } from './read-jsonl.ts'
import { isNinjs } from './read-ninjs.ts'
import { type ReadHints, type Reading, refusal } from './reading.ts'

type Json = { readonly [key: string]: unknown }

/** Where answers of news APIs keep their items. */
const LISTS = ['item', 'items', 'articles', 'documents', 'results', 'data']

/** Reads one JSON value over any number of lines: our own objects or ninjs items, alone, in an array or in a message. */
export function* readJson(text: string, _hints: ReadHints): Generator<Reading> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    yield refusal(`is not well-formed JSON: ${error instanceof Error ? error.message.slice(0, 120) : ''}`)
    return
  }
  const items = itemsOf(value, 0)
  if (items.length === 0) yield refusal('is JSON without a document')
  for (const [i, item] of items.entries())
    yield readJsonObject(item, items.length > 1 ? `item ${i + 1}` : null)
}

function itemsOf(value: unknown, depth: number): readonly unknown[] {
  if (Array.isArray(value))
    return value.flatMap((item) => (isObject(item) && isObject(item.item) ? [item.item] : [item]))
  if (!isObject(value) || 'text' in value || isNinjs(value) || depth > 3) return [value]
  for (const name of LISTS) {
    const inner = value[name]
    if (Array.isArray(inner) || isObject(inner)) return itemsOf(inner, depth + 1)
  }
  return [value]
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
