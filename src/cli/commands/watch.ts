import { type Command, InvalidArgumentError } from 'commander'
import type { Archive, Firing, Watch, WatchCondition } from '#archive'
import { catchWatches, deliverFirings, EXAMPLE_WATCHES, keepWatching, previewWatch } from '#dossier'
import { Refusal, readFilter } from '#server'
import { CliError } from '../cli-error.ts'
import { openArchive } from '../open-archive.ts'
import { printable } from '../printable.ts'
import type { Register } from '../register.ts'

/** `rapporteur watch`: questions that are asked of all that arrives. */
export const watch: Register = (program) => {
  const group = program
    .command('watch')
    .description('questions that are asked of all that arrives: make, list, try and run them')
    .addHelpText('after', EXAMPLE)
  const command = (name: string, description: string) =>
    group.command(name).requiredOption('--archive <file>', 'the archive').description(description)
  withWatchOptions(command('set <id>', 'make a watch, or change one')).action(set)
  command('example', 'make the watches that Rapporteur comes with').action(example)
  command('list', 'list the watches, one a line').action(list)
  command('remove <id>', 'forget a watch and what it caught').action(remove)
  command('try <id>', 'what a watch would have caught, had it been there from the beginning')
    .option('--today <day>', 'the day that counts as today for what falls due, ISO 8601')
    .action(tryOut)
  command('run', 'ask the watches, deliver what they catch, and go on')
    .option('--once', 'ask and deliver once, then end')
    .option('--today <day>', 'with --once: the day that counts as today for what falls due, ISO 8601')
    .action(run)
}

const EXAMPLE = `
A server (rapporteur serve) runs the watches of its archive by itself; "watch run" does so without one.

Examples:
  rapporteur watch set sea --archive desk.sqlite --title 'China at sea' --where 'actor=CHN&q=sea&quad=material-conflict' --each
  rapporteur watch set due --archive desk.sqlite --title 'Due next week' --dossier iran-talks --due 7 --command notify-send Rapporteur
  rapporteur watch set busy --archive desk.sqlite --title 'Ten in a week' --where 'actor=SYR' --count 10 --days 7 --webhook https://example.org/hook --secret whsec_…
  rapporteur watch try sea --archive desk.sqlite
  rapporteur watch run --archive desk.sqlite --once
`

function withWatchOptions(command: Command): Command {
  return command
    .requiredOption('--title <title>', 'what it is called')
    .option('--where <query>', "the question as the API's addresses write it, e.g. 'actor=CHN&other=PHL'", '')
    .option('--dossier <slug>', 'within the question of this dossier')
    .option('--rivals <list>', 'at least two of these must be parties: ids or alpha-3 codes, apart by commas')
    .option('--each', 'fire for each new happening (what is done where nothing is said)')
    .option('--count <number>', 'fire when there are so many happenings within --days', whole)
    .option('--days <number>', 'length of the window of --count', whole, 7)
    .option('--due <days>', 'fire when an open promise falls due within so many days', whole)
    .option('--position', 'fire when somebody changes sides')
    .option('--webhook <url>', 'post each firing there, signed')
    .option('--secret <secret>', 'signs the posts (standardwebhooks.com)')
    .option('--command <program...>', 'run this, the firing as JSON on its standard input; no shell')
    .option('--paused', 'keep it, but do not ask it')
}

function whole(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('a whole number was expected.')
  return number
}

interface SetOptions {
  readonly archive: string
  readonly title: string
  readonly where: string
  readonly dossier?: string
  readonly rivals?: string
  readonly count?: number
  readonly days: number
  readonly due?: number
  readonly position?: boolean
  readonly webhook?: string
  readonly secret?: string
  readonly command?: readonly string[]
  readonly paused?: boolean
}

async function within(file: string, task: (archive: Archive) => Promise<void>): Promise<void> {
  const archive = await openArchive(file, false)
  try {
    await task(archive)
  } finally {
    await archive.close()
  }
}

async function set(id: string, options: SetOptions): Promise<void> {
  const made = toWatch(id, options)
  await within(options.archive, async (archive) => {
    if (made.dossier !== null && !(await archive.dossier(made.dossier)))
      throw new CliError(`there is no dossier ${made.dossier}`, 2)
    await archive.watches.save(made, new Date().toISOString())
    process.stdout.write(`${id} looks at what arrives from now on\n`)
  })
}

