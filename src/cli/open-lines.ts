import { decodeBytes, type ReadHints, readJsonLine } from '#document'
import type { Inputs } from './input-options.ts'
import { type ByteLine, splitLines } from './split-lines.ts'
import { type Input, type Refused, refuse } from './work.ts'

/** So many bad lines without a good one, and the file is no JSON Lines at all. */
const PATIENCE = 20

/** JSON Lines are read while they arrive, however many. */
export async function* openLines(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  hints: ReadHints,
  maxBytes: number,
): Inputs {
  let good = false
  const bad: Refused[] = []
  for await (const line of splitLines(chunks, maxBytes)) {
    const item = openLine(name, line, hints, maxBytes)
    if (item === null) continue
    if (item.kind === 'refused' && !good) {
      bad.push(item)
      if (bad.length < PATIENCE) continue
      yield refuse(
        name,
        null,
        `is not JSON Lines: none of its first ${PATIENCE} lines is; ${bad[0]?.place}: ${bad[0]?.reason}`,
      )
      return
    }
    good = true
    yield* bad.splice(0)
    yield item
  }
  yield* bad
  if (!good && bad.length === 0) yield refuse(name, null, 'is empty')
}

function openLine(
  name: string,
  { number, bytes }: ByteLine,
  hints: ReadHints,
  maxBytes: number,
): Input | Refused | null {
  const place = `line ${number}`
  if (!bytes) return refuse(name, place, `is larger than ${maxBytes} bytes (--max-bytes)`)
  const decoded = decodeBytes(bytes)
  if ('reason' in decoded) return refuse(name, place, decoded.reason)
  if (decoded.text.trim() === '') return null
  const item = readJsonLine(decoded.text.trim(), number, hints)
  return item.kind === 'refusal' ? refuse(name, place, item.reason) : { ...item, kind: 'source', name, place }
}
