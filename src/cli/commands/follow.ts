import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { addressRule, openFetcher } from '#fetch'
import { CODER_VERSION } from '#record'
import { CliError } from '../cli-error.ts'
import { type Destination, openCodingLane } from '../follow/coding-lane.ts'
import { type Feed, type FeedList, readFeedList } from '../follow/feed-list.ts'
import { openStateFolder } from '../follow/feed-state.ts'
import { followFeeds } from '../follow/follow-feeds.ts'
import { lockFolder } from '../follow/lock-folder.ts'
import type { PollReport } from '../follow/poll-feed.ts'
import { openArchive } from '../open-archive.ts'
import { openOutput } from '../open-output.ts'
import { printable } from '../printable.ts'
import type { Register } from '../register.ts'
import { whyUnreadable } from '../why-unreadable.ts'

/** `rapporteur follow`: polls feeds and codes what is new. */
export const follow: Register = (program) => {
  program
    .command('follow')
    .argument('<feeds>', 'the list of feeds (YAML)')
    .option('--archive <file>', 'keep records in this archive; else they go to standard output as JSON Lines')
    .option(
      '--state <folder>',
      'what is known of the feeds (default: beside the archive, or beside the list)',
    )
    .option('--once', 'ask each feed once and end, for a timer of your own')
    .description('follow RSS, Atom and JSON feeds: ask politely, code what is new')
    .addHelpText('after', EXAMPLE)
    .action(run)
}

const EXAMPLE = `
The list:
  contact: desk@example.org       # tells the sites who asks
  every: 15m                      # how often (default 15m)
  feeds:
    - https://news.example/world/rss.xml
    - url: https://agency.example/atom
      source: agency              # outlet of its documents (default: what the feed calls itself)
      every: 1h
      pages: always               # stubs (default): fetch the page of an item that holds only its beginning; always; never
  allow: [intranet.example, 10.0.0.0/8]   # addresses inside your network, which are refused otherwise

Examples:
  rapporteur follow feeds.yaml --archive desk.sqlite
  rapporteur follow feeds.yaml --once > records.jsonl
`

interface FollowArguments {
  readonly archive?: string
  readonly state?: string
  readonly once?: boolean
}

async function run(file: string, options: FollowArguments): Promise<void> {
  const list = readFeedList(readList(file), file)
  const folder = options.state ?? `${options.archive ?? file}.feeds`
  const states = await openStateFolder(folder)
  const unlock = lockFolder(folder)
  const destination = await openDestination(options.archive)
  const fetcher = openFetcher(fetcherOptions(list))
  const stop = stopSignal()
  const failures = { count: 0 }
  const lane = openCodingLane(destination, { jobs: Math.min(2, availableParallelism()) })
  try {
    await followFeeds({
      feeds: list.feeds,
      everyMs: list.every,
      tools: {
        fetcher,
        states,
        maxBytes: list.maxBytes,
        once: options.once === true,
        signal: stop,
        now: () => Date.now(),
        code: lane.code,
      },
      onReport(feed, report) {
        if (report.failure !== null) failures.count++
        tell(feed, report)
      },
      onWait(feed, { notBefore }) {
        failures.count++
        say(`${feed.url}: asked to be left alone until ${new Date(notBefore).toISOString()}`)
      },
    })
  } finally {
    lane.close()
    unlock()
    await fetcher.close()
    await ('archive' in destination ? destination.archive.close() : destination.output.close())
  }
  if (options.once && failures.count > 0) process.exitCode = 3
}

function readList(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new CliError(`${file}: ${whyUnreadable(error)}`, 2, { cause: error })
  }
}

const fetcherOptions = ({ contact, pause, allow, robots }: FeedList) => ({
  userAgent: `rapporteur/${CODER_VERSION}${contact === undefined ? '' : ` (+${contact.replace(/[^\x20-\x7e]|[()]/g, '')})`}`,
  rule: addressRule(allow),
  pauseMs: pause,
  robots,
})

const openDestination = async (archive: string | undefined): Promise<Destination> =>
  archive === undefined
    ? { output: await openOutput(undefined) }
    : { archive: await openArchive(archive, true) }

/** Ctrl-C or a polite kill: what is at work is finished or put off, nothing is lost. */
function stopSignal(): AbortSignal {
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  process.once('SIGTERM', () => stop.abort())
  return stop.signal
}

/** A line for each feed that had something to tell. */
function tell({ url }: Feed, { failure, moved, fresh, added, stubs, waiting, refused }: PollReport): void {
  if (failure !== null) say(`${url}: ${failure}`)
  if (moved !== null) say(`${url}: has moved for good to ${moved}; change it in the list`)
  for (const reason of refused) say(`${url}: ${reason}`)
  if (fresh === 0 && added === 0) return
  const without = stubs > 0 ? `, ${stubs} with what the feed says alone` : ''
  const later = waiting > 0 ? `, ${waiting} to be tried again` : ''
  say(`${url}: ${fresh} new, ${added} kept${without}${later}`)
}

const say = (line: string) => process.stderr.write(`rapporteur: ${printable(line)}\n`)
