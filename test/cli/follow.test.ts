import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import iconv from 'iconv-lite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteArchive } from '#archive'
import type { Source } from '#document'
import { addressRule, type Fetcher, openFetcher } from '#fetch'
import { type Feed, readFeedList } from '../../src/cli/follow/feed-list.ts'
import { type FeedState, openStateFolder } from '../../src/cli/follow/feed-state.ts'
import { pollFeed } from '../../src/cli/follow/poll-feed.ts'

const command = join(import.meta.dirname, '..', '..', 'bin', 'rapporteur.mjs')

type Handler = (request: IncomingMessage, response: ServerResponse) => void
const handlers = new Map<string, Handler>()
const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  const handle = handlers.get(request.url ?? '')
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

const WORDS =
  'The two envoys met on the island for six hours on Tuesday and spoke of the reef, a spokeswoman said.'

interface Item {
  readonly id: number
  readonly guid?: string
  readonly title?: string
  readonly text?: string
  readonly link?: string
}

const rss = (items: readonly Item[], declaration = '<?xml version="1.0"?>') =>
  `${declaration}<rss version="2.0"><channel><title>Post</title>${items
    .map(
      ({ id, guid = `g${id}`, title = `Envoys meet ${id}`, text = 'They met.', link }) =>
        `<item><title>${title}</title><guid isPermaLink="false">${guid}</guid><link>${link ?? `${base}/page/${id}`}</link><pubDate>Tue, 06 May 2014 08:00:00 GMT</pubDate><description>${text}</description></item>`,
    )
    .join('')}</channel></rss>`

const page = (id: number) =>
  `<html lang="en"><head><title>Envoys meet ${id}</title></head><body><article><p>${WORDS}</p><p>Talk number ${id} ends here, she said.</p></article></body></html>`

const serve = (path: string, body: string | Buffer, headers: Readonly<Record<string, string>> = {}) =>
  handlers.set(path, (_, response) => response.writeHead(200, headers).end(body))

const MINUTE = 60_000

