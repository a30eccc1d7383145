import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { CliError } from '../cli-error.ts'
import { duration } from './duration.ts'

/** Feeds are not asked more often than this. */
const LEAST_EVERY_MS = 60_000

const span = (least: number) =>
  z.string().transform((words, context) => {
    const ms = duration(words)
    if (ms !== null && ms >= least) return ms
    context.addIssue(`expected a time like "15m" or "2h", at least ${least / 1000} s, found "${words}"`)
    return z.NEVER
  })

const address = z.string().refine((url) => /^https?:\/\/./i.test(url) && URL.canParse(url), {
  error: ({ input }) => `expected an http or https address, found ${JSON.stringify(input)}`,
})

const feedSchema = z.preprocess(
  (value) => (typeof value === 'string' ? { url: value } : value),
  z.strictObject({
    url: address,
    /** Outlet of the documents; else what the feed calls itself. */
    source: z.string().min(1).optional(),
    every: span(LEAST_EVERY_MS).optional(),
    /** Which pages are fetched: those of items that hold a stub, of all items, of none. */
    pages: z.enum(['stubs', 'always', 'never']).default('stubs'),
    /** BCP 47, for items too short to tell. */
    language: z.string().min(2).optional(),
  }),
)

const listSchema = z.strictObject({
  /** Where the people of a site can reach whoever follows it; goes into the user agent. */
  contact: z.string().min(3).optional(),
  every: span(LEAST_EVERY_MS).default(15 * 60_000),
  /** Least time between two requests to one host. */
  pause: span(0).default(2000),
  /** Largest feed or page taken, in bytes. */
  maxBytes: z.int().min(1000).default(10_000_000),
  /** Addresses inside the user's own network that may be asked all the same. */
  allow: z.array(z.string()).default([]),
  robots: z.boolean().default(true),
  feeds: z.array(feedSchema).min(1, 'expected at least one feed'),
})

export type Feed = z.infer<typeof feedSchema>
export type FeedList = z.infer<typeof listSchema>

/** Reads a list of feeds (YAML, of which JSON is a part); what is wrong with it is a wrong call, named by its line. */
export function readFeedList(text: string, file: string): FeedList {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [broken] = document.errors
  if (broken) throw wrong(file, lines.linePos(broken.pos[0]).line, broken.message)
  const parsed = listSchema.safeParse(document.toJS({ maxAliasCount: 50 }) ?? {})
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const path = issue?.path ?? []
    const at = positionOf(document, path)
    throw wrong(
      file,
      at === null ? null : lines.linePos(at).line,
      `${path.join('.')}${path.length > 0 ? ': ' : ''}${issue?.message ?? ''}`,
    )
  }
  const twice = parsed.data.feeds.find(
    ({ url }, i) => parsed.data.feeds.findIndex((it) => it.url === url) < i,
  )
  if (twice) throw wrong(file, null, `names ${twice.url} twice`)
  return parsed.data
}

/** Where the node of a path, or the nearest around it, begins. */
function positionOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
      return Number(node.range[0])
  }
  return null
}

const wrong = (file: string, line: number | null, message: string) =>
  new CliError(`${file}${line === null ? '' : `, line ${line}`}: ${message}`, 2)
