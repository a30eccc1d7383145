import { describe, expect, it } from 'vitest'
import { openDocument } from './open-document.ts'

const texts = (text: string, title: string | null = null) => {
  const document = openDocument({ text, title })
  return document.paragraphs.map(({ kind, start, end }) => `${kind}: ${document.text.slice(start, end)}`)
}

describe('openDocument', () => {
  it('puts title, blank line and body into one text', () => {
    const document = openDocument({
      title: ' Talks  resume ',
      text: 'They met.\r\n\r\n\r\n\r\nThey left. \r\n',
    })
    expect(document.text).toBe('Talks resume\n\nThey met.\n\nThey left.')
    expect(document.title).toBe('Talks resume')
  })

  it('does not say a title twice', () => {
    expect(openDocument({ title: 'Talks resume', text: 'Talks resume\n\nThey met.' }).text).toBe(
      'Talks resume\n\nThey met.',
    )
  })

  it.each([
    ['line ends', 'a\rb\r\nc\u2028d', 'a\nb\nc\nd'],
    ['spaces', 'a\u00a0b\tc\u3000d  ', 'a b c d'],
    ['typographic quotes stay', '“a” – ‘b’ …', '“a” – ‘b’ …'],
    ['invisible characters', 'co\u00adop\u200berate\ufeff', 'cooperate'],
    ['control characters', 'a\u0000b\u0007c', 'abc'],
    ['lone surrogates', 'a\ud800b', 'a\ufffdb'],
    ['pairs stay', 'a😀b', 'a😀b'],
    ['wrong decoding', 'It\u0092s', 'It’s'],
    ['composition', 'Erdog\u0306an', 'Erdoğan'],
  ])('evens out %s', (_, raw, even) => {
    expect(openDocument({ text: raw }).text).toBe(even)
  })

  it('gives the same id for the same text, source and date, whatever the line ends', () => {
    const a = openDocument({ text: 'One.\nTwo.', source: 'x', published: '2013-07-02' })
    expect(openDocument({ text: 'One.\r\nTwo. ', source: 'x', published: '2013-07-02' }).id).toBe(a.id)
    expect(openDocument({ text: 'One.\nTwo.', source: 'y', published: '2013-07-02' }).id).not.toBe(a.id)
    expect(openDocument({ text: 'One.\nTwo.', source: 'x', published: '2013-07-03' }).id).not.toBe(a.id)
    expect(a.id).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('leaves notes instead of throwing', () => {
    const rules = (source: Parameters<typeof openDocument>[0]) =>
      openDocument(source).notes.map(({ rule }) => rule)
    expect(rules({ text: '' })).toEqual(['empty'])
    expect(rules({ text: 'a', published: 'yesterday' })).toEqual(['published-unreadable'])
    expect(rules({ text: 'a\u0001\udfff' })).toEqual(['control-character', 'lone-surrogate'])
    expect(openDocument({ text: 'abcdef' }, { maxCharacters: 3 })).toMatchObject({
      text: 'abc',
      notes: [{ rule: 'text-too-long' }],
    })
    expect(openDocument({ text: 'a', published: '2013-02-30' }).published).toBeNull()
  })
})

describe('paragraphs', () => {
  it('tells a headline and subheads from the body', () => {
    const text =
      'Envoys meet at lake\n\nThe two envoys met by the lake.\n\nNo word on prisoners\n\nThey said little.'
    expect(texts(text)).toEqual([
      'title: Envoys meet at lake',
      'body: The two envoys met by the lake.',
      'subhead: No word on prisoners',
      'body: They said little.',
    ])
  })

  it.each([
    ['a speaker’s line', 'She spoke first.\n“We agree.”\nThen he did.'],
    ['a last line', 'They met.\nSource: own reporters'],
    ['a line that goes on', 'They met in the\nold hall.'],
  ])('takes %s for body', (_, text) => {
    expect(texts(text).filter((line) => line.startsWith('subhead'))).toEqual([])
  })

  it('covers all that is not white space', () => {
    const document = openDocument({ title: 'T', text: 'One.\n\nTwo three\n\nFour.\nFive' })
    const covered = document.paragraphs.map(({ start, end }) => document.text.slice(start, end)).join('')
    expect(covered.replace(/\s/g, '')).toBe(document.text.replace(/\s/g, ''))
  })

  it('joins lines that were broken at a fixed width', () => {
    const wrapped = [
      '   The two foreign ministers met for the third time this week and',
      'agreed to send a small team of observers to the border before the',
      'end of the month.',
      '   The neighbours had quarrelled over the river crossing for a long',
      'time, and neither wanted to be the first to say so in a public and',
      'formal letter.',
    ].join('\n')
    expect(texts(wrapped)).toEqual([
      'body: The two foreign ministers met for the third time this week and agreed to send a small team of observers to the border before the end of the month.',
      'body: The neighbours had quarrelled over the river crossing for a long time, and neither wanted to be the first to say so in a public and formal letter.',
    ])
  })

  it('leaves short lines apart that nobody wrapped', () => {
    expect(texts('Minister resigns.\nTalks go on.\nRain expected in the north today.')).toHaveLength(3)
  })
})

describe('dateline', () => {
  it.each([
    ['BANDAR SERI BEGAWAN, July 2 (AFP) — The ministers met.', 'BANDAR SERI BEGAWAN', 'July 2', 'AFP'],
    ['GENEVA (Reuters) - The envoys met.', 'GENEVA', null, 'Reuters'],
    ['WASHINGTON — The envoys met.', 'WASHINGTON', null, null],
    ['Moscow, 3 July, Interfax - The envoys met.', 'Moscow', '3 July', 'Interfax'],
    ['MOSCOW, July 3. /TASS/. The envoys met.', 'MOSCOW', 'July 3', 'TASS'],
    ['Taipei, July 3 (CNA) The envoys met.', 'Taipei', 'July 3', 'CNA'],
    ['RAMALLAH, West Bank (AP) — The envoys met.', 'RAMALLAH', null, 'AP'],
    ['UNITED NATIONS, Sept. 3 (Xinhua) -- The envoys met.', 'UNITED NATIONS', 'Sept. 3', 'Xinhua'],
    ['PARIS/BERLIN, March 3 (Reuters) - The envoys met.', 'PARIS', 'March 3', 'Reuters'],
    ['ST. LOUIS, Aug. 9, 2014 - The envoys met.', 'ST. LOUIS', 'Aug. 9, 2014', null],
    ['NEW YORK, Feb 26 - The envoys met.', 'NEW YORK', 'Feb 26', null],
    ['Geneva, 3 July 2013 – The envoys met.', 'Geneva', '3 July 2013', null],
    ['ISLAMABAD: The envoys met.', 'ISLAMABAD', null, null],
    ['Nairobi — The envoys met.', 'Nairobi', null, null],
    ['Mumbai, India – The envoys met.', 'Mumbai', null, null],
    ['(ANSA) - Rome, October 11 - The envoys met.', 'Rome', 'October 11', 'ANSA'],
    ['(Reuters) - The envoys met.', null, null, 'Reuters'],
  ])('is found in "%s"', (text, place, date, agency) => {
    const { dateline, text: read } = openDocument({ text })
    const cut = (span: { start: number; end: number } | null | undefined) =>
      span && read.slice(span.start, span.end)
    expect([cut(dateline?.place), cut(dateline?.date), dateline?.agency]).toEqual([place, date, agency])
  })

  it.each([
    'Lavrov — who met Kerry — said nothing.',
    'The talks - which failed - were long.',
    'MR. SMITH: Good afternoon.',
    'UPDATE: The talks have ended.',
    'Foreign Ministry Spokesman Jo Day - The man',
    'ANALYSIS — Why the talks failed.',
    'SECRETARY GREY: We met.\nQUESTION: Where?\nSECRETARY GREY: Here.',
    'HOST: Welcome.\nGUEST: Thank you.',
  ])('is not found in "%s"', (text) => {
    expect(openDocument({ text }).dateline).toBeNull()
  })

  it('is found under a headline and a deck', () => {
    const { dateline, text } = openDocument({
      title: 'Envoys meet',
      text: 'A third round is planned.\n\nOSLO (AFP) - They met.',
    })
    expect(text.slice(dateline?.start, dateline?.end)).toBe('OSLO (AFP) -')
  })
})
