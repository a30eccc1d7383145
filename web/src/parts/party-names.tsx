import { Link } from '@tanstack/react-router'
import type { Party } from '../api/rows.ts'

/** An actor that only one document knows by a nominal has no page of its own. */
export const hasPage = (entity: string): boolean => !/^[0-9a-f]{16}\//.test(entity)

/** "the powers", "some senators": one name that means several. */
const MEANS_SEVERAL = /(?:^|\s)(?:[a-z][a-z-]*[^s\W]s|people|police|men|women)$/

/** Whether a verb that parties do stands in the plural. */
export const areSeveral = (parties: readonly Party[]): boolean =>
  parties.length > 1 || MEANS_SEVERAL.test(parties[0]?.name ?? '')

/** What a party is called. */
export const nameOf = ({ name, country, entity }: Party): string => name ?? country ?? entity

/** Parties as links to their pages, in words: "A, B and C". */
export function PartyNames({
  parties,
  nobody = '',
}: {
  readonly parties: readonly Party[]
  readonly nobody?: string
}) {
  if (parties.length === 0) return nobody
  const shown = parties.slice(0, 4)
  const rest = parties.length - shown.length
  return (
    <>
      {shown.map((party, i) => (
        <span key={party.entity}>
          {i > 0 && (i === shown.length - 1 && rest === 0 ? ' and ' : ', ')}
          {hasPage(party.entity) ? (
            <Link className="party" to="/actors/$entity" params={{ entity: party.entity }}>
              {nameOf(party)}
            </Link>
          ) : (
            <span className="party">{nameOf(party)}</span>
          )}
        </span>
      ))}
      {rest > 0 && ` and ${rest} more`}
    </>
  )
}

/** "A, B", "somebody" for none: for labels that are read aloud. */
export const partyWords = (parties: readonly Party[], nobody = ''): string =>
  parties.length === 0 ? nobody : parties.slice(0, 4).map(nameOf).join(', ')
