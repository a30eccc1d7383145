import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAtomFeed } from 'feedsmith'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Archive, openSqliteArchive } from '#archive'
import { catchWatches, deliverFirings, EXAMPLE_WATCHES, previewWatch, watchFeed } from '#dossier'
import { CHINA, type Made, makeRecord, RUSSIA, USA } from '../archive/make-record.ts'
import { makeWatch } from './make-watch.ts'

const NOW = { now: new Date('2014-06-01T12:00:00Z') }
const PHILIPPINES = { name: 'Manila', country: 'PHL' }

let archive: Archive
beforeEach(async () => {
  archive = await openSqliteArchive(':memory:')
})
afterEach(() => archive.close())

const add = (made: Made) => archive.add([makeRecord(made)])
const met = (day: string, extra = '') =>
  add({
    title: `Talks ${day} ${extra}`,
    published: day,
    source: `Wire ${extra}`,
    events: [
      {
        type: 'CONSULT',
        actors: [CHINA, USA],
        sentence: `${CHINA.name} met ${USA.name} over trade on ${day}.`,
        trigger: 'met',
      },
    ],
  })
const titles = (firings: readonly { readonly title: string }[]) => firings.map(({ title }) => title)

describe('each new happening', () => {
  it('fires once, however many report it, and never for what was there before', async () => {
    await met('2014-05-01')
    await archive.watches.save(makeWatch(), NOW.now.toISOString())
    expect(await catchWatches(archive, NOW)).toEqual([])
    await met('2014-05-20')
    const [fired, ...more] = await catchWatches(archive, NOW)
    expect(more).toEqual([])
    expect(fired?.title).toContain('CONSULT')
    const [evidence] = fired?.evidence ?? []
    const record = (await archive.document(evidence?.documentId ?? ''))?.record
    expect(record?.document.text.slice(evidence?.start ?? 0, evidence?.end ?? 0)).toBe(evidence?.text)
    await met('2014-05-20', 'again')
    expect((await archive.happenings({ from: '2014-05-20' })).items[0]?.reports).toHaveLength(2)
    expect(await catchWatches(archive, NOW)).toEqual([])
    expect((await archive.watches.get('w'))?.firings).toBe(1)
  })

  it('fires when a later report makes an old happening answer', async () => {
    await archive.watches.save(makeWatch({ question: { source: 'Wire again' } }), NOW.now.toISOString())
    await met('2014-05-20')
    expect(await catchWatches(archive, NOW)).toEqual([])
    await met('2014-05-20', 'again')
    expect(await catchWatches(archive, NOW)).toHaveLength(1)
  })

  it('does not fire again for a happening that was coded anew', async () => {
    await archive.watches.save(makeWatch(), NOW.now.toISOString())
    const made: Made = {
      published: '2014-05-20',
      events: [
        { type: 'CONSULT', actors: [CHINA, USA], sentence: `${CHINA.name} met ${USA.name}.`, trigger: 'met' },
      ],
    }
    await add(made)
    expect(await catchWatches(archive, NOW)).toHaveLength(1)
    await add({ ...made, coder: { version: '9.9.9' } })
    expect(await catchWatches(archive, NOW)).toEqual([])
  })

  it('asks within its dossier, and nothing when that is gone', async () => {
    await archive.saveDossier({ slug: 'russia', title: 'Russia', question: { actor: ['RUS'] } })
    await archive.watches.save(makeWatch({ question: {}, dossier: 'russia' }), NOW.now.toISOString())
    await met('2014-05-20')
    expect(await catchWatches(archive, NOW)).toEqual([])
    await archive.deleteDossier('russia')
    await met('2014-05-21')
    expect(await catchWatches(archive, NOW)).toEqual([])
  })

  it('asks for rivals: two of them, not one of them and somebody else', async () => {
    await archive.watches.save(makeWatch({ rivals: ['CHN', 'PHL', 'VNM'] }), NOW.now.toISOString())
    await met('2014-05-20')
    await add({
      published: '2014-05-21',
      events: [
        {
          type: 'ASSAULT',
          actors: [CHINA],
          recipients: [PHILIPPINES],
          sentence: `${CHINA.name} rammed a boat from ${PHILIPPINES.name} off the reef.`,
          trigger: 'rammed',
        },
      ],
    })
    expect(titles(await catchWatches(archive, NOW))).toEqual([expect.stringContaining('ASSAULT')])
  })

  it('the shipped example catches an act at sea between claimants and no other', async () => {
    for (const watch of EXAMPLE_WATCHES) await archive.watches.save(watch, NOW.now.toISOString())
    const act = (
      sentence: string,
      recipient: { name: string; country: string },
      type: 'ASSAULT' | 'CONSULT',
    ) =>
      add({
        published: '2014-05-21',
        title: sentence,
        events: [{ type, actors: [CHINA], recipients: [recipient], sentence, trigger: 'hit' }],
      })
    await act(
      `${CHINA.name} hit a fishing boat of ${PHILIPPINES.name} near Scarborough Shoal.`,
      PHILIPPINES,
      'ASSAULT',
    )
    await act(`${CHINA.name} hit a border post of ${PHILIPPINES.name} in the hills.`, PHILIPPINES, 'ASSAULT')
    await act(
      `${CHINA.name} hit a reef on the way to ${USA.name}.`,
      { name: USA.name, country: 'USA' },
      'ASSAULT',
    )
    expect(titles(await catchWatches(archive, NOW))).toEqual([expect.stringContaining('Scarborough')])
  })
})

