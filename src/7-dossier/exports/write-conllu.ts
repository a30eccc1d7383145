import { setImmediate } from 'node:timers/promises'
import type { Archive, Filter } from '#archive'
import { openDocument } from '#document'
import { type Parser, writeConllu as writeSentences } from '#syntax'
import { allPages } from './all-pages.ts'

/** The documents' sentences as CoNLL-U, parsed again from their texts; `newdoc id` is the document's id. */
export async function* writeConllu(
  archive: Archive,
  filter: Filter,
  parser: () => Parser,
): AsyncGenerator<string> {
  for await (const { id } of allPages((page) => archive.documents(filter, page))) {
    const answer = await archive.document(id)
    if (!answer) continue
    const { text, title, source, published } = answer.record.document
    const syntax = parser().parse(openDocument({ text, title, source, published }))
    yield `# newdoc id = ${id}\n${writeSentences(syntax, parser())}`
    // parsing holds the thread: others get their turn between documents
    await setImmediate()
  }
}
