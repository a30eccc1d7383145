import { decodeBytes } from './decode-bytes.ts'
import { fillIn } from './fill-in.ts'
import { readCsv } from './read-csv.ts'
import { isZip, readDocx } from './read-docx.ts'
import { readEuropresse, readFactivaHtml } from './read-factiva-html.ts'
import { readFeed } from './read-feed.ts'
import { readHtml } from './read-html.ts'
import { readJson } from './read-json.ts'
import { readJsonl } from './read-jsonl.ts'
import { readMail, readMbox } from './read-mail.ts'
import { readNexis, readNexisHtml } from './read-nexis.ts'
import { readReutersSgml } from './read-reuters-sgml.ts'
import { readText } from './read-text.ts'
import { readWire } from './read-wire.ts'
import { readXml } from './read-xml.ts'
import { type Format, type Reader, type ReadHints, type Reading, refusal } from './reading.ts'
import { isWarc, splitWarc } from './split-warc.ts'
import { tellFormat } from './tell-format.ts'

const READERS: Readonly<Record<Exclude<Format, 'warc' | 'docx'>, Reader>> = {
  text: readText,
  html: readHtml,
  feed: readFeed,
  jsonl: readJsonl,
  json: readJson,
  xml: readXml,
  wire: readWire,
  'reuters-sgml': readReutersSgml,
  nexis: readNexis,
  'nexis-html': readNexisHtml,
  'factiva-html': readFactivaHtml,
  europresse: readEuropresse,
  mail: readMail,
  mbox: readMbox,
  csv: readCsv,
}

/** Finds the documents in some bytes of any known format. Never throws on any bytes: what it cannot read it refuses. */
export function* readSources(bytes: Uint8Array, hints: ReadHints = {}): Generator<Reading> {
  if (bytes.length === 0) {
    yield refusal('is empty')
    return
  }
  if (hints.format === 'warc' || (!hints.format && isWarc(bytes))) {
    yield* readWarc(bytes, hints)
    return
  }
  if (hints.format === 'docx' || (!hints.format && isZip(bytes))) {
    for (const item of readDocx(bytes)) yield fillIn(item, hints)
    return
  }
  const decoded = decodeBytes(bytes, hints.charset)
  if ('reason' in decoded) yield refusal(decoded.reason)
  else if (decoded.text.trim() === '') yield refusal('is empty')
  else yield* readDecoded(decoded.text, hints)
}

function* readWarc(bytes: Uint8Array, hints: ReadHints): Generator<Reading> {
  for (const part of splitWarc(bytes)) {
    if (part.kind === 'refusal') yield part
    else {
      const { format: _, ...rest } = hints
      for (const item of readSources(part.bytes, { ...rest, ...part.hints }))
        yield { ...item, place: part.place }
    }
  }
}

function* readDecoded(text: string, hints: ReadHints): Generator<Reading> {
  const { maxCharacters = 2_000_000 } = hints
  const format = hints.format ?? tellFormat(text, hints.name)
  const reader = READERS[format === 'warc' || format === 'docx' ? 'text' : format]
  for (const item of reader(text.replace(/^\ufeff/, ''), hints)) {
    if (item.kind === 'refusal') yield item
    else if (item.source.text.length <= maxCharacters) yield fillIn(item, hints)
    else
      yield refusal(
        `has a text of ${item.source.text.length} characters, more than ${maxCharacters}`,
        item.place,
      )
  }
}
