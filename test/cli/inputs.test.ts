import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSources } from '#document'
import { openInputs } from '../../src/cli/inputs.ts'
import { openRelateInputs } from '../../src/cli/relate-inputs.ts'

let folder = ''
const path = (name: string) => join(folder, name)
const put = (name: string, content: string | Uint8Array) => writeFileSync(path(name), content)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-inputs-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A tar archive of some files. */
function tar(files: Readonly<Record<string, string>>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const head = Buffer.alloc(512)
    head.write(name, 0)
    head.write('0000644\0', 100)
    head.write(`${text.length.toString(8).padStart(11, '0')}\0`, 124)
    head.write('0', 156)
    head.write('ustar\0', 257)
    const body = Buffer.alloc(Math.ceil(text.length / 512) * 512)
    body.write(text)
    return [head, body]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

/** What comes out of files: a line each, documents by their text, refusals by place and reason. */
async function open(names: readonly string[], options: Partial<Parameters<typeof openInputs>[1]> = {}) {
  const out: string[] = []
  for await (const it of openInputs(names.map(path), { maxBytes: 1_000_000, ...options })) {
    const short = it.name.replace(`${folder}/`, '')
    if (it.kind === 'refused') out.push(`${short}${it.place ? `, ${it.place}` : ''}: ${it.reason}`)
    else if (it.kind === 'source') out.push(`${short}: ${it.source.text}`)
    else
      for (const item of readSources(it.bytes, it.hints))
        out.push(
          item.kind === 'source'
            ? `${short}: ${item.source.text}`
            : `${short}${item.place ? `, ${item.place}` : ''}: ${item.reason}`,
        )
  }
  return out
}

describe('openInputs', () => {
  it('takes files, folders and globs, in order of their names', async () => {
    mkdirSync(path('tree/deep'), { recursive: true })
    for (const name of ['tree/b.txt', 'tree/a.txt', 'tree/deep/c.txt', 'tree/deep/d.html', 'tree/.hidden'])
      put(name, name.endsWith('html') ? '<p>They met in the north.</p>' : `${name} is short.`)
    expect(await open(['tree'])).toEqual([
      'tree/a.txt: tree/a.txt is short.',
      'tree/b.txt: tree/b.txt is short.',
      'tree/deep/c.txt: tree/deep/c.txt is short.',
      'tree/deep/d.html: They met in the north.',
    ])
    expect(await open(['tree/*.txt'])).toHaveLength(2)
    expect(await open(['tree/**/*.txt'])).toHaveLength(3)
    expect(await open(['tree/{a,z}.txt', 'tree/deep/[c-d].*'])).toHaveLength(3)
    expect(await open(['tree/?.htm'])).toEqual(['tree/?.htm: matches no file'])
  })

  it('takes a file whose name looks like a glob', async () => {
    put('odd[1].txt', 'Odd.')
    expect(await open(['odd[1].txt'])).toEqual(['odd[1].txt: Odd.'])
  })

  it('unpacks gzip, also of several members', async () => {
    put('two.txt.gz', Buffer.concat([gzipSync('They '), gzipSync('met.')]))
    expect(await open(['two.txt.gz'])).toEqual(['two.txt.gz: They met.'])
  })

  it('opens tar and ZIP archives like folders', async () => {
    const files = { 'news/a.txt': 'They met.', 'news/b.txt': 'x'.repeat(1_000_001), 'news/.hidden': 'No.' }
    put(
      'news.zip',
      zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
    )
    put('news.tar.gz', gzipSync(tar(files)))
    for (const archive of ['news.zip', 'news.tar.gz'])
      expect(await open([archive])).toEqual([
        `${archive}/news/a.txt: They met.`,
        `${archive}/news/b.txt: is larger than 1000000 bytes (--max-bytes)`,
      ])
    put('cut.tar', tar(files).subarray(0, 5000))
    expect(await open(['cut.tar'])).toEqual([
      'cut.tar/news/a.txt: They met.',
      'cut.tar: is a tar archive that ends too early',
    ])
    put('broken.zip', Uint8Array.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 60 }, () => 7)]))
    expect(await open(['broken.zip'])).toEqual([
      'broken.zip: is not a well-formed ZIP archive: invalid zip data',
    ])
  })

  it('reads JSON Lines a line at a time, a bad line does not stop the rest', async () => {
    put('a.jsonl', '{"id":1,"text":"One."}\nnot json\n\n[1]\n{"id":2}\n{"id":3,"text":"Three."}')
    expect(await open(['a.jsonl'])).toEqual([
      'a.jsonl: One.',
      expect.stringMatching(/^a\.jsonl, line 2: not JSON: /),
      'a.jsonl, line 4: not a JSON object',
      'a.jsonl, line 5: has no "text" string',
      'a.jsonl: Three.',
    ])
  })

  it('reads JSON Lines of wide characters', async () => {
    put('wide.jsonl', Buffer.from('\ufeff{"text":"One."}\n{"text":"Two."}\n', 'utf16le'))
    expect(await open(['wide.jsonl'])).toEqual(['wide.jsonl: One.', 'wide.jsonl: Two.'])
  })

  it('fills in what the input lacks, and only that', async () => {
    put('dated.jsonl', '{"text":"One.","published":"2013-01-01"}\n{"text":"Two."}')
    const dates: unknown[] = []
    for await (const it of openInputs([path('dated.jsonl')], {
      maxBytes: 1000,
      published: '2014-02-02',
      source: 'x',
    }))
      if (it.kind === 'source') dates.push([it.source.published, it.source.source])
    expect(dates).toEqual([
      ['2013-01-01', 'x'],
      ['2014-02-02', 'x'],
    ])
  })
})