describe('a count in a window', () => {
  const watch = makeWatch({ condition: { kind: 'count', atLeast: 3, days: 7 } })
  /** Happenings that have nothing in common but one party. */
  const acts = [
    {
      type: 'AID',
      country: 'PHL',
      sentence: 'Beijing gave rice to Country PHL after the flood.',
      trigger: 'gave',
    },
    {
      type: 'ACCUSE',
      country: 'VNM',
      sentence: 'Beijing blamed Country VNM for a broken cable.',
      trigger: 'blamed',
    },
    {
      type: 'ASSAULT',
      country: 'JPN',
      sentence: 'Beijing struck a trawler from Country JPN.',
      trigger: 'struck',
    },
    {
      type: 'SANCTION',
      country: 'KOR',
      sentence: 'Beijing banned apples grown in Country KOR.',
      trigger: 'banned',
    },
    {
      type: 'THREATEN',
      country: 'IND',
      sentence: 'Beijing threatened Country IND with a wall.',
      trigger: 'threatened',
    },
    { type: 'AID', country: 'AUS', sentence: 'Beijing lent tents to Country AUS at night.', trigger: 'lent' },
    {
      type: 'ASSAULT',
      country: 'MYS',
      sentence: 'Beijing shelled a mill of Country MYS.',
      trigger: 'shelled',
    },
  ] as const
  let next = 0
  const met = (day: string) => {
    const { type, country, sentence, trigger } = acts[next++ % acts.length] ?? acts[0]
    const other = { name: `Country ${country}`, country }
    const event = { type, actors: [CHINA], recipients: [other], sentence, trigger, date: day }
    return add({ published: day, title: sentence, events: [event] })
  }
  it('fires once when it is reached and again only for days that were not told of', async () => {
    await archive.watches.save(watch, NOW.now.toISOString())
    await met('2014-05-01')
    await met('2014-05-04')
    expect(await catchWatches(archive, NOW)).toEqual([])
    await met('2014-05-07')
    const [fired] = await catchWatches(archive, NOW)
    expect(fired).toMatchObject({ kind: 'count', day: '2014-05-07' })
    expect(fired?.items).toHaveLength(3)
    await met('2014-05-09')
    expect(await catchWatches(archive, NOW)).toEqual([])
    for (const day of ['2014-05-18', '2014-05-20', '2014-05-23']) await met(day)
    expect(await catchWatches(archive, NOW)).toHaveLength(1)
  })
})

