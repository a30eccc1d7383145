import { type Reading, readSources } from '#document'
import { TASKS } from './tasks.ts'
import {
  type BytesInput,
  type Coded,
  type Input,
  type Refused,
  refuse,
  type SourceInput,
  type Task,
} from './work.ts'

/**
 * Reads an input and does the task with each document in it, leaving out the first `skip`.
 * `onCoding` is told before each document is begun.
 */
export function* codeInput(
  input: Input,
  task: Task,
  skip = 0,
  onCoding: (place: string | null) => void = () => undefined,
): Generator<Coded | Refused, void, undefined> {
  const { name } = input
  if (input.kind === 'source') {
    onCoding(input.place)
    yield codeSource(input, task)
    return
  }
  let seen = 0
  for (const item of readSafely(input)) {
    if (seen++ < skip) continue
    const place = input.place ?? item.place
    if (item.kind !== 'source') yield refuse(name, place, item.reason, item.kind === 'fault')
    else {
      onCoding(place)
      yield codeSource({ kind: 'source', name, place, source: item.source }, task)
    }
  }
}

type Read = Reading | { readonly kind: 'fault'; readonly place: null; readonly reason: string }

/** Readers never throw on any bytes; should one do so all the same, it is our fault and one refusal. */
function* readSafely({ bytes, hints }: BytesInput): Generator<Read, void, undefined> {
  const readings = readSources(bytes, hints)
  for (;;) {
    let next: IteratorResult<Reading, unknown>
    try {
      next = readings.next()
    } catch (error) {
      yield { kind: 'fault', place: null, reason: `fault in the reader: ${why(error)}` }
      return
    }
    if (next.done) return
    yield next.value
  }
}

function codeSource(input: SourceInput, task: Task): Coded | Refused {
  const { name, place } = input
  TASKS[task].prepare() // outside the try: without models nothing can be done
  try {
    return { kind: 'coded', name, place, output: TASKS[task].write(input) }
  } catch (error) {
    return refuse(name, place, `fault in the coder: ${why(error)}`, true)
  }
}

const why = (error: unknown) => (error instanceof Error ? error.message : String(error))
