import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressRule } from './address-rule.ts'
import type { FetcherOptions } from './fetcher-options.ts'
import { openFetcher } from './open-fetcher.ts'
import { retryAfter } from './retry-after.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** A server that answers as badly as servers do. */
const PATHS: Readonly<Record<string, Handler>> = {
  '/robots.txt': (_, response) =>
    response.end(
      'User-agent: *\nDisallow: /private\n\nUser-agent: rapporteur\nDisallow: /private\nDisallow: /not-us\n',
    ),
  '/page': (_, response) =>
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=UTF-8',
        etag: '"a"',
        'last-modified': 'Tue, 06 May 2014 08:00:00 GMT',
      })
      .end('<p>They met.</p>'),
  '/conditional': (request, response) =>
    response.writeHead(request.headers['if-none-match'] === '"a"' ? 304 : 200).end('x'),
  '/gzip': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('They met.')),
  '/not-gzip': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('They met.'),
  '/bomb': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000))),
  '/busy': (_, response) => response.writeHead(429, { 'retry-after': '120' }).end('slow down'),
  '/ill': (_, response) => response.writeHead(500).end('oh'),
  '/gone': (_, response) => response.writeHead(410).end(),
  '/silent': () => undefined,
  '/drip': (_, response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write('a'), 40)
    response.on('close', () => clearInterval(timer))
  },
  '/stalls': (_, response) => void response.writeHead(200).write('a'),
  '/short': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('They met.')
    setTimeout(() => response.destroy(), 20)
  },
  '/huge': (_, response) => {
    response.writeHead(200)
    const piece = Buffer.alloc(65_536)
    const send = () => {
      while (!response.destroyed && response.write(piece));
      if (!response.destroyed) response.once('drain', send)
    }
    send()
  },
  '/says-huge': (_, response) => void response.writeHead(200, { 'content-length': '104857600' }).write('a'),
  '/moved': (_, response) => response.writeHead(301, { location: '/page' }).end(),
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/loop-a': (_, response) => response.writeHead(302, { location: '/loop-b' }).end(),
  '/loop-b': (_, response) => response.writeHead(302, { location: '/loop-a' }).end(),
  '/to-metadata': (_, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/who': (request, response) => response.end(request.headers['user-agent']),
}

const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  const handle = PATHS[request.url ?? '']
  if (handle) handle(request, response)
  else response.writeHead(404).end()
})
let base = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const AGENT = 'rapporteur/0.1.0 (+mailto:desk@example.org)'

async function ask(url: string, options: Partial<FetcherOptions> = {}, maxBytes = 1_000_000) {
  const fetcher = openFetcher({
    userAgent: AGENT,
    rule: addressRule(['127.0.0.1']),
    pauseMs: 0,
    patienceMs: 300,
    wholeMs: 2500,
    ...options,
  })
  try {
    return await fetcher.fetch({ url, maxBytes, accept: '*/*' })
  } finally {
    await fetcher.close()
  }
}

const textOf = (answer: Awaited<ReturnType<typeof ask>>) =>
  answer.kind === 'body' ? new TextDecoder().decode(answer.bytes) : answer

