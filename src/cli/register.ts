import type { Command } from 'commander'

/** Adds one command to the program. Its action sets `process.exitCode` or throws `CliError`. */
export type Register = (program: Command) => void
