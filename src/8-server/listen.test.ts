import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Archive, openSqliteArchive } from '#archive'
import { createApp } from './create-app.ts'
import { type Listening, listen } from './listen.ts'

let archive: Archive
let listening: Listening

const app = (token?: string) =>
  createApp({
    archive,
    code: () => Promise.resolve('{}'),
    relate: () => Promise.resolve('{}'),
    parser: () => {
      throw new Error('no parser here')
    },
    address: () => listening.url,
    trusted: true,
    desk: null,
    maxBodyBytes: 1000,
    ...(token ? { token } : {}),
  })

beforeEach(async () => {
  archive = await openSqliteArchive(':memory:')
})
afterEach(async () => {
  await listening?.close()
  await archive.close()
})

/** Sends bytes as they are and reads until the other side closes. */
const raw = (bytes: string) =>
  new Promise<string>((resolve, reject) => {
    const { port } = new URL(listening.url)
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes))
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })

describe('a socket', () => {
  beforeEach(async () => {
    listening = await listen(app(), { host: '127.0.0.1', port: 0 })
  })

  it.each([
    ['what is no HTTP', 'GARBAGE\r\n\r\n', 400],
    [
      'a head that is too large',
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
    ],
    [
      'a body that is longer than it says',
      'POST /api/code HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: x\r\n\r\n{}',
      400,
    ],
    [
      'a name that is not ours',
      'GET /api/stats HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n',
      403,
    ],
    [
      'a body that does not end',
      `POST /api/code HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${`400\r\n${'x'.repeat(1024)}\r\n`.repeat(8)}0\r\n\r\n`,
      413,
    ],
  ])('%s gets the one error body', async (_, bytes, status) => {
    const [head = '', body = ''] = (await raw(bytes)).split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(body).toContain(`"status":${status}`)
  })
})

it('goes on no address that others reach without a token or leave', async () => {
  listening = await listen(app(), { host: '127.0.0.1', port: 0 })
  await expect(listen(app(), { host: '0.0.0.0', port: 0 })).rejects.toThrow('--token')
  const open = await listen(app(), { host: '0.0.0.0', port: 0, open: true })
  await open.close()
})

it('a browser brings the token once and keeps it where scripts do not reach', async () => {
  listening = await listen(app('secret'), { host: '127.0.0.1', port: 0 })
  const at = (path: string, cookie?: string) =>
    fetch(new URL(path, listening.url), { redirect: 'manual', headers: cookie ? { cookie } : {} })
  expect((await at('/api/stats')).status).toBe(401)
  expect((await at('/metrics')).status).toBe(401)
  expect((await at('/mcp')).status).toBe(401)
  const brought = await at('/?token=secret')
  const cookie = brought.headers.get('set-cookie') ?? ''
  expect([brought.status, brought.headers.get('location')]).toEqual([303, '/'])
  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Strict/i)
  expect((await at('/api/stats', cookie.split(';')[0])).status).toBe(200)
  expect((await at('/?token=wrong')).headers.get('set-cookie')).toBeNull()
})
