import { describe, expect, it } from 'vitest'
import { applyCasing, capitalStyle, mayBeCased } from './casing.ts'
import { Upos } from './tagset.ts'

const word = (form: string, upos: number = Upos.NOUN) => ({ form, upos })
const style = (text: string) => capitalStyle(text.split(' ').map((form) => word(form)))

describe('casing of lemmas', () => {
  it.each([
    ['lower', 'talk', 'TALKS', 'talk'],
    ['title', 'envoy', 'Envoys', 'Envoy'],
    ['upper', 'ceo', 'CEOs', 'CEO'],
    ['form', 'mcdonald', 'McDonalds', 'McDonald'],
    ['title', 'élysée', 'ÉLYSÉE', 'Élysée'],
  ] as const)('%s: %s of %s is %s', (casing, lemma, form, expected) =>
    expect(applyCasing(casing, lemma, form)).toBe(expected),
  )

  it.each([
    ['The Council met in Geneva on grain', 0],
    ['COUNCIL MEETS IN GENEVA', 1],
    ['lol see you in geneva', 2],
    ['Council Meets in Geneva', 3],
  ])('tells how a sentence goes about capitals: %s', (text, expected) => expect(style(text)).toBe(expected))

  it('asks of names, of capitals and of "I" alone', () => {
    expect(mayBeCased(word('talks'), 'talk')).toBe(false)
    expect(mayBeCased(word('12'), '12')).toBe(false)
    expect(mayBeCased(word('me', Upos.PRON), 'i')).toBe(true)
    expect(mayBeCased(word('geneva', Upos.PROPN), 'geneva')).toBe(true)
    expect(mayBeCased(word('Talks'), 'talk')).toBe(true)
  })
})
