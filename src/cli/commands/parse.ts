import { type CodingOptions, withCodingOptions } from '../coding-options.ts'
import type { Register } from '../register.ts'
import { runCoding } from '../run-coding.ts'

/** `rapporteur parse`: words, tags and trees as CoNLL-U. */
export const parse: Register = (program) => {
  withCodingOptions(program.command('parse'))
    .description('parse text into CoNLL-U: words, lemmas, tags, dependency trees')
    .addHelpText('after', EXAMPLE)
    .action((files: string[], options: CodingOptions) => runCoding(files, options, 'parse'))
}

const EXAMPLE = `
Examples:
  echo 'Kerry met Lavrov in Brunei.' | rapporteur parse -
  rapporteur parse --format conllu gold.conllu    (keeps the tokens of the file)
`
