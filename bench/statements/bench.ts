// `npm run bench:statements`: how right and how fast statements, positions, commitments and figures are. `--quick`
// leaves out the judged samples and the facts of the seed report, and takes trees from a cache.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { loadGround } from '#ground'
import { readGold } from '../../training/statements/gold.ts'
import { parseAll } from '../../training/statements/parsed.ts'
import { sharedFolder } from '../corpus.ts'
import { corpusSources } from './corpus-sources.ts'
import { directQuotes } from './direct-quotes.ts'
import { judgedShares } from './judged.ts'
import { recordsOf, scorePolnear } from './polnear.ts'
import { actsRate } from './speed.ts'

const quick = process.argv.includes('--quick')
const shared = sharedFolder()
const ground = loadGround()
const row = (name: string, measured: string, must = '', aim = '', note = '') =>
  console.log(`${name.padEnd(58)}${measured.padStart(9)}${must.padStart(9)}${aim.padStart(9)}  ${note}`)

const gold = readGold(join(shared, 'gold/attributions-dev.jsonl'))
const trees = parseAll(gold.map(({ text, published }) => ({ text, published })))
const records = recordsOf(gold, trees, ground)
const { figures, printed } = scorePolnear(shared, records)
const direct = directQuotes(gold, records)

console.log(printed)
row('', 'measured', 'must', 'aim')
const overlap = (role: string) => (figures.get(`${role}_overlap_f1`) ?? Number.NaN).toFixed(3)
row('PolNeAR dev: content, overlap F1', overlap('content'), '0.740', '0.850', 'two people 0.897')
row('source, overlap F1', overlap('source'), '0.620', '0.760', 'two people 0.793')
row('cue, overlap F1', overlap('cue'), '0.520', '0.640', 'two people 0.671')
row('all spans, overlap F1', overlap('all'), '0.680', '0.820', 'two people 0.865')
const share = (n: number, of: number) => (n / of).toFixed(3)
row(
  'direct quotations: content found and right speaker',
  share(direct.longRight, direct.long),
  '0.920',
  '0.970',
  `${direct.longRight} of ${direct.long} of four words and more`,
)
row(
  'the same, single quoted words too',
  share(direct.right, direct.all),
  '',
  '',
  `${direct.right} of ${direct.all}`,
)
if (!quick) {
  const musts = {
    positions: ['0.800', '0.920'],
    commitments: ['0.800', '0.920'],
    figures: ['0.880', '0.950'],
  }
  for (const it of judgedShares(corpusSources(shared), ground)) {
    const [must, aim] = it.sample === 'fresh' ? musts[it.kind] : ['', '']
    row(
      `${it.kind}, judged one by one (${it.sample} sample)`,
      share(it.right, it.judged),
      must,
      aim,
      `${it.right} of ${it.judged}; still given the same: ${it.stillRight} of ${it.still}`,
    )
  }
  seedFacts()
}
const speed = actsRate(trees, ground)
const count = (n: number) => Math.round(n).toLocaleString('en')
row(
  'words/s of this part, processor time',
  count(speed.cpu),
  '80,000',
  '',
  `by the clock ${count(speed.wall)}`,
)

/** The facts of the seed report, by the built command: run `npm run build` first. */
function seedFacts(): void {
  const args = [join(shared, 'score/expect.mjs'), join(shared, 'seed/facts.json')]
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  const [, found = '0', all = '0'] = /facts found (\d+)\/(\d+)/.exec(stdout) ?? []
  const [, wrong = '?', rejects = '?'] = /wrong claims (\d+)\/(\d+)/.exec(stdout) ?? []
  row('facts of the seed report', share(Number(found), Number(all)), '0.900', '1.000', `${found} of ${all}`)
  row('wrong claims of the seed report', wrong, '0', '0', `of ${rejects}`)
  for (const line of stdout.split('\n')) if (/: (missed|wrong) /.test(line)) console.log(`  ${line}`)
}