describe('what falls due', () => {
  it('fires so many days before, once', async () => {
    await archive.watches.save(
      makeWatch({ condition: { kind: 'due', withinDays: 5 } }),
      NOW.now.toISOString(),
    )
    await add({
      published: '2014-05-01',
      pledges: [{ by: CHINA, act: 'withdraw its ships by 2014-06-20', due: '2014-06-20' }],
    })
    expect(await catchWatches(archive, { ...NOW, today: '2014-06-14' })).toEqual([])
    const [fired] = await catchWatches(archive, { ...NOW, today: '2014-06-15' })
    expect(fired).toMatchObject({ kind: 'due', day: '2014-06-20' })
    expect(fired?.evidence[0]?.text).toContain('withdraw its ships')
    expect(await catchWatches(archive, { ...NOW, today: '2014-06-16' })).toEqual([])
  })
})

it('who asks again and again asks for what falls due once a day, and anew when the watch has changed', async () => {
  const asked = new Map<string, string>()
  const due = (withinDays: number) => makeWatch({ condition: { kind: 'due', withinDays } })
  await archive.watches.save(due(1), NOW.now.toISOString())
  await add({
    published: '2014-05-01',
    pledges: [{ by: CHINA, act: 'withdraw its ships by 2014-06-20', due: '2014-06-20' }],
  })
  const ask = (today: string) => catchWatches(archive, { ...NOW, today, asked })
  expect(await ask('2014-06-10')).toEqual([])
  expect(asked.size).toBe(1)
  await archive.watches.save(due(10), NOW.now.toISOString())
  expect(await ask('2014-06-10')).toHaveLength(1)
  expect(await ask('2014-06-10')).toEqual([])
})

it('two who ask at once tell a thing once', async () => {
  await archive.watches.save(makeWatch(), NOW.now.toISOString())
  await met('2014-05-20')
  const both = await Promise.all([catchWatches(archive, NOW), catchWatches(archive, NOW)])
  expect(both.flat()).toHaveLength(1)
})

it('a preview tells what would have fired and keeps nothing', async () => {
  await met('2014-05-20')
  await archive.watches.save(makeWatch(), NOW.now.toISOString())
  const row = await archive.watches.get('w')
  if (!row) throw new Error('no watch')
  expect(await previewWatch(archive, row, '2014-06-01')).toHaveLength(1)
  expect((await archive.watches.firings()).items).toEqual([])
})

