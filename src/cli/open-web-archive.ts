import { type ReadHints, splitWarc } from '#document'
import { type Inputs, MANY } from './input-options.ts'
import { whyUnreadable } from './why-unreadable.ts'
import { refuse } from './work.ts'

/** A web archive hands its pages on to the workers; of one that breaks off, what came before is read. */
export async function* openWebArchive(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  hints: ReadHints,
  maxBytes: number,
): Inputs {
  const parts: Uint8Array[] = []
  let broken: unknown
  try {
    let length = 0
    for await (const chunk of chunks) {
      length += chunk.length
      if (length > maxBytes * MANY)
        throw new Error(`is larger than ${maxBytes * MANY} bytes (${MANY} times --max-bytes)`)
      parts.push(chunk)
    }
  } catch (error) {
    broken = error
  }
  const { format: _, ...rest } = hints
  for (const part of splitWarc(new Uint8Array(Buffer.concat(parts)))) {
    if (part.kind === 'refusal') yield refuse(name, part.place, part.reason)
    else
      yield { kind: 'bytes', name, place: part.place, bytes: part.bytes, hints: { ...rest, ...part.hints } }
  }
  if (broken !== undefined) yield refuse(name, null, whyUnreadable(broken))
}
