import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEMO_DOSSIERS } from '#dossier'
import { addAll } from '../add-all.ts'
import { openInputs } from '../inputs.ts'
import { openArchive } from '../open-archive.ts'
import { codeAll } from '../pool.ts'
import { openProgress } from '../progress.ts'
import type { Register } from '../register.ts'
import { type ServeOptions, serveArchive, untilStopped } from '../serve-archive.ts'
import { withServeOptions } from '../serve-options.ts'

/** `rapporteur demo`: codes the demo corpus and opens the desk on it. */
export const demo: Register = (program) => {
  withServeOptions(program.command('demo'))
    .option('--archive <file>', 'where the demo archive is kept', join(tmpdir(), 'rapporteur-demo.sqlite'))
    .option('--no-browser', 'do not open a browser')
    .option('--no-serve', 'code the corpus and end')
    .description('code the demo corpus into an archive and open the desk on it')
    .addHelpText('after', EXAMPLE)
    .action(run)
}

const EXAMPLE = `
Example:
  rapporteur demo --port 0
`

interface DemoOptions extends ServeOptions {
  readonly archive: string
  readonly browser: boolean
  readonly serve: boolean
}

async function run(options: DemoOptions): Promise<void> {
  const archive = await openArchive(options.archive, true)
  const corpus = fileURLToPath(new URL('../../../demo/corpus', import.meta.url))
  const progress = openProgress()
  let documents = 0
  for await (const { result } of addAll(
    archive,
    codeAll(openInputs([corpus], { maxBytes: 10_000_000 }), { task: 'code' }),
  )) {
    progress.count(result)
    documents++
  }
  process.exitCode = progress.close()
  for (const dossier of DEMO_DOSSIERS) await archive.saveDossier(dossier)
  const { events, happenings, statements, commitments } = await archive.stats()
  process.stdout.write(
    `${documents} documents in ${options.archive}: ${events} events in ${happenings} happenings, ${statements} statements, ${commitments} commitments\n`,
  )
  if (!options.serve) return archive.close()
  const listening = await serveArchive(archive, options)
  process.stdout.write(`the desk is open at ${listening.url} (Ctrl-C closes it)\n`)
  if (options.browser && process.stdout.isTTY) openBrowser(listening.url)
  await untilStopped(listening, archive)
}

const OPENERS: Readonly<Record<string, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
}

/** Opens the address where there is a desktop; where there is none the address has been printed. */
function openBrowser(url: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? []
  if (!command || (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY))
    return
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
  child.on('error', () =>
    process.stderr.write('rapporteur: no browser could be opened; the address is above\n'),
  )
  child.unref()
}