describe('deliveries', () => {
  let server: Server
  let answers: ((id: string) => { status: number; headers?: { [name: string]: string } })[]
  const got: { headers: { [name: string]: string }; body: string }[] = []
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`

  beforeEach(async () => {
    got.length = 0
    answers = []
    server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => {
        body += chunk
      })
      request.on('end', () => {
        got.push({ headers: request.headers as { [name: string]: string }, body })
        const { status, headers = {} } = answers.shift()?.(String(request.headers['webhook-id'])) ?? {
          status: 200,
        }
        response.writeHead(status, headers).end()
      })
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  })
  afterEach(() => new Promise((done) => server.close(done)))

  const fire = async (secret = 'a secret') => {
    await archive.watches.save(makeWatch({ webhook: { url: url(), secret } }), NOW.now.toISOString())
    await met('2014-05-20')
    return catchWatches(archive, NOW)
  }
  const at = (instant: string) => ({ now: () => new Date(instant) })

  it('are signed so that a receiver can check them', async () => {
    const secret = `whsec_${Buffer.from('sixteen bytes here').toString('base64')}`
    const [fired] = await fire(secret)
    expect(await deliverFirings(archive)).toBe(1)
    const [{ headers, body } = { headers: {}, body: '' }] = got
    const verified = new Webhook(secret).verify(body, headers) as { data: { id: string } }
    expect(verified.data.id).toBe(fired?.id)
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow()
    expect(await deliverFirings(archive)).toBe(0)
    expect(got).toHaveLength(1)
  })

  it('are tried again, later and later, under the same id', async () => {
    await fire()
    answers = [() => ({ status: 500 }), () => ({ status: 503, headers: { 'retry-after': '600' } })]
    await deliverFirings(archive, at('2014-06-01T12:00:00Z'))
    expect(await deliverFirings(archive, at('2014-06-01T12:00:04Z'))).toBe(0)
    expect(got).toHaveLength(1)
    await deliverFirings(archive, at('2014-06-01T12:00:06Z'))
    expect(await archive.watches.deliveries()).toMatchObject([
      {
        state: 'waiting',
        attempts: 2,
        error: 'the receiver answered 503',
        nextAt: '2014-06-01T12:10:06.000Z',
      },
    ])
    expect(await archive.watches.get('w')).toMatchObject({ waiting: 1, failing: 1 })
    expect(await deliverFirings(archive, at('2014-06-01T12:10:07Z'))).toBe(1)
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(await archive.watches.get('w')).toMatchObject({ waiting: 0, failing: 0 })
  })

  it('end where the receiver is gone for good, and do not follow a redirection', async () => {
    await fire()
    answers = [() => ({ status: 302, headers: { location: 'http://127.0.0.1:1/' } }), () => ({ status: 410 })]
    await deliverFirings(archive, at('2014-06-01T12:00:00Z'))
    expect(await archive.watches.deliveries()).toMatchObject([{ error: 'the receiver answered 302' }])
    await deliverFirings(archive, at('2014-06-01T13:00:00Z'))
    expect(await archive.watches.deliveries()).toMatchObject([{ state: 'refused' }])
  })

  it('wait where nobody listens', async () => {
    await fire()
    await archive.watches.save(makeWatch({ webhook: { url: 'http://127.0.0.1:9/', secret: 's' } }), '')
    await deliverFirings(archive)
    expect(await archive.watches.deliveries()).toMatchObject([{ state: 'waiting', attempts: 1 }])
  })

  it('run a command that reads the firing, without a shell', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-watch-'))
    try {
      const out = join(folder, 'out; touch x')
      const script =
        "let s='';process.stdin.on('data',c=>s+=c).on('end',()=>require('fs').writeFileSync(process.argv[1],process.env.RAPPORTEUR_FIRING+'\\n'+s))"
      const command = [process.execPath, '-e', script, out]
      await archive.watches.save(makeWatch({ command }), NOW.now.toISOString())
      await met('2014-05-20')
      const [fired] = await catchWatches(archive, NOW)
      expect(await deliverFirings(archive)).toBe(1)
      const [id, json] = readFileSync(out, 'utf8').split('\n')
      expect(id).toBe(fired?.id)
      expect(JSON.parse(json ?? '')).toEqual(fired)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('of a command that fails or is not there wait', async () => {
    await archive.watches.save(makeWatch({ command: ['/nowhere/at-all'] }), NOW.now.toISOString())
    await met('2014-05-20')
    await catchWatches(archive, NOW)
    expect(await deliverFirings(archive)).toBe(0)
    expect(await archive.watches.deliveries()).toMatchObject([
      { state: 'waiting', error: expect.stringContaining('ENOENT') },
    ])
  })
})

it('the feed is read by a feed reader', async () => {
  await archive.watches.save(makeWatch({ title: 'Ships & <boats>' }), NOW.now.toISOString())
  await add({
    published: '2014-05-21',
    title: 'A "title"',
    events: [
      {
        type: 'ACCUSE',
        actors: [CHINA],
        recipients: [RUSSIA],
        sentence: `${CHINA.name} blamed <i>${RUSSIA.name}</i> & others.`,
        trigger: 'blamed',
      },
    ],
  })
  const fired = await catchWatches(archive, NOW)
  const feed = parseAtomFeed(
    watchFeed({ id: 'w', title: 'Ships & <boats>' }, NOW.now.toISOString(), fired, 'http://localhost:4747/'),
  )
  expect(feed.title).toMatchObject({ value: 'Ships & <boats>' })
  expect(feed.entries?.[0]).toMatchObject({ id: `urn:rapporteur:${fired[0]?.id}`, updated: fired[0]?.at })
  expect(JSON.stringify(feed.entries?.[0])).toContain(`<i>${RUSSIA.name}</i> & others`)
  expect(feed.entries?.[0]?.links?.[0]?.href).toContain('http://localhost:4747/documents/sha256%3A')
})
