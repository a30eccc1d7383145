// The README's first command: installs, builds, codes the demo corpus and opens the desk.
import './setup.mjs'
import { run } from './run.mjs'

run('node', ['bin/rapporteur.mjs', 'demo', ...process.argv.slice(2)])
