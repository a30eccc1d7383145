import { printable } from './printable.ts'
import type { Coded, Refused } from './work.ts'

export interface Progress {
  /** Counts a result; a refusal is told at once, in one line. */
  count(result: Coded | Refused): void
  /** Ends the report; gives the exit code. */
  close(): 0 | 1 | 3
}

const TICK_MS = 200
/** In a record; in a text the marks of quotation would be escaped. */
const UNCODED = /"notCoded":"[a-z]+"\},"actors"/

/** Counts results; shows a running line on standard error when that is a terminal, only refusals when it is not. */
export function openProgress(done = 'coded'): Progress {
  const terminal = process.stderr.isTTY === true
  const began = performance.now()
  const counts = { coded: 0, uncoded: 0, refused: 0, faults: 0 }
  let shown = 0
  const clear = () => terminal && process.stderr.write('\r\u001b[K')
  const show = () => {
    const now = performance.now()
    if (!terminal || now - shown < TICK_MS) return
    shown = now
    const rate = (counts.coded / Math.max(0.001, (now - began) / 1000)).toFixed(1)
    const refused = counts.refused > 0 ? `, ${counts.refused} refused` : ''
    process.stderr.write(`\r\u001b[K${counts.coded} documents, ${rate}/s${refused}`)
  }
  return {
    count(result) {
      if (result.kind === 'coded') {
        counts.coded++
        if (UNCODED.test(result.output)) counts.uncoded++
      } else {
        counts.refused++
        if (result.fault) counts.faults++
        clear()
        process.stderr.write(`${refusalLine(result)}\n`)
      }
      show()
    },
    close() {
      clear()
      const { coded, uncoded, refused, faults } = counts
      if (uncoded > 0)
        process.stderr.write(
          `rapporteur: ${uncoded} kept with nothing read from ${uncoded === 1 ? 'it' : 'them'}: not English (--language overrules), or withdrawn by the publisher\n`,
        )
      if (refused > 0) process.stderr.write(`rapporteur: ${coded} ${done}, ${refused} refused\n`)
      return faults > 0 ? 1 : refused > 0 ? 3 : 0
    },
  }
}

/** "rapporteur: news/a.jsonl, line 3: not JSON: …" */
export function refusalLine({ name, place, reason }: Refused): string {
  return printable(`rapporteur: ${place === null ? name : `${name}, ${place}`}: ${reason}`)
}
