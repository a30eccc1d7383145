import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordSchema } from '#record'

const root = join(import.meta.dirname, '../..')
let folder = ''
const path = (name: string) => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-command-'))
  writeFileSync(path('a.txt'), 'The envoys met in Oslo.')
  writeFileSync(path('b.txt'), 'They left.')
  writeFileSync(path('image.png'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface End {
  readonly code: number | null
  readonly out: string
  readonly errors: string
}

/** Runs the command from source, as a person would; `close` cuts standard output after its first bytes. */
function rapporteur(args: readonly string[], { input = '', close = false } = {}): Promise<End> {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', join(root, 'src/cli/main.ts'), ...args],
    { cwd: root },
  )
  let out = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    if (close) child.stdout.destroy()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  child.stdin.on('error', () => undefined) // it may end before it has read all
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, errors })))
}

const forms = (conllu: string) =>
  conllu
    .split('\n')
    .filter((line) => /^\d+\t/.test(line))
    .map((line) => line.split('\t')[1])

describe('rapporteur', () => {
  it.each(['code', 'parse', 'relate', 'times', 'places', 'schema'])(
    '%s --help shows an example',
    async (command) => {
      const { code, out } = await rapporteur([command, '--help'])
      expect(code).toBe(0)
      expect(out).toMatch(new RegExp(`Examples?:\\n[^]*rapporteur ${command}`))
    },
  )

  it.each([
    ['an unknown command', ['cede'], /unknown command 'cede'/],
    ['an unknown option', ['code', '--fast'], /unknown option '--fast'/],
    ['an unknown format', ['code', '--format', 'tarot', 'a'], /Allowed choices are text/],
    ['a date that is none', ['code', '--published', '02/07/2013', 'a'], /ISO 8601/],
    ['half a worker', ['code', '--jobs', '1.5', 'a'], /whole number/],
    ['no workers', ['code', '--jobs', '0', 'a'], /above 0/],
  ])('%s is a wrong call: exit code 2', async (_, args, line) => {
    const { code, out, errors } = await rapporteur(args)
    expect([code, out]).toEqual([2, ''])
    expect(errors).toMatch(line)
  })

  it('parses files in order, names what it refuses, and says so in the exit code', async () => {
    const { code, out, errors } = await rapporteur([
      'parse',
      path('a.txt'),
      path('gone.txt'),
      path('image.png'),
      path('b.txt'),
    ])
    expect(forms(out)).toEqual(['The', 'envoys', 'met', 'in', 'Oslo', '.', 'They', 'left', '.'])
    expect(errors.split('\n')).toEqual([
      `rapporteur: ${path('gone.txt')}: there is no such file`,
      `rapporteur: ${path('image.png')}: is a PNG image, not text`,
      'rapporteur: 2 coded, 2 refused',
      '',
    ])
    expect(code).toBe(3)
  })

  it('is quiet in a pipe when all went well, reads standard input, keeps the words of CoNLL-U', async () => {
    const text = await rapporteur(['parse', '-'], { input: 'They do not agree.' })
    expect(text).toMatchObject({ code: 0, errors: '' })
    const again = await rapporteur(['parse'], { input: text.out })
    expect(again).toMatchObject({ code: 0, errors: '', out: text.out })
  })

  it('gives the same bytes with one worker, with two and with none', async () => {
    const lines = Array.from({ length: 12 }, (_, i) =>
      JSON.stringify({ id: `d${i}`, text: `They met ${i} times.` }),
    )
    const input = `${lines.join('\n')}\n`
    const [one, two] = [
      await rapporteur(['parse', '--jobs', '1'], { input }),
      await rapporteur(['parse', '--jobs', '2'], { input }),
    ]
    expect(two.out).toBe(one.out)
    expect(one.out.match(/^# newdoc id = d\d+$/gm)).toHaveLength(12)
    expect(one.out.indexOf('d11')).toBeGreaterThan(one.out.indexOf('d2'))
  })

  it('ends quietly when the reader of its output goes away', async () => {
    const input = `${JSON.stringify({ id: 'a', text: 'They met in Oslo. '.repeat(400) })}\n`.repeat(60)
    const { code, errors } = await rapporteur(['parse', '-'], { input, close: true })
    expect([code, errors]).toEqual([0, ''])
  })

  it('keeps to a time limit even for one document', async () => {
    const { code, errors } = await rapporteur(['parse', '--max-seconds', '0.0001', path('a.txt')])
    expect(code).toBe(3)
    expect(errors).toContain('took longer than 0.0001 s (--max-seconds)')
  })

  it('writes to --out, and says when it cannot', async () => {
    const out = path('out.conllu')
    expect(await rapporteur(['parse', '--out', out, path('b.txt')])).toMatchObject({ code: 0, out: '' })
    expect(forms(readFileSync(out, 'utf8'))).toEqual(['They', 'left', '.'])
    const failed = await rapporteur(['parse', '--out', join(path('b.txt'), 'x'), path('a.txt')])
    expect(failed.code).toBe(1)
    expect(failed.errors).toMatch(/^rapporteur: cannot write .*\n$/)
  })

  it('lets no file name steer the terminal', async () => {
    const { errors } = await rapporteur(['parse', `${path('x')}\u001b[2J\u202e.txt`])
    expect([errors.includes('\u001b'), errors.includes('\u202e')]).toEqual([false, false])
  })

  it('code writes a valid record a line, times and places the document with one list', async () => {
    const input = `${JSON.stringify({ id: 'x1', text: 'Norway’s envoy met Oman’s foreign minister in Geneva on Tuesday.', published: '2014-05-06' })}\n`
    const lines = async (command: string) =>
      (await rapporteur([command, '--source', 'harbour'], { input })).out
    const record = recordSchema.parse(JSON.parse(await lines('code')))
    expect(record.document).toMatchObject({ externalId: 'x1', source: 'harbour', published: '2014-05-06' })
    for (const command of ['times', 'places'] as const) {
      const one = JSON.parse(await lines(command)) as { [key: string]: unknown }
      expect(Object.keys(one)).toEqual(['document', command])
      expect(one.document).not.toHaveProperty('sentences')
      expect(one[command]).toEqual(record[command])
    }
  })

  it('relate tells the relation of two marked actors, wherever odd characters stand', async () => {
    const relation = async (text: string) => {
      const mark = (words: string) => ({
        start: text.indexOf(words),
        end: text.indexOf(words) + words.length,
      })
      const row = { id: 'r1', text, actor: mark('Norway'), recipient: mark('Oman') }
      return JSON.parse((await rapporteur(['relate'], { input: `${JSON.stringify(row)}\n` })).out) as object
    }
    const plain = await relation('Norway thanked Oman for its help.')
    expect(Object.keys(plain)).toEqual(['id', 'type', 'mode', 'quad', 'status', 'confidence', 'scores'])
    expect(await relation('\u200b  Norway\u00a0thanked\tOman for its help.')).toMatchObject({
      ...plain,
      confidence: expect.any(Number),
      scores: expect.anything(),
    })
  })

  it('schema prints JSON Schema', async () => {
    const { out } = await rapporteur(['schema'])
    expect(JSON.parse(out)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
    })
  })
})
