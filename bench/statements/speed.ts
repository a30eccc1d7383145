import { findActs } from '#acts'
import { findMentions } from '#mentions'
import type { Ground } from '#record'
import type { Syntax } from '#syntax'
import { findCommitments } from '../../src/4-acts/commitments/index.ts'
import { findFigures } from '../../src/4-acts/figures/index.ts'
import { findPositions } from '../../src/4-acts/positions/index.ts'
import { findStatements } from '../../src/4-acts/statements/index.ts'

/** Words a second of this part alone, its input (trees, mentions, events) given: by processor time and by the clock. */
export function actsRate(trees: readonly Syntax[], ground: Ground): { cpu: number; wall: number } {
  const inputs = trees.map((syntax) => {
    const mentions = findMentions(syntax, ground.lexicon)
    return { mentions, events: findActs(mentions, ground.lexicon, ground.ranker).events }
  })
  const words = trees.reduce((sum, { length }) => sum + length, 0)
  const { cues } = ground.lexicon
  let best = { cpu: 0, wall: 0 }
  for (let round = 0; round < 3; round++) {
    const cpu = process.cpuUsage()
    const start = performance.now()
    for (const { mentions, events } of inputs) {
      const statements = findStatements(mentions, cues)
      findPositions(mentions, cues, statements, events)
      findCommitments(mentions, cues, statements, events)
      findFigures(mentions, cues, events)
    }
    const wall = (performance.now() - start) / 1000
    const used = process.cpuUsage(cpu)
    const rate = { cpu: words / ((used.user + used.system) / 1e6), wall: words / wall }
    if (rate.cpu > best.cpu) best = rate
  }
  return best
}
