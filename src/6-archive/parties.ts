import type { Record, RecordActor } from '#record'
import type { Party } from './answers.ts'

/** Finds the parties that a record's items name by mention id; compounds are taken apart. */
export function partiesOf(record: Record): (mentions: readonly string[]) => readonly Party[] {
  const byId = new Map(record.actors.map((actor) => [actor.id, actor]))
  const document = record.document.id.slice(7, 23)
  return (mentions) => {
    const found = new Map<string, Party>()
    for (const actor of membersOf(mentions, byId)) {
      const party = toParty(actor, document)
      if (!found.has(party.entity)) found.set(party.entity, party)
    }
    return [...found.values()]
  }
}

function membersOf(mentions: readonly string[], byId: ReadonlyMap<string, RecordActor>): RecordActor[] {
  const seen = new Set<string>()
  const found: RecordActor[] = []
  const queue = [...mentions]
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const actor = byId.get(id)
    if (!actor || seen.has(id)) continue
    seen.add(id)
    if (actor.members.length > 0) queue.push(...actor.members)
    else found.push(actor)
  }
  return found
}

/** An actor as the archive knows it. */
export function toParty(actor: RecordActor, document: string): Party {
  return {
    entity: entityOf(actor, document),
    name: actor.name ?? actor.span.text,
    country: actor.country,
    sector: actor.sector,
  }
}

/**
 * An entity that only its document knows gets a name of its own in the archive: people of the same full name are
 * taken for one ("named/…"), all others stay within their document.
 */
function entityOf({ entity, name, kind }: RecordActor, document: string): string {
  if (!entity.startsWith('local/')) return entity
  if (kind === 'name' && name !== null && /\S\s+\S/.test(name))
    return `named/${name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')}`
  return `${document}/${entity}`
}

const OF_THE_STATE: ReadonlySet<string | null> = new Set([null, 'GOV', 'MIL', 'LEG', 'JUD', 'SPY', 'COP'])

/** What two reports must have in common to be about the same party: the state for its servants, else the actor. */
export function partyKey({ entity, country, sector }: Party): string {
  return country !== null && OF_THE_STATE.has(sector) ? country : entity
}