describe('bad input is refused in one line', () => {
  const bomb = gzipSync(Buffer.alloc(60_000_000, 'a\n'))
  const cases: readonly (readonly [string, string, string | Uint8Array, RegExp])[] = [
    ['an empty file', 'empty.txt', '', /^empty\.txt: is empty$/],
    ['blanks alone', 'blank.txt', ' \n\t\n', /^blank\.txt: is empty$/],
    [
      'a picture',
      'a.png',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
      /^a\.png: is a PNG image, not text$/,
    ],
    [
      'a program',
      'a.bin',
      Uint8Array.from({ length: 900 }, (_, i) => (i * 7) % 32),
      /^a\.bin: is binary, not text$/,
    ],
    ['a PDF', 'a.pdf', '%PDF-1.7\n…', /^a\.pdf: is a broken PDF: Invalid PDF structure\.$/],
    [
      'bytes in no charset',
      'a.dat',
      Uint8Array.from({ length: 64 }, (_, i) => 0x80 + ((i * 37) % 32)),
      /^a\.dat: /,
    ],
    [
      'a feed that is not well-formed',
      'a.rss',
      '<rss><channel><item><title>x',
      /^a\.rss: is not a well-formed feed/,
    ],
    [
      'a feed without items',
      'b.rss',
      '<rss version="2.0"><channel><title>x</title></channel></rss>',
      /^b\.rss: is a feed without items$/,
    ],
    [
      'XML that is not well-formed',
      'a.xml',
      '<?xml version="1.0"?><nitf><body>',
      /^a\.xml, line 1: breaks off: body is never closed$/,
    ],
    [
      'XML of another kind',
      'b.xml',
      '<?xml version="1.0"?><invoice/>',
      /^b\.xml: is XML of a kind that is not read \(root element invoice\)$/,
    ],
    ['JSON that is not well-formed', 'a.json', '{\n "text": "x"\n', /^a\.json: is not well-formed JSON/],
    [
      'a CSV without a text column',
      'a.csv',
      'x,y\n1,2\n',
      /^a\.csv: has no CSV header with a column of text/,
    ],
    ['100,000 nested tags', 'deep.html', '<div>'.repeat(100_000), /^deep\.html: nests its elements too deep/],
    [
      'a large file',
      'large.txt',
      'a'.repeat(1_000_001),
      /^large\.txt: is larger than 1000000 bytes \(--max-bytes\)$/,
    ],
    [
      'a large line',
      'large.jsonl',
      `{"text":"${'a'.repeat(1_000_001)}"}\n`,
      /^large\.jsonl, line 1: is larger than/,
    ],
    [
      'broken gzip',
      'broken.gz',
      Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 7, 7, 7, 7, 7, 7, 7, 7]),
      /^broken\.gz: is not well-formed gzip$/,
    ],
    [
      'cut gzip',
      'cut.txt.gz',
      gzipSync('They met. '.repeat(500)).subarray(0, 40),
      /^cut\.txt\.gz: is gzip that ends too early$/,
    ],
    ['a zip bomb', 'bomb.gz', bomb, /^bomb\.gz: is larger than 1000000 bytes/],
  ]

  it.each(cases)('%s', async (_, name, content, line) => {
    put(name, content)
    const found = await open([name])
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(line)
  })

  it('a zip bomb of JSON Lines', async () => {
    put(
      'bomb.jsonl.gz',
      gzipSync(Buffer.concat([Buffer.from('{"text":"One."}\n'), Buffer.alloc(60_000_000, '\n')])),
    )
    expect(await open(['bomb.jsonl.gz'])).toEqual([
      'bomb.jsonl.gz: One.',
      'bomb.jsonl.gz: unpacks to more than 200 times its size',
    ])
  })

  it('what is not there', async () => {
    mkdirSync(path('void/inner'), { recursive: true })
    symlinkSync(path('nowhere'), path('dangling'))
    expect(await open(['gone.txt', 'void', 'dangling'])).toEqual([
      'gone.txt: there is no such file',
      'void: is a folder without files',
      'dangling: there is no such file',
    ])
  })

  it('a file that vanishes between listing and reading', async () => {
    mkdirSync(path('melting'))
    put('melting/a.txt', 'One.')
    put('melting/b.txt', 'Two.')
    const seen: string[] = []
    for await (const it of openInputs([path('melting')], { maxBytes: 1000 })) {
      rmSync(path('melting/b.txt'), { force: true })
      seen.push(it.kind === 'refused' ? it.reason : it.kind)
    }
    expect(seen).toEqual(['bytes', 'there is no such file'])
  })
})

describe('openRelateInputs', () => {
  it('wants marks inside the text, or null', async () => {
    const row = (actor: unknown) =>
      JSON.stringify({ id: 'a', text: 'Oman thanked Chad.', actor, recipient: null })
    put(
      'relate.jsonl',
      [row({ start: 0, end: 4 }), row(null), row({ start: 4, end: 40 }), row('Oman'), 'x'].join('\n'),
    )
    const out: string[] = []
    for await (const it of openRelateInputs([path('relate.jsonl')], { maxBytes: 1000 }))
      out.push(it.kind === 'refused' ? `${it.place}: ${it.reason.slice(0, 27)}` : it.kind)
    expect(out).toEqual([
      'source',
      'source',
      'line 3: actor and recipient must be',
      'line 4: actor and recipient must be',
      expect.stringContaining('line 5: not JSON'),
    ])
  })
})
