import { readJsonObject } from './read-jsonl.ts'
import { type ReadHints, type Reading, refusal } from './reading.ts'

/** Reads one JSON value over any number of lines: an object with a `text`, or an array of them. */
export function* readJson(text: string, _hints: ReadHints): Generator<Reading> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    yield refusal(`is not well-formed JSON: ${error instanceof Error ? error.message.slice(0, 120) : ''}`)
    return
  }
  if (!Array.isArray(value)) yield readJsonObject(value, null)
  else if (value.length === 0) yield refusal('is an empty JSON array')
  else for (const [i, item] of value.entries()) yield readJsonObject(item, `item ${i + 1}`)
}
