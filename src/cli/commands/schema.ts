import { recordJsonSchema } from '#record'
import type { Register } from '../register.ts'

/** `rapporteur schema`: the record as JSON Schema. */
export const schema: Register = (program) => {
  program
    .command('schema')
    .description('print the JSON Schema of a record (draft 2020-12)')
    .addHelpText('after', '\nExample:\n  rapporteur schema > record.schema.json\n')
    .action(() => {
      process.stdout.write(`${JSON.stringify(recordJsonSchema(), null, 2)}\n`)
    })
}
