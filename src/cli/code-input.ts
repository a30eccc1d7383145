import { readSources, type Source } from '#document'
import { ground } from './lazy-ground.ts'
import { TASKS } from './tasks.ts'
import { type Coded, type Input, type Marks, type Refused, refuse, type Task } from './work.ts'

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
    yield codeSource(name, input.place, input.source, task, input.marks)
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
        yield codeSource(name, place, item.source, task)
      }
    }
  } catch (error) {
    yield refuse(name, input.place, `fault in the reader: ${why(error)}`, true)
  }
}

function codeSource(
  name: string,
  place: string | null,
  source: Source,
  task: Task,
  marks: Marks = { actor: null, recipient: null },
): Coded | Refused {
  try {
    return { kind: 'coded', name, place, output: TASKS[task](source, ground(), marks) }
  } catch (error) {
    return refuse(name, place, `fault in the coder: ${why(error)}`, true)
  }
}

const why = (error: unknown) => (error instanceof Error ? error.message : String(error))
