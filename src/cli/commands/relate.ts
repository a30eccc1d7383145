import { type CodingOptions, withCodingOptions } from '../coding-options.ts'
import type { Register } from '../register.ts'
import { openRelateInputs } from '../relate-inputs.ts'
import { runCoding } from '../run-coding.ts'

/** `rapporteur relate`: the relation between two marked actors. */
export const relate: Register = (program) => {
  withCodingOptions(program.command('relate'))
    .description('tell the relation between two marked actors, from JSON Lines to JSON Lines')
    .addHelpText('after', EXAMPLE)
    .action((files: string[], options: CodingOptions) =>
      runCoding(files, options, 'relate', openRelateInputs),
    )
}

const EXAMPLE = `
Example:
  echo '{"id":"1","text":"Norway thanked Oman.","actor":{"start":0,"end":6},"recipient":{"start":15,"end":19}}' | rapporteur relate -
`
