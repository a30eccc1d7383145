import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface GoldText {
  readonly id: string
  readonly text: string
  readonly published?: string
}

export type Half = 'all' | 'development' | 'check'

/** Texts of a gold file; every other one, from the first, is for development, the rest is for checking. */
export function goldTexts(
  file: string,
  half: Half,
): readonly { readonly line: string; readonly gold: GoldText }[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .filter((_, i) => half === 'all' || (i % 2 === 0) === (half === 'development'))
    .map((line) => ({ line, gold: JSON.parse(line) as GoldText }))
}

/** Runs the project's scorer (`times` or `places`) over what was found in each text. */
export function scored(
  shared: string,
  script: 'times' | 'places',
  half: Half,
  find: (gold: GoldText) => { readonly text: string; readonly found: readonly unknown[] },
): Readonly<Record<string, number>> {
  const texts = goldTexts(join(shared, 'gold', `${script}.jsonl`), half)
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'))
  try {
    const [gold, pred] = [join(folder, `${script}.jsonl`), join(folder, 'pred.jsonl')]
    writeFileSync(gold, texts.map(({ line }) => `${line}\n`).join(''))
    writeFileSync(
      pred,
      texts
        .map(({ gold: one }) => {
          const { text, found } = find(one)
          return `${JSON.stringify({ document: { externalId: one.id, text }, [script]: found })}\n`
        })
        .join(''),
    )
    const args = [join(shared, 'score', `${script}.mjs`), '--gold', gold, '--pred', pred, '--json']
    return JSON.parse(execFileSync('node', args, { encoding: 'utf8' })) as Record<string, number>
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
