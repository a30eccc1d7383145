/** Figures of a classification: macro-F1 by class and by quad, expected calibration error, confusions. */
import { CLASSES } from '../../src/4-acts/events/ranker.ts'
import type { Read } from './folds.ts'

const QUADS = [0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3]

export function macroF1(
  truth: readonly number[],
  told: readonly number[],
  size: number = CLASSES.length,
): number {
  const f1: number[] = []
  for (let c = 0; c < size; c++) {
    const gold = truth.filter((t) => t === c).length
    if (!gold) continue
    const right = truth.filter((t, i) => t === c && told[i] === c).length
    const output = told.filter((t) => t === c).length
    f1.push((2 * right) / (gold + output))
  }
  return f1.reduce((a, b) => a + b, 0) / f1.length
}

export const quadF1 = (truth: readonly number[], told: readonly number[]) =>
  macroF1(
    truth.map((c) => QUADS[c] as number),
    told.map((c) => QUADS[c] as number),
    4,
  )

/** Expected calibration error of the highest probability, ten bins. */
export function expectedError(all: readonly Float64Array[], truth: readonly number[]): number {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, sure: 0, right: 0 }))
  all.forEach((p, i) => {
    const top = Math.max(...p)
    const bin = bins[Math.min(9, Math.floor(top * 10))]
    if (!bin) return
    bin.n++
    bin.sure += top
    if (p.indexOf(top) === truth[i]) bin.right++
  })
  return bins.reduce((sum, { sure, right }) => sum + Math.abs(sure - right), 0) / all.length
}

export function confusions(gold: readonly Read[], all: readonly Float64Array[]): string {
  const lines: string[] = []
  gold.forEach(({ row, reading, example }, i) => {
    const p = all[i] as Float64Array
    const told = p.indexOf(Math.max(...p))
    if (told === example.label) return
    lines.push(
      `${row.type} <- ${CLASSES[told]} ${Math.max(...p).toFixed(2)} best=${reading.best?.compiled.row.id ?? '-'}/${reading.best?.type ?? '-'} | ${mark(row.text, row.actor, row.recipient)}`,
    )
  })
  return lines.sort().join('\n')
}

function mark(
  text: string,
  a: { start: number; end: number } | null,
  b: { start: number; end: number } | null,
): string {
  const cuts: [number, string][] = []
  if (a) cuts.push([a.start, '['], [a.end, ']'])
  if (b) cuts.push([b.start, '{'], [b.end, '}'])
  let out = text
  for (const [at, sign] of cuts.sort((x, y) => y[0] - x[0])) out = out.slice(0, at) + sign + out.slice(at)
  return out.slice(0, 260)
}
