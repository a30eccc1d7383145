import { unzipSync } from 'fflate'
import { isHeading } from '../find-paragraphs.ts'
import { parseXml, type XmlElement } from './parse-xml.ts'
import { readNexisUni } from './read-nexis.ts'
import { found, type Reading, refusal } from './reading.ts'

/** Of a Word file so many bytes are unpacked at most. */
const MOST_BYTES = 50_000_000

/** Are these bytes a ZIP archive that may hold a Word document? */
export const isZip = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

/** Reads a Word document: a LexisNexis export holds many, any other file one. */
export function* readDocx(bytes: Uint8Array): Generator<Reading> {
  const lines = linesOf(bytes)
  if ('reason' in lines) yield refusal(lines.reason)
  else if (lines.includes('End of Document') && lines.includes('Body')) yield* readNexisUni(lines)
  else yield readPlain(lines.filter((line) => line !== ''))
}

function readPlain(lines: readonly string[]): Reading {
  const [first = '', ...rest] = lines
  if (first === '') return refusal('is a Word document without text')
  const titled = rest.length > 0 && isHeading(first, 160)
  return found({ text: (titled ? rest : lines).join('\n\n'), title: titled ? first : null })
}

function linesOf(bytes: Uint8Array): readonly string[] | { readonly reason: string } {
  const xml = documentXml(bytes)
  if ('reason' in xml) return xml
  const root = parseXml(new TextDecoder().decode(xml))
  if ('reason' in root) return { reason: `${root.reason} (${root.place} of word/document.xml)` }
  const lines: string[] = []
  const walk = (element: XmlElement) => {
    for (const child of element.children) {
      if (typeof child === 'string') continue
      if (child.name === 'p')
        lines.push(
          paragraphText(child)
            .replace(/[\s\u00a0]+/g, ' ')
            .trim(),
        )
      else walk(child)
    }
  }
  walk(root)
  return lines
}

function documentXml(bytes: Uint8Array): Uint8Array | { readonly reason: string } {
  const sizes = { large: false }
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name !== 'word/document.xml') return false
        sizes.large = originalSize > MOST_BYTES
        return !sizes.large
      },
    })
    if (sizes.large) return { reason: `unpacks to more than ${MOST_BYTES} bytes` }
    return files['word/document.xml'] ?? { reason: 'is a ZIP archive without a Word document' }
  } catch (error) {
    return { reason: `is a broken ZIP archive: ${error instanceof Error ? error.message : ''}` }
  }
}

/** Text runs of a paragraph; tabs and breaks part words. */
function paragraphText(element: XmlElement): string {
  let text = ''
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.name === 't') text += child.children.filter((it) => typeof it === 'string').join('')
    else if (child.name === 'tab' || child.name === 'br') text += ' '
    else if (child.name !== 'pPr' && child.name !== 'instrText' && child.name !== 'del')
      text += paragraphText(child)
  }
  return text
}
