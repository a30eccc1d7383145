import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../src/cli/inputs.ts'
import { readPdf } from '../../src/cli/pdf/read-pdf.ts'
import { makePdf, type PdfLine } from './make-pdf.ts'

const PAGE: readonly PdfLine[] = [
  { text: 'Envoys meet again on the island', size: 20 },
  { text: '6 May 2014', down: 30 },
  { text: 'OSLO - The two envoys met on the island on Tuesday and spoke of the nego-', down: 30 },
  { text: 'tiations that were to be held in the autumn.' },
  { text: 'They said nothing about the reef when they left the house.', down: 24 },
  { text: 'A spokeswoman said a new round was planned.', indent: 20 },
]

describe('readPdf', () => {
  it('finds headline, date and paragraphs', async () => {
    expect(
      await readPdf(makePdf([PAGE], '/Title (Microsoft Word - x.doc)'), { source: 'post' }),
    ).toMatchObject({
      kind: 'source',
      source: {
        title: 'Envoys meet again on the island',
        published: '2014-05-06',
        source: 'post',
        text: [
          '6 May 2014',
          'OSLO - The two envoys met on the island on Tuesday and spoke of the negotiations that were to be held in the autumn.',
          'They said nothing about the reef when they left the house.',
          'A spokeswoman said a new round was planned.',
        ].join('\n\n'),
      },
    })
  })

  it('leaves out running heads and page numbers, and joins what a page breaks', async () => {
    const page = (number: number, ...lines: readonly string[]) => [
      { text: `The Harbour Post, issue ${number}` },
      ...lines.map((text) => ({ text, down: 30 })),
      { text: String(number), down: 60 },
    ]
    const pdf = makePdf([
      page(1, 'The envoys met on the island and spoke of many things, among them'),
      page(2, 'the reef and the lighthouse.', 'They left on Friday.'),
      page(3, 'Nothing else was said.'),
    ])
    expect(await readPdf(pdf, {})).toMatchObject({
      source: {
        text: 'The envoys met on the island and spoke of many things, among them the reef and the lighthouse.\n\nThey left on Friday.\n\nNothing else was said.',
      },
    })
  })

  it.each([
    [
      'without text',
      makePdf([[]]),
      'is a PDF without a text layer (scanned pages?): run it through OCR first',
    ],
    ['that is none', new TextEncoder().encode('%PDF-1.4 nothing'), 'is a broken PDF: Invalid PDF structure.'],
  ])('refuses one %s', async (_, bytes, reason) => {
    expect(await readPdf(bytes, {})).toEqual({ kind: 'refusal', place: null, reason })
  })

  it('is opened as a file and inside an archive', async () => {
    const open = async (name: string, bytes: Uint8Array) => {
      async function* chunks() {
        yield bytes
      }
      const out: unknown[] = []
      for await (const input of openFile(name, chunks(), { maxBytes: 1_000_000 })) out.push(input)
      return out
    }
    const source = { title: 'Envoys meet again on the island' }
    expect(await open('a.pdf', makePdf([PAGE]))).toMatchObject([{ kind: 'source', name: 'a.pdf', source }])
    expect(await open('a.zip', zipSync({ 'news/a.pdf': makePdf([PAGE]) }))).toMatchObject([
      { kind: 'source', name: 'a.zip/news/a.pdf', source },
    ])
  })
})
