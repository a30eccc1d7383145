import { readSources, type Source } from '#document'
import { type Input, type Refused, refuse } from './work.ts'

/** A document read and ready to be coded elsewhere. */
export interface Opened {
  readonly kind: 'opened'
  readonly name: string
  readonly place: string | null
  readonly source: Source
}

/** Reads inputs to single documents without coding them. */
export async function* openSources(
  inputs: AsyncIterable<Input | Refused>,
): AsyncGenerator<Opened | Refused, void, undefined> {
  for await (const input of inputs) {
    const { name, place } = input
    if (input.kind === 'refused') yield input
    else if (input.kind === 'source') yield { kind: 'opened', name, place, source: input.source }
    else
      for (const item of readSources(input.bytes, input.hints))
        yield item.kind === 'refusal'
          ? refuse(name, item.place ?? place, item.reason)
          : { kind: 'opened', name, place: item.place ?? place, source: item.source }
  }
}
