/** The gazetteer. Owner: places room. */
export interface Gazetteer {
  readonly hash: string
}
export function openPlaces(bytes: Uint8Array): Gazetteer {
  return { hash: String(bytes.length) }
}
