import { type CodingOptions, withCodingOptions } from '../coding-options.ts'
import type { Register } from '../register.ts'
import { runCoding } from '../run-coding.ts'

/** `rapporteur explain`: why each event was told as it was, as text to read. */
export const explain: Register = (program) => {
  withCodingOptions(program.command('explain'))
    .description(
      'say of each event which rule told it, over which words of the tree, and what competed and lost',
    )
    .addHelpText('after', EXAMPLE)
    .action((files: string[], options: CodingOptions) => runCoding(files, options, 'explain'))
}

const EXAMPLE = `
Each sentence is followed by what was proposed for it. The mark says what became of a proposal:
  +  told as an event
  <  beaten: a surer one needs the same words
  .  part of an act that another tells ("agreed to hold talks" is one act)
  -  too weak to be told

Example:
  echo 'Norway agreed to hold talks with Oman.' | rapporteur explain -
`