function toWatch(id: string, options: SetOptions): Watch {
  if (!/^[a-z0-9][a-z0-9-]{0,99}$/.test(id) || id === 'firings')
    throw new CliError(`${id}: a name of small letters, digits and hyphens was expected`, 2)
  const { title, dossier = null, rivals = '', webhook, secret, command = null, paused = false } = options
  if (webhook !== undefined && (!URL.canParse(webhook) || !/^https?:/.test(webhook)))
    throw new CliError(`--webhook ${webhook}: an address of http or https was expected`, 2)
  if ((webhook === undefined) !== (secret === undefined))
    throw new CliError('--webhook and --secret go together: the receiver checks the one by the other', 2)
  return {
    id,
    title,
    question: questionOf(options.where),
    dossier,
    condition: conditionOf(options),
    rivals: rivals.split(',').filter((it) => it !== ''),
    webhook: webhook === undefined || secret === undefined ? null : { url: webhook, secret },
    command,
    paused,
  }
}

function questionOf(where: string) {
  try {
    return readFilter(where)
  } catch (error) {
    if (error instanceof Refusal) throw new CliError(`--where: ${error.message}`, 2, { cause: error })
    throw error
  }
}

function conditionOf({ count, days, due, position }: SetOptions): WatchCondition {
  if ([count, due, position].filter((it) => it !== undefined).length > 1)
    throw new CliError('--count, --due and --position are three kinds of watches: make one of each', 2)
  if (count !== undefined)
    return { kind: 'count', atLeast: Math.max(1, count), days: Math.max(1, Math.min(366, days)) }
  if (due !== undefined) return { kind: 'due', withinDays: due }
  return position ? { kind: 'position' } : { kind: 'each' }
}

function example({ archive: file }: { readonly archive: string }): Promise<void> {
  return within(file, async (archive) => {
    for (const made of EXAMPLE_WATCHES) {
      if (await archive.watches.get(made.id)) continue
      await archive.watches.save(made, new Date().toISOString())
      process.stdout.write(`${made.id}: ${made.title}\n`)
    }
  })
}

function list({ archive: file }: { readonly archive: string }): Promise<void> {
  return within(file, async (archive) => {
    for (const it of await archive.watches.list()) {
      const state = it.paused ? 'paused' : `${it.firings} caught, last ${it.lastFired ?? 'never'}`
      const late = it.failing > 0 ? `, ${it.failing} of ${it.waiting} deliveries failing` : ''
      process.stdout.write(`${it.id}\t${it.condition.kind}\t${printable(it.title)}\t${state}${late}\n`)
    }
  })
}

function remove(id: string, { archive: file }: { readonly archive: string }): Promise<void> {
  return within(file, async (archive) => {
    if (!(await archive.watches.remove(id))) throw new CliError(`there is no watch ${id}`, 2)
  })
}

function tryOut(
  id: string,
  {
    archive: file,
    today = new Date().toISOString().slice(0, 10),
  }: { readonly archive: string; readonly today?: string },
): Promise<void> {
  return within(file, async (archive) => {
    const kept = await archive.watches.get(id)
    if (!kept) throw new CliError(`there is no watch ${id}`, 2)
    for (const { firing } of await previewWatch(archive, kept, today)) print(firing)
  })
}

const print = ({ day, title }: Pick<Firing, 'day' | 'title'>) =>
  process.stdout.write(`${day ?? '          '}  ${printable(title)}\n`)

async function run({
  archive: file,
  once,
  today,
}: {
  readonly archive: string
  readonly once?: boolean
  readonly today?: string
}): Promise<void> {
  if (once) {
    await within(file, async (archive) => {
      const fired = await catchWatches(archive, { now: new Date(), ...(today ? { today } : {}) })
      for (const firing of fired) print(firing)
      await deliverFirings(archive)
    })
    return
  }
  const archive = await openArchive(file, false)
  const watching = keepWatching(archive, {
    log: (error) => process.stderr.write(`rapporteur: ${printable(String(error))}\n`),
  })
  const alive = setInterval(() => undefined, 60_000)
  await new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  clearInterval(alive)
  await watching.stop()
  await archive.close()
}
