import ipaddr from 'ipaddr.js'

/** Which addresses may be spoken to. */
export interface AddressRule {
  /** Null where the address may be spoken to, else why not. `host` is the name it was found under. */
  refuse(address: string, host: string): string | null
}

/**
 * Public addresses alone, and what is allowed by name: `intranet.example`, `10.1.2.3`, `10.0.0.0/8`, `fd00::/8`. An
 * address inside the user's own network is refused in whatever form it comes, IPv4 inside IPv6 included.
 */
export function addressRule(allowed: readonly string[] = []): AddressRule {
  const networks = allowed.map(networkOf).filter((network) => network !== null)
  const names = new Set(allowed.map((entry) => entry.toLowerCase()))
  return {
    refuse(address, host) {
      if (!ipaddr.isValid(address)) return `${host} resolves to no address`
      const own = ipaddr.process(address)
      if (isPublic(own) || names.has(host.toLowerCase())) return null
      if (networks.some((network) => isWithin(own, network))) return null
      const found = host === address ? '' : ` (${address})`
      return `${host}${found} is not a public address; name it under "allow" if it is meant`
    },
  }
}

const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3')

/** Of IPv6 only what is handed out as global unicast (RFC 4291) is public, e.g. not `::127.0.0.1`. */
const isPublic = (address: ipaddr.IPv4 | ipaddr.IPv6) =>
  address.range() === 'unicast' && (address.kind() === 'ipv4' || isWithin(address, GLOBAL))

type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number]

const isWithin = (address: ipaddr.IPv4 | ipaddr.IPv6, [network, bits]: Network) =>
  address.kind() === network.kind() && address.match([network, bits] as never)

function networkOf(entry: string): Network | null {
  if (ipaddr.isValidCIDR(entry)) {
    const [network, bits] = ipaddr.parseCIDR(entry)
    return [network, bits]
  }
  if (!ipaddr.isValid(entry)) return null
  const address = ipaddr.process(entry)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}
