import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ranker, relate } from '#acts'
import { openDocument } from '#document'
import { type Ground, read } from '#record'
import type { TrainingRow } from '../../training/ranker/rows.ts'

export interface Scored {
  readonly relate: Readonly<Record<string, number>>
  readonly events: Readonly<Record<string, number>>
}

/** Runs the project's own scorers over what rankers say that have not seen the sentence. */
export function scoreUnseen(
  shared: string,
  gold: readonly TrainingRow[],
  ground: Ground,
  rankerOf: (row: TrainingRow) => Ranker,
): Scored {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-events-'))
  try {
    const records: string[] = []
    const relations: string[] = []
    for (const row of gold) {
      const ranker = rankerOf(row)
      records.push(JSON.stringify(read({ text: row.text, externalId: row.id }, { ...ground, ranker })))
      const syntax = ground.parser.parse(openDocument({ text: row.text }))
      const { type, confidence } = relate(syntax, ground.lexicon.acts, ranker, row.actor, row.recipient)
      relations.push(JSON.stringify({ id: row.id, type, confidence }))
    }
    const score = (name: string, lines: readonly string[]) => {
      const file = join(folder, `${name}.jsonl`)
      writeFileSync(file, `${lines.join('\n')}\n`)
      const flags = ['--gold', join(shared, 'gold', 'relations.jsonl'), '--pred', file, '--json']
      return JSON.parse(
        execFileSync('node', [join(shared, 'score', `${name}.mjs`), ...flags], { encoding: 'utf8' }),
      )
    }
    return { relate: score('relate', relations), events: score('events', records) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
