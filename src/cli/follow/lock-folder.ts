import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CliError } from '../cli-error.ts'

/** Keeps a second follower out of a folder; gives what lets it in again. A lock whose process has died counts for nothing. */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock')
  if (!take(file)) {
    const pid = Number(readFileSync(file, 'utf8'))
    if (isAlive(pid)) throw new CliError(`${folder} is followed already (process ${pid})`, 2)
    rmSync(file, { force: true })
    if (!take(file)) throw new CliError(`${folder} is followed already`, 2)
  }
  return () => rmSync(file, { force: true })
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0) // asks, does not kill
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
