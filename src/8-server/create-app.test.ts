import { describe, expect, it } from 'vitest'
import { openSqliteArchive } from '#archive'
import { createApp } from './create-app.ts'

const open = async (token?: string) =>
  createApp({
    archive: await openSqliteArchive(':memory:'),
    code: ({ text }) => Promise.resolve(JSON.stringify({ text })),
    desk: null,
    maxTextBytes: 2000,
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
    ['/api/code', 413, post(JSON.stringify({ text: 'x'.repeat(3000) }))],
    ['/api/dossiers/%E0%A4%A', 400, {}],
  ] as const)('refuses %s with %i and the one error body', async (path, status, init) => {
    const response = await (await open()).request(path, init)
    expect(response.status).toBe(status)
    const { error } = (await response.json()) as { error: { status: number; message: string } }
    expect(error.status).toBe(status)
    expect(error.message.length).toBeGreaterThan(5)
  })

  it('asks for its token', async () => {
    const app = await open('secret')
    expect((await app.request('/api/stats')).status).toBe(401)
    expect((await app.request('/api/stats', { headers: { authorization: 'Bearer secret' } })).status).toBe(
      200,
    )
  })
})
