import { readJsonLine } from '#document'
import { type InputOptions, openFiles } from './inputs.ts'
import { splitLines } from './split-lines.ts'
import { whyUnreadable } from './why-unreadable.ts'
import { type Input, type Marks, type Refused, refuse } from './work.ts'

type Mark = Marks['actor']

/** Opens JSON Lines of texts with two actors marked in each. */
export async function* openRelateInputs(
  names: readonly string[],
  options: InputOptions,
): AsyncGenerator<Input | Refused, void, undefined> {
  for await (const file of openFiles(names)) {
    if (file.kind === 'refused') yield file
    else {
      try {
        for await (const { number, bytes } of splitLines(file.chunks, options.maxBytes))
          yield* openLine(file.name, number, bytes, options)
      } catch (error) {
        yield refuse(file.name, null, whyUnreadable(error))
      }
    }
  }
}

function* openLine(
  name: string,
  number: number,
  bytes: Uint8Array | null,
  { maxBytes, published, source }: InputOptions,
): Generator<Input | Refused> {
  const place = `line ${number}`
  if (!bytes) {
    yield refuse(name, place, `is larger than ${maxBytes} bytes (--max-bytes)`)
    return
  }
  const line = new TextDecoder().decode(bytes).trim()
  if (line === '') return
  const item = readJsonLine(line, number, {
    ...(published ? { published } : {}),
    ...(source ? { source } : {}),
  })
  if (item.kind === 'refusal') yield refuse(name, place, item.reason)
  else {
    const row = JSON.parse(line) as { readonly actor?: unknown; readonly recipient?: unknown }
    const { length } = item.source.text
    const marks = { actor: readMark(row.actor, length), recipient: readMark(row.recipient, length) }
    if (marks.actor === 'wrong' || marks.recipient === 'wrong')
      yield refuse(name, place, 'actor and recipient must be null or {"start","end"} inside the text')
    // a title would shift the offsets, which count in the text alone
    else
      yield {
        ...item,
        kind: 'source',
        name,
        place,
        source: { ...item.source, title: null },
        marks: marks as Marks,
      }
  }
}

function readMark(value: unknown, length: number): Mark | 'wrong' {
  if (value === null || value === undefined) return null
  const { start, end } = value as { readonly start?: unknown; readonly end?: unknown }
  if (typeof start !== 'number' || typeof end !== 'number') return 'wrong'
  if (!Number.isInteger(start) || !Number.isInteger(end)) return 'wrong'
  return start >= 0 && start < end && end <= length ? { start, end } : 'wrong'
}
