// Run in a process of its own by bench.ts: prints how long the weights take to open, and the memory of this process
// before, with the parser open, and after reading the given file of texts.
import { readFileSync } from 'node:fs'
import { openDocument } from '#document'
import { openParser } from '#syntax'

const bytes = new Uint8Array(readFileSync('models/syntax.bin'))
const mebibytes = () => process.memoryUsage.rss() / 2 ** 20
const bare = mebibytes() - bytes.length / 2 ** 20
const begin = performance.now()
const parser = openParser(bytes)
const milliseconds = performance.now() - begin
const open = mebibytes()
let most = open
for (const text of JSON.parse(readFileSync(process.argv[2] as string, 'utf8')) as string[]) {
  parser.parse(openDocument({ text }))
  most = Math.max(most, mebibytes())
}
process.stdout.write(JSON.stringify({ milliseconds, open: open - bare, most: most - bare }))