describe('pollFeed', () => {
  let folder = ''
  let fetcher: Fetcher
  let state: FeedState
  let kept: Source[] = []
  let clock = 0

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-follow-'))
    fetcher = openFetcher({
      userAgent: 'rapporteur/test',
      rule: addressRule(['127.0.0.1']),
      pauseMs: 0,
      patienceMs: 300,
      wholeMs: 3000,
    })
    state = await (await openStateFolder(folder)).load(`${base}/feed`)
    kept = []
    clock = 1_000_000
    handlers.clear()
    asked.length = 0
  })
  afterEach(async () => {
    await fetcher.close()
    rmSync(folder, { recursive: true })
  })

  const feed = (more: Partial<Feed> = {}): Feed => ({ url: `${base}/feed`, pages: 'stubs', ...more })

  /** Polls with what a new process would know. */
  async function poll(more: Partial<Feed> = {}) {
    const states = await openStateFolder(folder)
    state = await states.load(`${base}/feed`)
    return pollFeed(feed(more), state, {
      fetcher,
      states,
      maxBytes: 200_000,
      everyMs: 15 * MINUTE,
      once: false,
      signal: new AbortController().signal,
      now: () => clock,
      async code(_name, _place, source) {
        kept.push(source)
        return 'added'
      },
    })
  }

  /** The next poll at its time. */
  const pollLater = (more: Partial<Feed> = {}) => {
    clock = Math.max(state.next, clock)
    return poll(more)
  }

  it('fetches the page of a stub, keeps what the feed says of it, and asks with validators next time', async () => {
    handlers.set('/feed', (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
      else response.writeHead(200, { etag: '"1"' }).end(rss([{ id: 1 }, { id: 2 }]))
    })
    serve('/page/1', page(1), { 'content-type': 'text/html' })
    serve('/page/2', page(2), { 'content-type': 'text/html' })
    expect(await poll()).toMatchObject({ failure: null, fresh: 2, added: 2, stubs: 0, waiting: 0 })
    expect(kept[0]).toMatchObject({
      title: 'Envoys meet 1',
      text: `${WORDS}\n\nTalk number 1 ends here, she said.`,
      published: '2014-05-06T08:00:00Z',
      source: 'Post',
      url: `${base}/page/1`,
      edition: { item: `${base}/page/1`, version: 1, status: 'usable' },
    })
    expect(await pollLater()).toMatchObject({ failure: null, fresh: 0, added: 0 })
    expect(asked.filter((url) => url === '/page/1')).toHaveLength(1)
  })

  it('asks nothing before its time', async () => {
    serve('/feed', rss([{ id: 1, text: WORDS.repeat(10) }]))
    await poll()
    asked.length = 0
    await poll()
    expect(asked).toEqual([])
  })

  it('leaves pages alone where it is told to, and always asks where it is told to', async () => {
    serve('/feed', rss([{ id: 1 }]))
    expect(await poll({ pages: 'never' })).toMatchObject({ added: 1, stubs: 0 })
    expect(asked).not.toContain('/page/1')
    serve('/feed', rss([{ id: 3, text: WORDS.repeat(10) }]))
    serve('/page/3', page(3))
    await pollLater({ pages: 'always' })
    expect(asked).toContain('/page/3')
  })

  it('counts the versions of an item that changes', async () => {
    serve('/feed', rss([{ id: 1, text: WORDS }]))
    await poll()
    serve('/feed', rss([{ id: 1, text: `${WORDS} They will meet again.` }]))
    expect(await pollLater()).toMatchObject({ fresh: 1, added: 1 })
    expect(kept.map(({ edition }) => [edition?.item, edition?.version])).toEqual([
      [`${base}/page/1`, 1],
      [`${base}/page/1`, 2],
    ])
  })

  it.each([
    ['new ids at every turn', { guid: 'other' }],
    ['new ids and new addresses for long texts', { guid: 'other', link: 'https://other.example/1' }],
  ])('is not taken in by %s', async (_, changes) => {
    const item = { id: 1, text: WORDS.repeat(10) }
    serve('/feed', rss([item]))
    await poll()
    serve('/feed', rss([{ ...item, ...changes }]))
    expect(await pollLater()).toMatchObject({ fresh: 0, added: 0 })
  })

  it.each<readonly [string, Handler, string]>([
    ['500', (_, response) => response.writeHead(500).end(), 'the server answers 500'],
    ['slowness', () => undefined, 'the server did not answer in time'],
    [
      'a wrong length',
      (_, response) => {
        response.writeHead(200, { 'content-length': '9000' })
        response.write(rss([{ id: 1 }]))
        setTimeout(() => response.destroy(), 10)
      },
      'the connection broke off',
    ],
    [
      'a length that is too short',
      (_, response) => {
        const { socket } = response
        socket?.end(`HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\n${rss([{ id: 1 }])}`)
      },
      'is not a well-formed feed: Unrecognized feed format',
    ],
    [
      'a redirect loop',
      (_, response) => response.writeHead(302, { location: '/feed' }).end(),
      'redirects to itself',
    ],
    [
      '100 MB',
      (_, response) => {
        response.writeHead(200)
        const send = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536, 97)));
          if (!response.destroyed) response.once('drain', send)
        }
        send()
      },
      'is larger than 200000 bytes',
    ],
    [
      'a page in its place',
      (_, response) =>
        response.end(
          '<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body>x</body></html>',
        ),
      'is a web page, no feed; it names this feed: /rss',
    ],
  ])('%s: says why, waits longer each time, and forgets it when all is well', async (_, handler, reason) => {
    handlers.set('/feed', handler)
    expect(await poll()).toMatchObject({ failure: reason, fresh: 0 })
    expect(state.next - clock).toBe(30 * MINUTE)
    await pollLater()
    expect(state.next - clock).toBe(60 * MINUTE)
    serve('/feed', rss([{ id: 1, text: WORDS.repeat(10) }]))
    expect(await pollLater()).toMatchObject({ failure: null, added: 1 })
    expect(state.next - clock).toBe(15 * MINUTE)
  })

  it('waits as long as the server asks', async () => {
    handlers.set('/feed', (_, response) => response.writeHead(429, { 'retry-after': '86400' }).end())
    expect(await poll()).toMatchObject({ failure: 'the server answers 429' })
    expect(state.notBefore - clock).toBe(86_400_000)
    expect(state.next).toBe(state.notBefore)
  })

  it('reads a feed whose charset is declared wrongly', async () => {
    const items = [{ id: 1, title: 'Gespräche in Zürich', text: WORDS.repeat(10) }]
    serve('/feed', rss(items, '<?xml version="1.0" encoding="iso-8859-1"?>'), {
      'content-type': 'text/xml; charset=iso-8859-1',
    })
    await poll()
    serve(
      '/feed',
      iconv.encode(
        rss([{ id: 2, title: 'Gespräche in Zürich', text: WORDS }], '<?xml version="1.0" encoding="utf-8"?>'),
        'latin1',
      ),
      {
        'content-type': 'text/xml; charset=utf-8',
      },
    )
    await pollLater()
    expect(kept.map(({ title }) => title)).toEqual(['Gespräche in Zürich', 'Gespräche in Zürich'])
  })

  it('reads a feed that is cut off as far as it goes, and the rest next time', async () => {
    const whole = rss([
      { id: 1, text: WORDS.repeat(10) },
      { id: 2, text: WORDS.repeat(11) },
    ])
    serve('/feed', whole.slice(0, -60), { etag: '"1"' })
    expect(await poll()).toMatchObject({ failure: null, added: 1 })
    serve('/feed', whole, { etag: '"1"' })
    expect(await pollLater()).toMatchObject({ failure: null, fresh: 1, added: 1 })
  })

  it('tries a page again that cannot be had, then takes what the feed says', async () => {
    serve('/feed', rss([{ id: 1 }]))
    handlers.set('/page/1', (_, response) => response.writeHead(503).end())
    expect(await poll()).toMatchObject({ fresh: 1, added: 0, waiting: 1 })
    for (let tries = 1; tries < 4; tries++) {
      clock = state.pending[0]?.after ?? 0
      expect(await poll()).toMatchObject({ added: 0, waiting: 1 })
    }
    clock = state.pending[0]?.after ?? 0
    expect(await poll()).toMatchObject({ added: 1, stubs: 1, waiting: 0 })
    expect(kept).toMatchObject([{ text: 'They met.' }])
  })

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://[::ffff:10.0.0.1]/',
    'http://0x0a000001/',
    'file:///etc/passwd',
  ])('never asks for %s', async (link) => {
    serve('/feed', rss([{ id: 1, link }]))
    expect(await poll()).toMatchObject({ added: 1, waiting: 0 })
    expect(kept).toMatchObject([{ text: 'They met.' }])
  })

  it('goes on with what was waiting when it was stopped', async () => {
    handlers.set('/feed', (request, response) => {
      if (request.headers['if-none-match']) response.writeHead(304).end()
      else response.writeHead(200, { etag: '"1"' }).end(rss([{ id: 1 }, { id: 2 }]))
    })
    const stop = new AbortController()
    handlers.set('/page/1', () => stop.abort())
    const states = await openStateFolder(folder)
    await pollFeed(feed(), state, {
      fetcher,
      states,
      maxBytes: 200_000,
      everyMs: MINUTE,
      once: false,
      signal: stop.signal,
      now: () => clock,
      code: () => Promise.reject(new Error('nothing is to be coded after the stop')),
    })
    serve('/page/1', page(1))
    serve('/page/2', page(2))
    clock += MINUTE
    expect(await poll()).toMatchObject({ fresh: 0, added: 2 })
  })
})

