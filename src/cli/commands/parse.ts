import { FORMATS, type Format } from '#document'
import { type CodingOptions, withCodingOptions } from '../coding-options.ts'
import { openParseInputs } from '../parse-inputs.ts'
import type { Register } from '../register.ts'
import { runCoding } from '../run-coding.ts'

/** `rapporteur parse` reads CoNLL-U too, and then keeps its tokens. */
type ParseOptions = Omit<CodingOptions, 'format'> & { readonly format?: Format | 'conllu' }

/** `rapporteur parse`: words, tags and trees as CoNLL-U. */
export const parse: Register = (program) => {
  withCodingOptions(program.command('parse'), [...FORMATS, 'conllu'])
    .description('parse text into CoNLL-U: words, lemmas, tags, dependency trees')
    .addHelpText('after', EXAMPLE)
    .action((files: string[], { format, ...options }: ParseOptions) => {
      const conllu = format === 'conllu'
      const told: CodingOptions = format && format !== 'conllu' ? { ...options, format } : options
      return runCoding(files, told, 'parse', (names) => openParseInputs(names, told, conllu))
    })
}

const EXAMPLE = `
Examples:
  echo 'Kerry met Lavrov in Brunei.' | rapporteur parse -
  rapporteur parse --format conllu gold.conllu    (keeps the tokens of the file)
`
