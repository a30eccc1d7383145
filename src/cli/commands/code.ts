import { type CodingOptions, withCodingOptions } from '../coding-options.ts'
import type { Register } from '../register.ts'
import { runCoding } from '../run-coding.ts'

/** `rapporteur code`: one record a line. */
export const code: Register = (program) => {
  withCodingOptions(program.command('code'))
    .description('code documents: one record a line (JSON Lines)')
    .addHelpText('after', EXAMPLE)
    .action((files: string[], options: CodingOptions) => runCoding(files, options, 'code'))
}

const EXAMPLE = `
Example:
  rapporteur code --published 2013-07-02 --source aljazeera report.txt > record.jsonl
`
