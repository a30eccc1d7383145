import { openApiDocument, ROUTES } from '#server'
import type { Register } from '../register.ts'

/** `rapporteur openapi`: the HTTP API as an OpenAPI document. */
export const openapi: Register = (program) => {
  program
    .command('openapi')
    .description('print the OpenAPI 3.1 document of the HTTP API')
    .addHelpText('after', '\nExample:\n  rapporteur openapi > rapporteur.openapi.json\n')
    .action(() => {
      process.stdout.write(`${JSON.stringify(openApiDocument(ROUTES), null, 2)}\n`)
    })
}
