import { expect, it } from 'vitest'
import { toCsv } from './to-csv.ts'

it.each([
  ['=1+1', "'=1+1"],
  ['@cmd', "'@cmd"],
  ['+49', "'+49"],
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  [-3, '-3'],
  [null, ''],
])('writes %j as %s', (value, expected) => expect(toCsv([{ a: value }], ['a'])).toBe(`a\r\n${expected}\r\n`))
