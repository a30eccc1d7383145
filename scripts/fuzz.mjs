// Mutates a sample of every format and reads the result: `npm run fuzz` does 10,000 of each, `npm run fuzz -- 500` so many.
import { run, tool } from './run.mjs'

const [times = '10000'] = process.argv.slice(2)
if (!/^\d+$/.test(times)) {
  console.error(`fuzz: a number of mutations was expected, not ${times}`)
  process.exit(2)
}
process.env.RAPPORTEUR_FUZZ = times
run(tool('vitest'), ['run', '--maxWorkers=1', 'test/fuzz'])
