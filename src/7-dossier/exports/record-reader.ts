import type { Archive } from '#archive'
import type { Record } from '#record'

const MOST_HELD = 500

/** Reads documents' records; the last few hundred stay at hand, for items that come sorted by day. */
export function recordReader(archive: Archive): (documentId: string) => Promise<Record | null> {
  const held = new Map<string, Record>()
  return async (documentId) => {
    const known = held.get(documentId)
    if (known) return known
    const answer = await archive.document(documentId)
    if (!answer) return null
    if (held.size >= MOST_HELD) held.delete(held.keys().next().value ?? '')
    held.set(documentId, answer.record)
    return answer.record
  }
}
