import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openDocument } from '#document'
import { openParser } from '#syntax'
import { findTimes } from './index.ts'

const parser = openParser(
  new Uint8Array(readFileSync(new URL('../../../models/syntax.bin', import.meta.url))),
)

/** The times of a text published on Tuesday, 2 July 2013, as `words=value`. */
const times = (text: string, published: string | null = '2013-07-02') => {
  const syntax = parser.parse(openDocument({ text, published }))
  return findTimes(syntax).map(
    ({ span, value, mod }) =>
      `${syntax.document.text.slice(span.start, span.end)}=${value}${mod ? `:${mod}` : ''}`,
  )
}

describe('findTimes', () => {
  it.each([
    ['The ministers met on Tuesday.', ['Tuesday=2013-07-02']],
    ['The envoy arrived on Sunday.', ['Sunday=2013-06-30']],
    ['The envoy will arrive on Friday.', ['Friday=2013-07-05']],
    ['They signed it last Tuesday.', ['last Tuesday=2013-06-25']],
    ['The truce began on June 14.', ['June 14=2013-06-14']],
    ['It was signed on 3 March 1998 in Cairo.', ['3 March 1998=1998-03-03']],
    ['Talks will take place in September.', ['September=2013-09']],
    ['The vote was held on Dec. 5, 2011.', ['Dec. 5, 2011=2011-12-05']],
    ['He left office in 1979.', ['1979=1979']],
    ['It happened in the 1990s.', ['1990s=199']],
    ['The war lasted more than two years.', ['more than two years=P2Y:MORE_THAN']],
    ['A ten-day visit ended yesterday.', ['ten-day=P10D', 'yesterday=2013-07-01']],
    ['They met three weeks ago.', ['three weeks ago=2013-W24']],
    ['Elections are due early next year.', ['early next year=2014:START']],
    ['The council meets every Monday.', ['every Monday=XXXX-WXX-1']],
    ['The plane landed at 3:30 p.m. on Monday.', ['3:30 p.m. on Monday=2013-07-01T15:30']],
    ['The summit opens tomorrow morning.', ['tomorrow morning=2013-07-03TMO']],
    ['Exports fell in the first quarter of 2012.', ['the first quarter of 2012=2012-Q1']],
    ['Prices rose in recent months.', ['recent months=PXM']],
    ['The visit lasts two to three weeks.', ['two to three weeks=P2W']],
    ['They waited 5 1/2 hours.', ['5 1/2 hours=PT5H30M']],
    ['Sales grew in the 2012 second quarter.', ['the 2012 second quarter=2012-Q2']],
    ['They march each July.', ['each July=XXXX-07']],
    ['He died on Christmas Eve.', ['Christmas Eve=2012-12-24']],
    ['Talks will resume after Thanksgiving.', ['Thanksgiving=2013-11-28']],
    ['War came in 1939. In November they fled.', ['1939=1939', 'November=1939-11']],
    ['No inspection was allowed since Jan. 13.', ['Jan. 13=2013-01-13']],
    ['Foreign Minister Jan Kavan was in his 50s.', []],
    ['May said the troops would march on the capital.', []],
    ['The 1,995 men paid $1990.', []],
    ['A 12-year-old boy spoke.', []],
  ])('%s', (text, expected) => expect(times(text)).toEqual(expected))

  it('says that it does not know, without a date to anchor on', () => {
    expect(times('They met on Tuesday, May 3.', null)).toEqual(['Tuesday, May 3=XXXX-05-03'])
  })
})