describe('openFetcher', () => {
  it('gives a body and what is said of it', async () => {
    expect(await ask(`${base}/page`)).toMatchObject({
      kind: 'body',
      type: 'text/html',
      charset: 'UTF-8',
      etag: '"a"',
      lastModified: 'Tue, 06 May 2014 08:00:00 GMT',
      moved: null,
    })
    expect(textOf(await ask(`${base}/gzip`))).toBe('They met.')
    expect(textOf(await ask(`${base}/who`))).toBe(AGENT)
  })

  it('asks with the validators of the last answer', async () => {
    const fetcher = openFetcher({ userAgent: AGENT, rule: addressRule(['127.0.0.1']), pauseMs: 0 })
    const question = { url: `${base}/conditional`, maxBytes: 1000, accept: '*/*' }
    expect((await fetcher.fetch({ ...question, etag: '"a"' })).kind).toBe('unchanged')
    expect((await fetcher.fetch({ ...question, etag: '"b"' })).kind).toBe('body')
    await fetcher.close()
  })

  it('remembers where an address has moved for good', async () => {
    expect(await ask(`${base}/moved`)).toMatchObject({ url: `${base}/page`, moved: `${base}/page` })
  })

  it.each([
    ['/busy', { reason: 'the server answers 429', retryAfterSeconds: 120, lasting: false }],
    ['/ill', { reason: 'the server answers 500', lasting: false }],
    ['/gone', { reason: 'the server answers 410', lasting: true }],
    ['/nothing', { reason: 'the server answers 404', lasting: true }],
    ['/silent', { reason: 'the server did not answer in time' }],
    ['/stalls', { reason: 'the server stopped in the middle of its answer' }],
    ['/short', { reason: 'the connection broke off', lasting: false }],
    ['/not-gzip', { reason: 'the answer is not packed as it says' }],
    ['/bomb', { reason: 'is larger than 1000000 bytes' }],
    ['/huge', { reason: 'is larger than 1000000 bytes' }],
    ['/says-huge', { reason: 'is larger than 1000000 bytes (it says 104857600)' }],
    ['/loop', { reason: 'redirects to itself' }],
    ['/loop-a', { reason: 'redirects more than 5 times' }],
    ['/to-metadata', { lasting: true }],
    ['/to-file', { reason: 'is neither http nor https: file:', lasting: true }],
    ['/private/x', { reason: 'robots.txt does not allow it', lasting: true }],
    ['/not-us', { reason: 'robots.txt does not allow it', lasting: true }],
  ])('%s', async (path, answer) => {
    expect(await ask(base + path)).toMatchObject({ kind: 'failed', ...answer })
  })

  it('waits no longer than it may for the whole of an answer', async () => {
    expect(await ask(`${base}/drip`, { wholeMs: 400 })).toMatchObject({ reason: 'took longer than 0.4 s' })
  })

  it('leaves robots.txt alone where it is told to', async () => {
    expect(await ask(`${base}/private`, { robots: false })).toMatchObject({
      reason: 'the server answers 404',
    })
  })

  it('asks a host one thing at a time, with a pause between, and for robots.txt once', async () => {
    const fetcher = openFetcher({ userAgent: AGENT, rule: addressRule(['127.0.0.1']), pauseMs: 60 })
    asked.length = 0
    const began = performance.now()
    const question = { url: `${base}/page`, maxBytes: 1000, accept: '*/*' }
    await Promise.all([fetcher.fetch(question), fetcher.fetch(question), fetcher.fetch(question)])
    expect(asked).toEqual(['/robots.txt', '/page', '/page', '/page'])
    expect(performance.now() - began).toBeGreaterThan(170)
    await fetcher.close()
  })

  it('stops when it is told to', async () => {
    const fetcher = openFetcher({
      userAgent: AGENT,
      rule: addressRule(['127.0.0.1']),
      pauseMs: 0,
      robots: false,
    })
    const stop = new AbortController()
    const answer = fetcher.fetch({ url: `${base}/silent`, maxBytes: 1000, accept: '*/*' }, stop.signal)
    setTimeout(() => stop.abort(), 50)
    expect(await answer).toMatchObject({ kind: 'failed', reason: 'was stopped' })
    await fetcher.close()
  })
})

describe('addresses', () => {
  it.each([
    'http://127.0.0.1:1/',
    'http://localhost:1/',
    'http://2130706433:1/',
    'http://0x7f.1:1/',
    'http://017700000001:1/',
    'http://127.1:1/',
    'http://0:1/',
    'http://[::1]:1/',
    'http://[::]:1/',
    'http://[::ffff:127.0.0.1]:1/',
    'http://[::127.0.0.1]:1/',
    'http://[64:ff9b::7f00:1]:1/',
    'http://[2002:7f00:1::]:1/',
    'http://[fe80::1]:1/',
    'http://[fd00::1]:1/',
    'http://10.0.0.1:1/',
    'http://172.16.0.1:1/',
    'http://192.168.0.1:1/',
    'http://100.64.0.1:1/',
    'http://169.254.169.254:1/latest/meta-data/',
    'http://224.0.0.1:1/',
  ])('%s is refused without being asked', async (url) => {
    expect(await ask(url, { rule: addressRule(), robots: false })).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('is not a public address'),
      lasting: true,
    })
  })

  it.each([
    ['127.0.0.1', '127.0.0.1', 'x', true],
    ['127.0.0.0/8', '127.1.2.3', 'x', true],
    ['127.0.0.0/8', '::ffff:127.1.2.3', 'x', true],
    ['fd00::/8', 'fd12::1', 'x', true],
    ['intranet.example', '10.1.1.1', 'Intranet.example', true],
    ['10.0.0.0/8', '11.0.0.1', 'x', true],
    ['10.0.0.0/8', '192.168.0.1', 'x', false],
    ['intranet.example', '10.1.1.1', 'other.example', false],
    ['0.0.0.0/0', '::1', 'x', false],
  ])('%s allows %s as %s: %s', (allowed, address, host, open) => {
    expect(addressRule([allowed]).refuse(address, host) === null).toBe(open)
  })
})

it.each([
  ['120', 120],
  ['Tue, 06 May 2014 08:02:00 GMT', 120],
  ['Tue, 06 May 2014 07:00:00 GMT', 0],
  ['99999999', 604_800],
  ['soon', null],
  ['-1', null],
  [undefined, null],
])('Retry-After %s is %s', (value, seconds) => {
  expect(retryAfter(value, new Date('2014-05-06T08:00:00Z'))).toBe(seconds)
})
