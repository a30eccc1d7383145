// Builds the library and the command into dist/, the desk into web/dist/.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, tool } from './run.mjs'

rmSync(join(root, 'dist'), { recursive: true, force: true })
run(tool('tsc'), ['-p', 'tsconfig.build.json'])
run('npm', ['run', 'build', '-w', 'web', '--silent'])
