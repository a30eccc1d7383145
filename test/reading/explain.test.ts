import { expect, it } from 'vitest'
import { explainActs } from '#acts'
import { openDocument } from '#document'
import { loadGround } from '#ground'
import { findMentions } from '#mentions'

const { parser, lexicon, ranker } = loadGround()
const explain = (text: string) =>
  explainActs(findMentions(parser.parse(openDocument({ text })), lexicon), lexicon, ranker)

it('names the rule, the way through the tree and what lost', () => {
  const [first] = explain('Norway agreed to hold talks with Oman.')
  const kept = first?.proposals.filter(({ fate }) => fate === 'kept') ?? []
  expect(kept).toHaveLength(1)
  expect(kept[0]).toMatchObject({ type: 'AGREE', rule: 'agree.to-do', trigger: 'agreed' })
  expect(kept[0]?.recipients[0]?.path).toMatch(/^agreed →xcomp hold →obl Oman$/)
  expect(first?.proposals.some(({ fate, rule }) => fate !== 'kept' && rule === 'consult.talks')).toBe(true)
})

it('says nothing of a text in which nobody acts', () => {
  expect(explain('The lake is deep.')).toEqual([])
  expect(explain('')).toEqual([])
})

it('gives whole numbers of classes and probabilities', () => {
  for (const { proposals } of explain('Chad expelled the French ambassador after a row over aid.'))
    for (const { confidence, ranker: classes } of proposals) {
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(classes).toHaveLength(3)
    }
})
