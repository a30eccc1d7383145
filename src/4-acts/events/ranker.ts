/** The trained model that decides between proposals and gives calibrated confidence. */
export interface Ranker {
  readonly hash: string
}

/** Opens trained weights (`models/ranker.bin`). */
export function openRanker(bytes: Uint8Array): Ranker {
  return { hash: String(bytes.length) }
}
