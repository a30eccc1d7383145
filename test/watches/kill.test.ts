import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSqliteArchive } from '#archive'
import { seeded } from '../fuzz/mutate.ts'
import { makeWatch } from './make-watch.ts'

/** WATCH_KILLS=100 is what `npm run soak:watches` asks for. */
const KILLS = Number(process.env.WATCH_KILLS ?? 2)
const TOTAL = 20 + KILLS * 12

const worker = join(import.meta.dirname, 'kill-worker.ts')
const start = (file: string): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', '--conditions=source', worker, file, String(TOTAL)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

it(`a watch that is killed ${KILLS} times loses nothing and tells nothing twice`, {
  timeout: 900_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-kill-'))
  const file = join(folder, 'archive.sqlite')
  const random = seeded(8)
  const got = new Map<string, { times: number; titles: Set<string> }>()
  // a receiver that fails, forgets to answer, or answers after it is too late, and keeps what it got by id
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk
    })
    request.on('end', () => {
      const mood = random()
      if (mood < 0.15) return void response.writeHead(500).end()
      const { data } = JSON.parse(body) as { data: { id: string; title: string } }
      const held = got.get(data.id) ?? { times: 0, titles: new Set() }
      got.set(data.id, { times: held.times + 1, titles: held.titles.add(data.title) })
      if (mood < 0.25) return void request.socket.destroy()
      setTimeout(() => response.writeHead(204).end(), mood * 20)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const archive = await openSqliteArchive(file)
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const watch = makeWatch({ question: { actor: ['CHN'] }, webhook: { url, secret: 's' } })
    await archive.watches.save(watch, new Date().toISOString())
    await archive.close()
    for (let kill = 0; kill < KILLS; kill++) {
      const child = start(file)
      await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])
      await new Promise((resolve) => setTimeout(resolve, random() * 400))
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    }
    const last = start(file)
    const [code] = (await once(last, 'exit')) as [number]
    expect(code).toBe(0)

    const after = await openSqliteArchive(file)
    const happenings = new Set<string>()
    const fired: string[] = []
    const ids = new Set<string>()
    for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
      const page: Awaited<ReturnType<typeof after.happenings>> = await after.happenings(
        {},
        { limit: 500, cursor },
      )
      for (const { id } of page.items) happenings.add(id)
      cursor = page.next
    }
    for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
      const page: Awaited<ReturnType<typeof after.watches.firings>> = await after.watches.firings(
        {},
        { limit: 500, cursor },
      )
      for (const { id, items } of page.items) {
        ids.add(id)
        fired.push(...items.filter(({ kind }) => kind === 'happening').map((it) => it.id))
      }
      cursor = page.next
    }
    await after.close()
    expect(happenings.size).toBeGreaterThan(10)
    // every happening fired, each once
    expect(fired.length).toBe(new Set(fired).size)
    expect(new Set(fired)).toEqual(happenings)
    // every firing arrived; what came twice came under the same id and said the same
    expect(new Set(got.keys())).toEqual(ids)
    for (const { titles } of got.values()) expect(titles.size).toBe(1)
    if (process.env.WATCH_KILLS) {
      const twice = [...got.values()].filter(({ times }) => times > 1).length
      process.stdout.write(
        `${KILLS} kills: ${happenings.size} happenings, ${ids.size} firings, ${got.size} received by id, ${twice} of them more than once under the same id\n`,
      )
    }
  } finally {
    server.close()
    server.closeAllConnections()
    rmSync(folder, { recursive: true, force: true })
  }
})
