// A Model Context Protocol client that is not ours, in a process of its own: lists the tools, makes calls, prints what
// came. usage: node client.mjs '{"url"|"command","args","cwd", "calls": [[name, arguments]]}'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'

const { url, calls, ...program } = JSON.parse(process.argv[2])
const client = new Client({ name: 'test', version: '1' })
await client.connect(
  url ? new StreamableHTTPClientTransport(new URL(url)) : new StdioClientTransport(program),
)
const { tools } = await client.listTools()
const results = []
for (const [name, given] of calls) results.push(await client.callTool({ name, arguments: given }))
process.stdout.write(JSON.stringify({ tools, results }))
await client.close()
