import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { mcpServer, ROUTES } from '#server'
import { localServices } from '../local-services.ts'
import { openArchive } from '../open-archive.ts'
import { printable } from '../printable.ts'
import type { Register } from '../register.ts'

/** `rapporteur mcp`: the archive's questions as tools of the Model Context Protocol. */
export const mcp: Register = (program) => {
  program
    .command('mcp')
    .requiredOption('--archive <file>', 'the archive')
    .description(
      "answer a language model's questions over standard input and output (Model Context Protocol)",
    )
    .addHelpText('after', EXAMPLE)
    .action(run)
}

const EXAMPLE = `
The tools only ask: nothing that a model says changes the archive. rapporteur serve offers the same at /mcp.

Example, as a client's configuration:
  { "mcpServers": { "rapporteur": { "command": "rapporteur", "args": ["mcp", "--archive", "/data/desk.sqlite"] } } }
`

async function run({ archive: file }: { readonly archive: string }): Promise<void> {
  const archive = await openArchive(file, false)
  const services = { archive, ...localServices, address: () => 'http://127.0.0.1:4747/', trusted: false }
  const handle = serveStdio(() => mcpServer(ROUTES, services), {
    onerror: (error) => process.stderr.write(`rapporteur: ${printable(error.message)}\n`),
  })
  await new Promise<void>((resolve) => {
    process.stdin.once('end', resolve)
    process.stdin.once('close', resolve)
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await handle.close()
  await archive.close()
}
