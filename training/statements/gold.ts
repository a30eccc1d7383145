import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

export interface GoldSpan {
  readonly start: number
  readonly end: number
}

export interface GoldAttribution {
  readonly source: readonly GoldSpan[]
  readonly cue: readonly GoldSpan[]
  readonly content: readonly GoldSpan[]
}

export interface GoldDocument {
  readonly id: string
  readonly text: string
  readonly published: string | null
  readonly attributions: readonly GoldAttribution[]
}

/** Reads attributions in JSON Lines, gzipped or not. */
export function readGold(path: string): readonly GoldDocument[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldDocument)
}
