/** Actors with offices and validity dates. Owner: actors room. */
export interface ActorLexicon {
  readonly hash: string
}
export function openActors(bytes: Uint8Array): ActorLexicon {
  return { hash: String(bytes.length) }
}
