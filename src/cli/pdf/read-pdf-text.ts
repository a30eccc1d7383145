import { getDocumentProxy } from 'unpdf'
import type { PdfPiece, PdfText } from '#document'

/** Pages beyond this are not read: no report is that long. */
const MOST_PAGES = 2000

/** The text layer of a PDF; throws where it is broken or asks for a password. */
export async function readPdfText(bytes: Uint8Array): Promise<PdfText> {
  const pdf = await getDocumentProxy(bytes, { isEvalSupported: false, verbosity: 0, stopAtErrors: false })
  const { info } = await pdf.getMetadata()
  const pages: PdfPiece[][] = []
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    pages.push((items as readonly (PdfItem | { readonly type: string })[]).flatMap(piecesOf))
    page.cleanup()
  }
  const told = info as { readonly Title?: unknown; readonly Language?: unknown }
  return { title: wordsOf(told.Title), language: wordsOf(told.Language), pages }
}

/** What is used of the library's text items; marks of structure stand among them. */
interface PdfItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly height: number
  readonly hasEOL: boolean
}

function piecesOf(item: PdfItem | { readonly type: string }): readonly PdfPiece[] {
  if (!('str' in item)) return []
  const [, , , size = 0, x = 0, y = 0] = item.transform
  return [{ text: item.str, x, y, height: item.height || Math.abs(size), endsLine: item.hasEOL }]
}

const wordsOf = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : null)
