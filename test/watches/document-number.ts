import type { Record } from '#record'
import { CHINA, makeRecord } from '../archive/make-record.ts'

const COUNTRIES = ['PHL', 'VNM', 'JPN', 'KOR', 'IND', 'AUS', 'MYS', 'IDN', 'THA', 'NZL', 'FJI', 'PNG']

/** The n-th document of an endless row: every third is a second report of the happening before it. */
export function documentNumber(n: number): Record {
  const happening = n - Math.floor(n / 3)
  const country = COUNTRIES[happening % COUNTRIES.length] ?? ''
  const day = new Date(Date.UTC(1980, 0, 1 + 40 * happening)).toISOString().slice(0, 10)
  return makeRecord({
    title: `Document ${n}`,
    source: `Wire ${n % 2}`,
    published: day,
    events: [
      {
        type: 'CONSULT',
        actors: [CHINA, { name: `Country ${country}`, country }],
        sentence: `${CHINA.name} met Country ${country} in hall ${happening}.`,
        trigger: 'met',
        date: day,
      },
    ],
  })
}
