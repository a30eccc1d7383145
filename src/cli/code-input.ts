import { readSources } from '#document'
import { ground } from './lazy-ground.ts'
import { TASKS } from './tasks.ts'
import { type Coded, type Input, type Refused, refuse, type SourceInput, type Task } from './work.ts'

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
  ground() // outside every try: without models nothing can be coded
  const { name } = input
  if (input.kind === 'source') {
    onCoding(input.place)
    yield codeSource(input, task)
    return
  }
  let seen = 0
  try {
    for (const item of readSources(input.bytes, input.hints)) {
      if (seen++ < skip) continue
      const place = item.place ?? input.place
      if (item.kind === 'refusal') yield refuse(name, place, item.reason)
      else {
        onCoding(place)
        yield codeSource({ kind: 'source', name, place, source: item.source }, task)
      }
    }
  } catch (error) {
    yield refuse(name, input.place, `fault in the reader: ${why(error)}`, true)
  }
}

function codeSource(input: SourceInput, task: Task): Coded | Refused {
  const { name, place } = input
  try {
    return { kind: 'coded', name, place, output: TASKS[task](input, ground()) }
  } catch (error) {
    return refuse(name, place, `fault in the coder: ${why(error)}`, true)
  }
}

const why = (error: unknown) => (error instanceof Error ? error.message : String(error))
