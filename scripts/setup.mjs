// Installs and builds: all that `npx rapporteur` needs in this folder.
import { install, run } from './run.mjs'

install()
run('node', ['scripts/build.mjs'])
