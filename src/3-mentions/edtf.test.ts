import { describe, expect, it } from 'vitest'
import { addMonths, dayNumber, dayOf, isoDay, isoWeek, weekday } from './calendar.ts'
import { edtfOf, edtfRange } from './edtf.ts'

describe('the calendar', () => {
  it('counts days there and back', () => {
    for (let n = -200_000; n < 200_000; n += 997) expect(dayNumber(dayOf(n))).toBe(n)
    expect(isoDay(dayOf(0))).toBe('1970-01-01')
  })
  it.each([
    [{ year: 2013, month: 7, day: 2 }, 2, '2013-W27'],
    [{ year: 2016, month: 1, day: 3 }, 7, '2015-W53'],
    [{ year: 2014, month: 12, day: 31 }, 3, '2015-W01'],
  ] as const)('%o', (day, n, week) => {
    expect(weekday(day)).toBe(n)
    expect(isoWeek(day)).toBe(week)
  })
  it('stays inside the month', () =>
    expect(addMonths({ year: 2015, month: 12, day: 31 }, 2)).toEqual({ year: 2016, month: 2, day: 29 }))
})

describe('edtfRange', () => {
  it.each([
    ['2013', '2013-01-01', '2013-12-31'],
    ['2012-02', '2012-02-01', '2012-02-29'],
    ['2013-07-02', '2013-07-02', '2013-07-02'],
    ['2013-07-02T09:00', '2013-07-02', '2013-07-02'],
    ['2013-09/..', '2013-09-01', null],
    ['../2014-03~', null, '2014-03-31'],
    ['199X', '1990-01-01', '1999-12-31'],
    ['18XX', '1800-01-01', '1899-12-31'],
    ['2013-24', '2013-12-01', '2014-02-28'],
    ['2013-35', '2013-07-01', '2013-09-30'],
    ['2013-07-01/2013-07-07', '2013-07-01', '2013-07-07'],
  ])('%s', (edtf, from, to) => expect(edtfRange(edtf)).toEqual({ from, to }))
  it.each(['soon', '2013-13', '2013-02-30', 'P2Y', '1/2/3'])('knows nothing of %s', (edtf) =>
    expect(edtfRange(edtf)).toBeNull(),
  )
})

describe('edtfOf', () => {
  it.each([
    ['2013-W27', '2013-07-01/2013-07-07'],
    ['2013-W27-WE', '2013-07-06/2013-07-07'],
    ['1998-Q3', '1998-35'],
    ['1998-SU', '1998-22'],
    ['199', '199X'],
    ['1998-02-09TMO', '1998-02-09'],
    ['P2Y', null],
    ['PRESENT_REF', null],
  ])('%s', (value, edtf) => expect(edtfOf(value)).toBe(edtf))
})
