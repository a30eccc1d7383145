import { type CodingOptions, withCodingOptions } from '../coding-options.ts'
import type { Register } from '../register.ts'
import { runCoding } from '../run-coding.ts'

/** `rapporteur places`: each document's places alone. */
export const places: Register = (program) => {
  withCodingOptions(program.command('places'))
    .description('find places alone: {"document","places"} a line')
    .addHelpText('after', EXAMPLE)
    .action((files: string[], options: CodingOptions) => runCoding(files, options, 'places'))
}

const EXAMPLE = `
Example:
  echo 'Talks resumed in Geneva.' | rapporteur places -
`
