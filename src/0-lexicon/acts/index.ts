/** Act patterns as rows, indexed by lemma. Owner: events room. */
export interface ActPatterns {
  readonly hash: string
}
export function openActPatterns(): ActPatterns {
  return { hash: '' }
}
