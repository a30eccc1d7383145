import { CliError } from './cli-error.ts'
import type { CodingOptions } from './coding-options.ts'
import { openInputs } from './inputs.ts'
import { openOutput } from './open-output.ts'
import { codeAll } from './pool.ts'
import { openProgress } from './progress.ts'
import type { Input, Refused, Task } from './work.ts'

type Inputs = AsyncIterable<Input | Refused>

/** Works on all files named and writes the results; sets the exit code: 3 if some were refused, 1 on a fault. */
export async function runCoding(
  files: readonly string[],
  options: CodingOptions,
  task: Task,
  open: (names: readonly string[], options: CodingOptions) => Inputs = openInputs,
): Promise<void> {
  const names = namesOrStandardInput(files)
  await writeCoded(open(names, options), options, task, names.length === 1)
}

/** Without a file it is standard input; at a terminal that would wait for ever without a word. */
export function namesOrStandardInput(files: readonly string[]): readonly string[] {
  if (files.length > 0) return files
  if (process.stdin.isTTY)
    throw new CliError('no file was named; - reads standard input (--help tells more)', 2)
  return ['-']
}

/** Codes inputs and writes each result as a line, each refusal as a line on standard error. */
async function writeCoded(inputs: Inputs, options: CodingOptions, task: Task, few: boolean): Promise<void> {
  const output = await openOutput(options.out)
  const progress = openProgress()
  const { jobs, maxSeconds } = options
  // only a worker can be stopped: whoever sets a limit gets workers for all
  const limited = maxSeconds === undefined ? { inlineFirst: few ? 4 : 0 } : { maxSeconds }
  for await (const result of codeAll(inputs, { task, jobs, ...limited })) {
    if (result.kind === 'coded') await output.write(`${result.output}\n`)
    progress.count(result)
  }
  await output.close()
  process.exitCode = progress.close()
}
