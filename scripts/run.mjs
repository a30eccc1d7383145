// Shared by the scripts of this folder: runs a command of this checkout and stops at the first that fails.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Runs one command with the terminal handed through; ends this process with its exit code if it fails. */
export function run(command, args, options = {}) {
  const { status, signal, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  })
  if (error) {
    console.error(`rapporteur: could not start "${command} ${args.join(' ')}": ${error.message}`)
    process.exit(1)
  }
  if (status !== 0) {
    console.error(`rapporteur: "${command} ${args.join(' ')}" ended with ${status ?? signal}`)
    process.exit(status ?? 1)
  }
}

/** Installs the packages of package-lock.json unless they are there already, and links the command. */
export function install() {
  const lock = join(root, 'package-lock.json')
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
    run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'])
  }
  linkCommand()
}

/** Lets `npx rapporteur` in this folder find this checkout's own command. */
function linkCommand() {
  if (process.platform === 'win32') return
  const link = join(root, 'node_modules', '.bin', 'rapporteur')
  rmSync(link, { force: true })
  mkdirSync(dirname(link), { recursive: true })
  symlinkSync(join('..', '..', 'bin', 'rapporteur.mjs'), link)
}

/** The path of a tool that npm installed. */
export const tool = (name) => join(root, 'node_modules', '.bin', name)
