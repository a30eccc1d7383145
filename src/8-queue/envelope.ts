import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate'
import { z } from 'zod'
import type { Submission } from './queue.ts'
import { QueueError } from './queue-error.ts'

const optional = z.string().nullish()
const submission = z.object({
  id: z.string().min(1),
  name: z.string(),
  source: z
    .object({
      text: z.string(),
      title: optional,
      published: optional,
      source: optional,
      url: optional,
      externalId: optional,
      language: optional,
    })
    .loose(),
})

/** A text shrinks to about a third: a server takes 1 MB a message unless it is told otherwise. */
export function seal(it: Submission): Uint8Array {
  return gzipSync(strToU8(JSON.stringify(it)), { mtime: 0 })
}

/** Reads what `seal` wrote; anyone may publish on the subject, so nothing is taken on trust. */
export function unseal(bytes: Uint8Array): Submission {
  try {
    return submission.parse(JSON.parse(strFromU8(gunzipSync(bytes)))) as Submission
  } catch (error) {
    throw new QueueError('the message is no document that `rapporteur submit` wrote', { cause: error })
  }
}