describe('the list of feeds', () => {
  it('reads short and long forms', () => {
    const list = readFeedList(
      'every: 1h\nfeeds:\n  - https://a.example/rss\n  - url: https://b.example/atom\n    source: b\n    every: 30m\n',
      'feeds.yaml',
    )
    expect(list).toMatchObject({
      every: 60 * MINUTE,
      pause: 2000,
      feeds: [
        { url: 'https://a.example/rss', pages: 'stubs' },
        { url: 'https://b.example/atom', source: 'b', every: 30 * MINUTE },
      ],
    })
  })

  it('reads the list that docs/formats.md shows', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'formats.md'), 'utf8')
    const shown = /^```yaml\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? ''
    expect(readFeedList(shown, 'feeds.yaml')).toMatchObject({
      contact: 'desk@example.org',
      maxBytes: 10_000_000,
      feeds: [{ pages: 'stubs' }, { source: 'agency', every: 60 * MINUTE, pages: 'always', language: 'en' }],
    })
  })

  it.each([
    ['feeds: []', 'feeds.yaml, line 1: feeds: expected at least one feed'],
    [
      'feeds:\n  - ftp://a.example',
      'feeds.yaml, line 2: feeds.0.url: expected an http or https address, found "ftp://a.example"',
    ],
    [
      'every: soon\nfeeds:\n  - https://a.example',
      'feeds.yaml, line 1: every: expected a time like "15m" or "2h", at least 60 s, found "soon"',
    ],
    [
      'feeds:\n  - url: https://a.example\n    evry: 1h',
      'feeds.yaml, line 2: feeds.0: Unrecognized key: "evry"',
    ],
    ['feeds: [https://a.example, https://a.example]', 'feeds.yaml: names https://a.example twice'],
    ['feeds:\n  - "https://a.example', 'feeds.yaml, line 2: '],
  ])('%j', (text, message) => {
    expect(() => readFeedList(text, 'feeds.yaml')).toThrow(message)
  })
})

describe('rapporteur follow', () => {
  const COUNT = 30

  it('loses nothing and keeps nothing twice when it is killed and started again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-follow-'))
    const items = Array.from({ length: COUNT }, (_, i) => ({ id: 1000 + i }))
    handlers.clear()
    handlers.set('/feed', (request, response) => {
      if (request.headers['if-none-match']) response.writeHead(304).end()
      else response.writeHead(200, { etag: '"1"' }).end(rss(items))
    })
    for (const { id } of items) serve(`/page/${id}`, page(id), { 'content-type': 'text/html' })
    const list = join(folder, 'feeds.yaml')
    const archive = join(folder, 'desk.sqlite')
    writeFileSync(list, `pause: 0s\nallow: [127.0.0.1]\nfeeds: ["${base}/feed"]\n`)
    const args = [command, 'follow', list, '--archive', archive, '--once']
    for (const ms of [400, 900, 1400]) {
      const child = spawn(process.execPath, args, { stdio: 'ignore' })
      await wait(ms)
      child.kill('SIGKILL')
      await new Promise((resolve) => child.once('close', resolve))
    }
    await promisify(execFile)(process.execPath, args)
    const kept = await openSqliteArchive(archive, { create: false })
    expect((await kept.stats()).documents).toBe(COUNT)
    await kept.close()
    expect(readdirSync(`${archive}.feeds`).filter((file) => file.endsWith('.json'))).toHaveLength(1)
    rmSync(folder, { recursive: true })
  }, 180_000)

  it('says which feed fails, and ends with 3', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-follow-'))
    const list = join(folder, 'feeds.yaml')
    handlers.clear()
    handlers.set('/feed', (_, response) => response.writeHead(500).end())
    writeFileSync(list, `pause: 0s\nallow: [127.0.0.1]\nfeeds: ["${base}/feed"]\n`)
    await expect(
      promisify(execFile)(process.execPath, [command, 'follow', list, '--once']),
    ).rejects.toMatchObject({ code: 3, stderr: `rapporteur: ${base}/feed: the server answers 500\n` })
    rmSync(folder, { recursive: true })
  })
})
