import type { Archive, Filter, HappeningRow } from '#archive'

const SHOWN = 5

/**
 * An answer that names no document gets the strongest happenings that the same question finds, each with the words
 * and the documents that it rests on: a count alone cannot be checked.
 */
export async function withEvidence(archive: Archive, answer: object, filter: Filter): Promise<object> {
  if (namesDocument(answer)) return answer
  const { items } = await archive.happenings(filter, { limit: SHOWN, order: 'strongest' })
  return { ...answer, evidence: items.map(toEvidence) }
}

const toEvidence = ({ id, day, type, evidence, reports }: HappeningRow) => ({
  happening: id,
  day,
  type,
  text: evidence,
  documents: [...new Set(reports.map(({ documentId }) => documentId))].slice(0, SHOWN),
})

/** Whether a document's id stands anywhere in an answer. */
function namesDocument(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(namesDocument)
  return Object.entries(value).some(([key, held]) =>
    typeof held === 'string'
      ? (key === 'documentId' || key === 'id') && (key === 'documentId' || held.startsWith('sha256:'))
      : namesDocument(held),
  )
}
