import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Source } from '#document'
import { CliError } from '../cli-error.ts'

/** An item that has come and is not yet kept. */
export interface PendingItem {
  /** What names the item for good: its address, else its id. */
  readonly key: string
  /** Of its words as the feed gave them. */
  readonly digest: string
  readonly version: number
  readonly source: Source
  /** How often its page could not be fetched. */
  attempts: number
  /** Not to be tried before: milliseconds since 1970. */
  after: number
}

/** What is known of a feed between two polls. */
export interface FeedState {
  url: string
  etag: string | null
  lastModified: string | null
  /** When it is due again: milliseconds since 1970. */
  next: number
  /** The server asked to be left alone until then: milliseconds since 1970. */
  notBefore: number
  failures: number
  /** Items that are kept, the oldest first. */
  seen: Map<string, { readonly digest: string; readonly version: number }>
  pending: PendingItem[]
}

/** So many items are remembered beyond those that the feed still holds. */
const MOST_SEEN = 3000

const stateSchema = z.object({
  url: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  next: z.number(),
  notBefore: z.number(),
  failures: z.number(),
  seen: z
    .array(z.tuple([z.string(), z.object({ digest: z.string(), version: z.number() })]))
    .transform((entries) => new Map(entries)),
  pending: z.array(
    z.object({
      key: z.string(),
      digest: z.string(),
      version: z.number(),
      source: z.custom<Source>((value) => typeof value === 'object' && value !== null && 'text' in value),
      attempts: z.number(),
      after: z.number(),
    }),
  ),
})

/** A folder that holds a small file a feed; each is replaced as a whole, so that a kill leaves the one or the other. */
export interface StateFolder {
  load(url: string): Promise<FeedState>
  save(state: FeedState): Promise<void>
}

export async function openStateFolder(folder: string): Promise<StateFolder> {
  await mkdir(folder, { recursive: true })
  const fileOf = (url: string) =>
    join(folder, `${createHash('sha256').update(url).digest('hex').slice(0, 24)}.json`)
  return {
    async load(url) {
      const text = await readFile(fileOf(url), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
      return text === null ? newState(url) : { ...parseState(text, fileOf(url)), url }
    },
    async save(state) {
      const seen = [...state.seen].slice(-MOST_SEEN)
      const file = fileOf(state.url)
      const draft = `${file}.${randomUUID().slice(0, 8)}.tmp`
      try {
        await writeFile(draft, JSON.stringify({ ...state, seen }), { flush: true })
        await rename(draft, file)
      } finally {
        await rm(draft, { force: true })
      }
    },
  }
}

function parseState(text: string, file: string): FeedState {
  try {
    return stateSchema.parse(JSON.parse(text))
  } catch (error) {
    throw new CliError(`${file}: is no state of a feed; delete it to begin that feed anew`, 1, {
      cause: error,
    })
  }
}

const newState = (url: string): FeedState => ({
  url,
  etag: null,
  lastModified: null,
  next: 0,
  notBefore: 0,
  failures: 0,
  seen: new Map(),
  pending: [],
})
