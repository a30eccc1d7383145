import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSqliteArchive } from '#archive'
import { createApp } from './create-app.ts'

const noParser = () => {
  throw new Error('no parser here')
}
const RELATION = {
  type: 'CONSULT',
  mode: null,
  quad: 'verbal-cooperation',
  status: 'asserted',
  confidence: 0.9,
  scores: { CONSULT: 0.9 },
}
const open = async (token?: string, models?: string) =>
  createApp({
    archive: await openSqliteArchive(':memory:'),
    code: ({ text }) => Promise.resolve(JSON.stringify({ text })),
    relate: () => Promise.resolve(JSON.stringify(RELATION)),
    ...(models === undefined ? {} : { models }),
    parser: noParser,
    address: () => 'http://localhost/',
    trusted: true,
    desk: null,
    maxBodyBytes: 2000,
    ...(token ? { token } : {}),
  })
const post = (body: string) => ({ method: 'POST', body, headers: { 'content-type': 'application/json' } })

describe('the API', () => {
  it.each([
    'documents',
    'events',
    'happenings',
    'statements',
    'positions',
    'commitments',
    'figures',
    'actors',
    'dossiers',
  ])('lists %s', async (name) => {
    const response = await (await open()).request(`/api/${name}`)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ items: [], next: null })
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(response.headers.get('etag')).not.toBeNull()
  })

  it('hands out models, and not again what is known', async () => {
    const models = mkdtempSync(join(tmpdir(), 'rapporteur-models-'))
    writeFileSync(join(models, 'ranker.bin'), 'weights')
    writeFileSync(join(models, 'secret.txt'), 'no model')
    const app = await open(undefined, models)
    const first = await app.request('/models/ranker.bin')
    expect(await first.text()).toBe('weights')
    const known = { headers: { 'if-none-match': first.headers.get('etag') ?? '' } }
    expect((await app.request('/models/ranker.bin', known)).status).toBe(304)
    expect((await app.request('/models/secret.txt')).status).toBe(404)
    expect((await app.request('/models/%2e%2e%2fsecret.bin')).status).toBe(404)
    rmSync(models, { recursive: true })
  })

  it('relates two actors', async () => {
    const body = { text: 'A met B.', actor: { start: 0, end: 1 }, recipient: { start: 6, end: 7 } }
    const response = await (await open()).request('/api/relate', post(JSON.stringify(body)))
    expect(await response.json()).toMatchObject({ type: 'CONSULT' })
  })

  it('codes a text', async () => {
    const response = await (await open()).request('/api/code', post('{"text":"hm"}'))
    expect(await response.json()).toEqual({ text: 'hm' })
  })

  it.each([
    ['/api/nothing', 404, {}],
    ['/api/documents/sha256:0', 404, {}],
    ['/api/events?limit=0', 400, {}],
    ['/api/events?limit=x', 400, {}],
    ['/api/events?from=tuesday', 400, {}],
    ['/api/events?colour=red', 400, {}],
    ['/api/events?cursor=%00%ff', 400, {}],
    ['/api/events?order=up', 400, {}],
    ['/api/search', 400, {}],
    ['/api/code', 400, post('{')],
    ['/api/code', 422, post('{"text":1}')],
    ['/api/code', 422, post('[]')],
    ['/api/relate', 422, post('{"text":"A met B","actor":{"start":0,"end":99},"recipient":null}')],
    ['/models/ranker.bin', 404, {}],
    ['/models/..%2Fpackage.json', 404, {}],
    ['/api/code', 413, post(JSON.stringify({ text: 'x'.repeat(3000) }))],
    ['/api/dossiers/%E0%A4%A', 400, {}],
    ['/api/events?type=NOTHING', 400, {}],
    ['/api/events?minConfidence=2', 400, {}],
    ['/api/events', 405, { method: 'DELETE' }],
    ['/api/code', 405, {}],
    ['/api/events', 406, { headers: { accept: 'image/png' } }],
    ['/api/stats', 406, { headers: { accept: 'text/csv' } }],
    ['/api/code', 415, { method: 'POST', body: '{"text":"hm"}' }],
    ['/api/events', 403, { headers: { host: 'rebound.example' } }],
    ['/api/code', 403, { ...post('{"text":"hm"}'), headers: { origin: 'https://elsewhere.example' } }],
  ] as const)('refuses %s with %i and the one error body', async (path, status, init) => {
    const response = await (await open()).request(path, init)
    expect(response.status).toBe(status)
    const { error } = (await response.json()) as { error: { status: number; message: string } }
    expect(error.status).toBe(status)
    expect(error.message.length).toBeGreaterThan(5)
  })

  it.each([
    ['/api/events', 'application/jsonl', 'application/jsonl'],
    ['/api/events', 'text/csv, application/json;q=0.5', 'text/csv; charset=utf-8; header=present'],
    ['/api/positions', 'text/html, */*;q=0.1', 'application/json'],
    ['/api/dyads?format=csv', 'text/html', 'text/csv; charset=utf-8; header=present'],
  ])('answers %s in what %s wishes', async (path, accept, type) => {
    const response = await (await open()).request(path, { headers: { accept } })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
  })

  it('names the columns of a CSV without rows', async () => {
    const response = await (await open()).request('/api/dyads?format=csv')
    expect(await response.text()).toMatch(/^period,actor,recipient,events,.*\r\n$/)
  })

  it('says 304 to who has the answer', async () => {
    const app = await open()
    const etag = (await app.request('/api/stats')).headers.get('etag') ?? ''
    const again = await app.request('/api/stats', { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('lets a client ask so often and then says when to come again', async () => {
    const app = createApp({
      archive: await openSqliteArchive(':memory:'),
      code: () => Promise.resolve('{}'),
      relate: () => Promise.resolve('{}'),
      parser: noParser,
      address: () => 'http://localhost/',
      trusted: true,
      desk: null,
      requestsPerMinute: 2,
    })
    const statuses = []
    for (let i = 0; i < 3; i++) statuses.push((await app.request('/api/stats')).status)
    expect(statuses).toEqual([200, 200, 429])
    expect(Number((await app.request('/api/stats')).headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('tells Prometheus what it answered', async () => {
    const app = await open()
    await app.request('/api/documents/sha256:0')
    const text = await (await app.request('/metrics')).text()
    expect(text).toContain(
      'rapporteur_http_requests_total{route="/api/documents/{id}",method="GET",status="404"} 1',
    )
    expect(text).toContain('rapporteur_archive_documents 0')
  })

  it('asks for its token', async () => {
    const app = await open('secret')
    expect((await app.request('/api/stats')).status).toBe(401)
    expect((await app.request('/api/stats', { headers: { authorization: 'Bearer secret' } })).status).toBe(
      200,
    )
  })
})
