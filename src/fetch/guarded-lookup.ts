import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import type { AddressRule } from './address-rule.ts'

/** Says that an address was refused by rule. */
export class RefusedAddress extends Error {}

/**
 * Resolves names for a connection and gives only addresses that the rule lets through. The connection is made to the
 * very address that was looked at, so that a name that resolves differently a moment later gains nothing.
 */
export function guardedLookup(rule: AddressRule): LookupFunction {
  return (host, options, callback) => {
    const settings: LookupOptions & { all: true } = { ...options, all: true }
    lookup(host, settings, (error, found) => {
      if (error) {
        callback(error, '', 0)
        return
      }
      const refused = found.map(({ address }) => rule.refuse(address, host))
      const open = found.filter((_, i) => refused[i] === null)
      const [first] = open
      if (!first) callback(new RefusedAddress(refused[0] ?? `${host} resolves to no address`), '', 0)
      else if (options.all) callback(null, open as LookupAddress[])
      else callback(null, first.address, first.family)
    })
  }
}
