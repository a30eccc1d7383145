import { type CodingOptions, withCodingOptions } from '../coding-options.ts'
import type { Register } from '../register.ts'
import { runCoding } from '../run-coding.ts'

/** `rapporteur times`: each document's time expressions alone. */
export const times: Register = (program) => {
  withCodingOptions(program.command('times'))
    .description('find time expressions alone: {"document","times"} a line')
    .addHelpText('after', EXAMPLE)
    .action((files: string[], options: CodingOptions) => runCoding(files, options, 'times'))
}

const EXAMPLE = `
Example:
  echo 'They met on Tuesday.' | rapporteur times --published 2013-07-02 -
`
