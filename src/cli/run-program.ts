import { Command, CommanderError } from 'commander'
import { CODER_VERSION } from '#record'
import { CliError } from './cli-error.ts'
import { printable } from './printable.ts'
import type { Register } from './register.ts'

/** Runs the command line; gives the exit code (0 all coded, 3 some refused, 2 a wrong call, 1 a fault). */
export async function runProgram(commands: readonly Register[], argv: readonly string[]): Promise<number> {
  endQuietlyWithThePipe()
  const program = new Command('rapporteur')
    .description('Reads the news and writes the diplomatic record of it.')
    .version(CODER_VERSION)
    .showHelpAfterError('(--help tells more)')
    .exitOverride()
  for (const register of commands) register(program)
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program)
  try {
    await program.parseAsync(argv)
    return Number(process.exitCode ?? 0)
  } catch (error) {
    return report(error)
  }
}

function report(error: unknown): number {
  // commander has written its line already
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof CliError) {
    process.stderr.write(`rapporteur: ${printable(error.message)}\n`)
    return error.exitCode
  }
  const what = error instanceof Error ? (process.env.RAPPORTEUR_TRACE ? error.stack : error.message) : error
  process.stderr.write(`rapporteur: fault: ${printable(String(what))}\n`)
  return 1
}

/** `rapporteur code … | head`: the reader has gone, nothing is wrong. */
function endQuietlyWithThePipe() {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    process.stderr.write(`rapporteur: cannot write to standard output: ${error.message}\n`)
    process.exit(1)
  })
  process.stderr.on('error', () => undefined) // nobody is left to tell
}
