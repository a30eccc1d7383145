import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findActs } from '#acts'
import { findMentions } from '#mentions'
import { type Ground, type Record, writeRecord } from '#record'
import type { Syntax } from '#syntax'
import type { GoldDocument } from '../../training/statements/gold.ts'

/** Records of gold documents whose trees are given. */
export function recordsOf(
  gold: readonly GoldDocument[],
  trees: readonly Syntax[],
  ground: Ground,
): readonly Record[] {
  return gold.map(({ id }, i) => {
    const mentions = findMentions(trees[i] as Syntax, ground.lexicon)
    const record = writeRecord(mentions, findActs(mentions, ground.lexicon, ground.ranker), ground.model)
    return { ...record, document: { ...record.document, externalId: id } }
  })
}

/** What `score/statements.mjs` says of records: its figures and its tables. */
export function scorePolnear(
  shared: string,
  records: readonly Record[],
): { figures: ReadonlyMap<string, number>; printed: string } {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'))
  try {
    const file = join(folder, 'records.jsonl')
    writeFileSync(file, records.map((it) => `${JSON.stringify(it)}\n`).join(''))
    const script = join(shared, 'score/statements.mjs')
    const gold = join(shared, 'gold/attributions-dev.jsonl')
    const printed = execFileSync(process.execPath, [script, '--gold', gold, '--pred', file], {
      encoding: 'utf8',
    })
    const figures = new Map(
      [...printed.matchAll(/(\w+)=([\d.]+)/g)].map(([, name = '', value]) => [name, Number(value)] as const),
    )
    return { figures, printed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
