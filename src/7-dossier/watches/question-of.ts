import type { Archive, Filter, Party, Watch } from '#archive'

/** What a watch asks: its own question within that of its dossier. A dossier that is gone asks nothing. */
export async function questionOf(archive: Archive, watch: Watch): Promise<Filter | null> {
  if (watch.dossier === null) return watch.question
  const dossier = await archive.dossier(watch.dossier)
  return dossier && { ...dossier.question, ...watch.question }
}

/** Whether at least two of the rivals are parties; a servant of a state counts for it. */
export function areRivals({ rivals }: Watch, parties: readonly Party[]): boolean {
  if (rivals.length === 0) return true
  const met = new Set(
    parties.flatMap(({ entity, country }) =>
      [entity, country].filter((it) => it !== null && rivals.includes(it)),
    ),
  )
  return met.size >= 2
}
