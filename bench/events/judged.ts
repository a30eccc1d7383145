import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Ground, read } from '#record'
import { calibrated } from '../../src/4-acts/events/calibrate.ts'
import { corpusTexts } from '../corpus.ts'

/** One event as it was read against PLOVER's rules: where it stands, and whether type, actor and recipient are right. */
export interface Judgement {
  /** 1: the sample that was read while building; 2: the one drawn afterwards for the figure. */
  readonly round: number
  readonly doc: string
  readonly start: number
  readonly end: number
  readonly type: string
  readonly actors: readonly (readonly [number, number])[]
  readonly recipients: readonly (readonly [number, number])[]
  readonly status: string
  /** What the record says; events drawn before there was a curve carry the belief that the curve is laid on instead. */
  readonly confidence?: number
  readonly belief?: number
  readonly right: { readonly type: boolean; readonly actor: boolean; readonly recipient: boolean }
}

const FILE = join(import.meta.dirname, 'judgements.jsonl')

export interface Figure {
  readonly name: string
  readonly value: string
  readonly must?: string
  readonly aim?: string
}

/** Precision by round, calibration, and how many of the judged events today's code still tells. */
export function judgedFigures(shared: string, ground: Ground): Figure[] {
  if (!existsSync(FILE)) return []
  const all = readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Judgement)
  const fresh = all.filter(({ round }) => round === 2)
  const figures = [1, 2].flatMap((round) => {
    const own = all.filter((judgement) => judgement.round === round)
    return own.length
      ? {
          name: `judged events right as drawn, round ${round} (${own.length})`,
          value: share(own),
          ...(round === 2 ? { must: '>=0.75', aim: '0.90' } : {}),
        }
      : []
  })
  const sure = fresh.filter((judgement) => confidenceOf(judgement) >= 0.66)
  const still = stillTold(shared, ground, all)
  return [
    ...figures,
    { name: `  of confidence 0.66 and more (${sure.length} of ${fresh.length})`, value: share(sure) },
    {
      name: '  calibration error of confidence, round 2',
      value: calibrationError(fresh).toFixed(3),
      must: '<=0.08',
      aim: '0.04',
    },
    { name: `  of all judged, right among the ${still.length} told today as judged`, value: share(still) },
  ]
}

const confidenceOf = ({ confidence, belief }: Judgement) => confidence ?? calibrated(belief ?? 0)
const isRight = ({ right }: Judgement) => right.type && right.actor && right.recipient
const share = (list: readonly Judgement[]) =>
  (list.filter(isRight).length / Math.max(1, list.length)).toFixed(3)

function calibrationError(list: readonly Judgement[]): number {
  const bins = Array.from({ length: 10 }, () => ({ sure: 0, right: 0 }))
  for (const judgement of list) {
    const confidence = confidenceOf(judgement)
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]
    if (!bin) continue
    bin.sure += confidence
    if (isRight(judgement)) bin.right++
  }
  return bins.reduce((sum, { sure, right }) => sum + Math.abs(sure - right), 0) / Math.max(1, list.length)
}

function stillTold(shared: string, ground: Ground, all: readonly Judgement[]): readonly Judgement[] {
  const wanted = new Set(all.map(({ doc }) => doc))
  const told = new Set<string>()
  for (const { id, text } of corpusTexts(shared)) {
    if (!wanted.has(id)) continue
    const record = read({ text, externalId: id }, ground)
    const span = new Map(record.actors.map((it) => [it.id, [it.span.start, it.span.end]] as const))
    for (const { trigger, type, actors, recipients } of record.events) {
      const spans = (ids: readonly string[]) => JSON.stringify(ids.map((it) => span.get(it)))
      told.add([id, trigger.start, type, spans(actors), spans(recipients)].join('|'))
    }
  }
  return all.filter(({ doc, start, type, actors, recipients }) =>
    told.has([doc, start, type, JSON.stringify(actors), JSON.stringify(recipients)].join('|')),
  )
}
