import { type InputOptions, openFile, openFiles, peek } from './inputs.ts'
import { splitLines } from './split-lines.ts'
import { whyUnreadable } from './why-unreadable.ts'
import { type Input, type Refused, refuse } from './work.ts'

type Inputs = AsyncGenerator<Input | Refused, void, undefined>

/** Sentences of a CoNLL-U file that are worked on together. */
const BLOCK = 100

/** Opens texts of any format, and CoNLL-U, told by its content unless `conllu` says so. */
export async function* openParseInputs(
  names: readonly string[],
  options: InputOptions,
  conllu: boolean,
): Inputs {
  for await (const file of openFiles(names)) {
    if (file.kind === 'refused') {
      yield file
      continue
    }
    const { name } = file
    try {
      const { head, all } = await peek(file.chunks)
      const isConllu = conllu || (!options.format && looksLikeConllu(new TextDecoder().decode(head)))
      yield* isConllu
        ? openConllu(name, all, options.maxBytes)
        : openFile(name, all, { ...options, whole: true })
    } catch (error) {
      yield refuse(name, null, whyUnreadable(error))
    }
  }
}

/** Ten columns apart by tabs, the first a number, among the first lines. */
function looksLikeConllu(head: string): boolean {
  return /^1(?:-\d+)?\t(?:[^\t\n]*\t){8}[^\t\n]*$/m.test(head)
}

async function* openConllu(name: string, chunks: AsyncIterable<Uint8Array>, maxBytes: number): Inputs {
  const decoder = new TextDecoder()
  let lines: string[] = []
  let sentences = 0
  let first = 1
  const take = (): Input => {
    const text = `${lines.join('\n')}\n`
    lines = []
    sentences = 0
    return { kind: 'source', name, place: `line ${first}`, source: { text }, conllu: true }
  }
  for await (const { number, bytes } of splitLines(chunks, maxBytes, { blanks: true })) {
    const line = bytes ? decoder.decode(bytes).replace(/\r$/, '') : ''
    if (lines.length === 0) first = number
    lines.push(line)
    if (line === '' && ++sentences >= BLOCK) yield take()
  }
  if (lines.some((line) => line !== '')) yield take()
}
