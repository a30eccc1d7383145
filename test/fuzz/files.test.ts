import { gzipSync, strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../src/cli/inputs.ts'
import { readPdfText } from '../../src/cli/pdf/read-pdf-text.ts'
import { makePdf } from '../cli/make-pdf.ts'
import { mutate, seeded } from './mutate.ts'
import { SAMPLES } from './samples.ts'

const TIMES = Number(process.env.RAPPORTEUR_FUZZ ?? 60)
const LONGEST_MS = 5000
const LONG = 30 * 60_000

const text = strToU8('Envoys meet\n\nThey met on the island on Tuesday.\n')
const warc = SAMPLES.warc
const PACKED: Readonly<Record<string, Uint8Array>> = {
  tar: tar('news/a.txt', text),
  zip: zipSync({ 'news/a.txt': text, 'news/b.txt': text }),
  'zip in zip': zipSync({ 'a.zip': zipSync({ 'a.txt': text }) }),
  gzip: gzipSync(text),
  'warc.gz': gzipSync(typeof warc === 'string' ? strToU8(warc) : (warc ?? text)),
  'jsonl.gz': gzipSync(strToU8('{"text":"They met."}\n{"text":"They left."}\n')),
}

describe('opening outlives mutated files', () => {
  it.each(Object.entries(PACKED))(
    '%s',
    async (name, bytes) => {
      const random = seeded(bytes.length)
      expect(await kindsOf(name, bytes)).not.toContain('refused')
      for (let i = 0; i < TIMES; i++) {
        const broken = mutate(bytes, random)
        if (broken.length === 0) continue
        const began = performance.now()
        await kindsOf(name, broken)
        expect(performance.now() - began).toBeLessThan(LONGEST_MS)
      }
    },
    LONG,
  )

  it(
    'PDF',
    async () => {
      const bytes = makePdf([
        [
          { text: 'Envoys meet', size: 20 },
          { text: 'They met.', down: 30 },
        ],
      ])
      const random = seeded(7)
      expect((await readPdfText(bytes.slice())).pages).toHaveLength(1)
      for (let i = 0; i < TIMES; i++) {
        const began = performance.now()
        // broken ones throw: the worker makes a refusal of that
        await readPdfText(mutate(bytes, random).slice()).catch((error: unknown) =>
          expect(error).toBeInstanceOf(Error),
        )
        expect(performance.now() - began).toBeLessThan(LONGEST_MS)
      }
    },
    LONG,
  )
})

async function kindsOf(name: string, bytes: Uint8Array): Promise<string> {
  async function* chunks() {
    yield bytes
  }
  const kinds: string[] = []
  for await (const input of openFile(name, chunks(), { maxBytes: 100_000 })) {
    kinds.push(input.kind)
    if (input.kind === 'refused' && (input.fault || input.reason.includes('\n')))
      throw new Error(`a refusal is one line and nobody's fault: ${input.reason}`)
  }
  return kinds.join(' ')
}

/** A tar archive of one file (ustar). */
function tar(path: string, content: Uint8Array): Uint8Array {
  const head = new Uint8Array(512)
  head.set(strToU8(path))
  head.set(strToU8(content.length.toString(8).padStart(11, '0')), 124)
  head.set(strToU8('0'), 156)
  head.set(strToU8('ustar\0'), 257)
  const body = new Uint8Array(Math.ceil(content.length / 512) * 512 + 1024)
  body.set(content)
  return new Uint8Array([...head, ...body])
}
