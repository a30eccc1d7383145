import { readFileSync } from 'node:fs'
import { openDocument } from '#document'
import { openParser, type Syntax } from '#syntax'
import type { GoldDocument } from './gold.ts'

export interface ParsedDocument {
  readonly document: GoldDocument
  readonly syntax: Syntax
}

/** Parses gold documents one after the other. */
export function* parsedDocuments(gold: readonly GoldDocument[]): Generator<ParsedDocument> {
  const parser = openParser(new Uint8Array(readFileSync(new URL('../../models/syntax.bin', import.meta.url))))
  for (const document of gold) {
    const { text, published } = document
    yield { document, syntax: parser.parse(openDocument({ text, published })) }
  }
}
