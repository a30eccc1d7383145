import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openSqliteArchive } from '#archive'

const command = join(import.meta.dirname, '..', '..', 'bin', 'rapporteur.mjs')

it('loses nothing and adds nothing twice when it is killed half-way and run again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-add-'))
  const archive = join(folder, 'desk.sqlite')
  const file = join(folder, 'news.jsonl')
  const texts = Array.from(
    { length: 300 },
    (_, i) =>
      `{"id":"n${i}","text":"Report ${i}: the Norwegian foreign minister met envoys of the rebels in Oslo on Monday.","published":"2015-05-05"}\n`,
  )
  writeFileSync(file, texts.join(''))
  const args = [command, 'add', '--archive', archive, '--jobs', '1', file]
  for (const ms of [250, 500, 800]) {
    const child = spawn(process.execPath, args, { stdio: 'ignore' })
    await wait(ms)
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('close', resolve))
  }
  expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toMatch(/added/)
  expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toContain(
    '0 added, 0 coded anew, 300 there already',
  )
  const kept = await openSqliteArchive(archive, { create: false })
  expect((await kept.stats()).documents).toBe(300)
  await kept.close()
  rmSync(folder, { recursive: true })
})

it('exports what it keeps, with formulas defused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-export-'))
  const archive = join(folder, 'desk.sqlite')
  const file = join(folder, 'news.jsonl')
  writeFileSync(
    file,
    `${JSON.stringify({ id: '1', source: '=cmd()', published: '2015-05-05', text: 'Germany accused Turkey of spying.' })}\n`,
  )
  execFileSync(process.execPath, [command, 'add', '--archive', archive, file])
  const csv = execFileSync(process.execPath, [command, 'export', '--archive', archive, '--what', 'events'], {
    encoding: 'utf8',
  })
  expect(csv).toContain('ACCUSE')
  expect(csv).toContain("'=cmd()")
  rmSync(folder, { recursive: true })
})
