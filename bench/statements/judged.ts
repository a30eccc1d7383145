import { existsSync, readFileSync } from 'node:fs'
import type { Source } from '#document'
import { type Ground, read } from '#record'
import { type JudgedItem, judgedItems, KINDS, type Kind } from './judged-items.ts'

/** A verdict on one item: a line of `judged-KIND.tsv`. */
interface Verdict extends JudgedItem {
  readonly right: boolean
  readonly sample: string
}

export interface JudgedShare {
  readonly kind: Kind
  readonly sample: string
  readonly judged: number
  readonly right: number
  /** Of those judged, how many the coder still gives word for word, and how many of these were right. */
  readonly still: number
  readonly stillRight: number
}

/** Reads the verdicts: sample, y or n, document, start, end, claim, reason. */
export function readVerdicts(): readonly Verdict[] {
  return KINDS.flatMap((kind) => {
    const path = new URL(`judged-${kind}.tsv`, import.meta.url)
    if (!existsSync(path)) return []
    const lines = readFileSync(path, 'utf8').split('\n')
    return lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [sample = '', verdict, document = '', start, end, claim = ''] = line.split('\t')
        return {
          kind,
          sample,
          right: verdict === 'y',
          document,
          start: Number(start),
          end: Number(end),
          claim,
        }
      })
  })
}

/** Reads the judged articles again and compares. */
export function judgedShares(sources: readonly Source[], ground: Ground): readonly JudgedShare[] {
  const verdicts = readVerdicts()
  const documents = new Set(verdicts.map(({ document }) => document))
  const given = new Set(
    sources
      .filter(({ externalId }) => documents.has(externalId ?? ''))
      .flatMap((source) => judgedItems(read(source, ground)).map(keyOf)),
  )
  const groups = new Map<string, Verdict[]>()
  for (const verdict of verdicts) {
    const name = `${verdict.kind}\t${verdict.sample}`
    groups.set(name, [...(groups.get(name) ?? []), verdict])
  }
  return [...groups.values()].map((group) => {
    const still = group.filter((it) => given.has(keyOf(it)))
    return {
      kind: (group[0] as Verdict).kind,
      sample: (group[0] as Verdict).sample,
      judged: group.length,
      right: group.filter(({ right }) => right).length,
      still: still.length,
      stillRight: still.filter(({ right }) => right).length,
    }
  })
}

const keyOf = ({ kind, document, start, end, claim }: JudgedItem): string =>
  [kind, document, start, end, claim].join('\t')
