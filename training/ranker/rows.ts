/** The training rows: what stands where in the shared folder, and the rows' own examples. */
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse as parseCsv } from 'csv-parse/sync'
import { ACT_ROWS, type EventType } from '#lexicon'
import { unmark } from '../../test/reading/unmark.ts'

export interface Span {
  readonly start: number
  readonly end: number
}

export interface TrainingRow {
  readonly id: string
  readonly text: string
  readonly actor: Span | null
  readonly recipient: Span | null
  readonly type: string
  /** How much it counts. */
  readonly weight: number
}

/** The folder with gold and training data: `--shared DIR`, else RAPPORTEUR_SHARED, else ../shared. */
export function sharedFolder(args: readonly string[]): string {
  const at = args.indexOf('--shared')
  const folder = (at >= 0 ? args[at + 1] : process.env.RAPPORTEUR_SHARED) ?? '../shared'
  if (!existsSync(`${folder}/gold/relations.jsonl`))
    throw new Error(`no gold/relations.jsonl under ${folder}: give the folder with --shared DIR`)
  return folder
}

/** The human-labelled pairs. */
export function goldRows(shared: string): TrainingRow[] {
  return readFileSync(`${shared}/gold/relations.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ ...(JSON.parse(line) as Omit<TrainingRow, 'weight'>), weight: 1 }))
}

/** The rows' own examples: [actor] and {recipient} marked. */
export function exampleRows(): TrainingRow[] {
  return ACT_ROWS.flatMap((row) =>
    (row.reads ?? []).map((marked, i) => ({
      id: `${row.id}/${i}`,
      ...unmark(marked, row.frame.includes('&')),
      type: classLabel(row.type),
      weight: 0.5,
    })),
  )
}

/** Synthetic headlines and the first sentences of synthetic stories: no actors marked. */
export function syntheticRows(shared: string): TrainingRow[] {
  const file = `${shared}/train/gpt_synthetic_events_2023-10-19_19.csv.gz`
  if (!existsSync(file)) return []
  const rows: Record<string, string>[] = parseCsv(gunzipSync(readFileSync(file)), { columns: true })
  return rows.flatMap(({ text = '', prompt = '', label = '' }, i) => {
    const headline = (prompt.split('\n')[0] ?? '').trim()
    const lead = (/^[^.!?\n]{20,300}[.!?]/.exec(text) ?? [''])[0]
    const type = classLabel(label)
    const rows: TrainingRow[] = []
    if (headline)
      rows.push({ id: `headline/${i}`, text: headline, actor: null, recipient: null, type, weight: 0.12 })
    if (lead) rows.push({ id: `lead/${i}`, text: lead, actor: null, recipient: null, type, weight: 0.08 })
    return rows
  })
}

export const classLabel = (type: string) => (type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type)

export type Label = EventType | 'YIELD'
