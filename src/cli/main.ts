import { add } from './commands/add.ts'
import { code } from './commands/code.ts'
import { compare } from './commands/compare.ts'
import { dead } from './commands/dead.ts'
import { demo } from './commands/demo.ts'
import { diff } from './commands/diff.ts'
import { explain } from './commands/explain.ts'
import { exportCommand } from './commands/export.ts'
import { follow } from './commands/follow.ts'
import { importCommand } from './commands/import.ts'
import { lake } from './commands/lake.ts'
import { mcp } from './commands/mcp.ts'
import { move } from './commands/move.ts'
import { openapi } from './commands/openapi.ts'
import { parse } from './commands/parse.ts'
import { places } from './commands/places.ts'
import { recode } from './commands/recode.ts'
import { relate } from './commands/relate.ts'
import { report } from './commands/report.ts'
import { schema } from './commands/schema.ts'
import { serve } from './commands/serve.ts'
import { submit } from './commands/submit.ts'
import { times } from './commands/times.ts'
import { watch } from './commands/watch.ts'
import { work } from './commands/work.ts'
import type { Register } from './register.ts'
import { runProgram } from './run-program.ts'

/** Every command of `rapporteur`, in the order in which `--help` lists them; each is one file. */
const COMMANDS: readonly Register[] = [
  code,
  parse,
  relate,
  times,
  explain,
  places,
  add,
  follow,
  serve,
  recode,
  diff,
  report,
  exportCommand,
  lake,
  importCommand,
  compare,
  watch,
  mcp,
  move,
  submit,
  work,
  dead,
  demo,
  schema,
  openapi,
]

process.exitCode = await runProgram(COMMANDS, process.argv)
