import { openDocument } from '#document'
import { findMentions } from '#mentions'
import type { Ground } from '#record'
import { findEvents } from '../../src/4-acts/events/index.ts'
import { findStatements } from '../../src/4-acts/statements/index.ts'

export interface Rate {
  readonly tokens: number
  /** Seconds of the process's own CPU time, and of the clock. */
  readonly cpu: number
  readonly wall: number
}

/** Finds events alone in texts that are parsed already; once to warm up, then the best of three by CPU time. */
export function eventRate(ground: Ground, texts: readonly string[]): Rate {
  const read = texts.map((text) => {
    const mentions = findMentions(ground.parser.parse(openDocument({ text })), ground.lexicon)
    return { mentions, statements: findStatements(mentions, ground.lexicon.cues) }
  })
  const tokens = read.reduce((sum, { mentions }) => sum + mentions.syntax.length, 0)
  let best: Rate | null = null
  for (let round = 0; round < 4; round++) {
    const begin = performance.now()
    const before = process.cpuUsage()
    for (const { mentions, statements } of read)
      findEvents(mentions, ground.lexicon.acts, ground.ranker, statements)
    const { user, system } = process.cpuUsage(before)
    const rate = { tokens, cpu: (user + system) / 1e6, wall: (performance.now() - begin) / 1000 }
    if (round > 0 && (!best || rate.cpu < best.cpu)) best = rate
  }
  return best ?? { tokens, cpu: 0, wall: 0 }
}
