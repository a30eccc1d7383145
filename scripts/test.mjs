// The README's second command: installs and builds what the tests need, then runs them.
import './setup.mjs'
import { run, tool } from './run.mjs'

run(tool('vitest'), ['run', ...process.argv.slice(2)])
