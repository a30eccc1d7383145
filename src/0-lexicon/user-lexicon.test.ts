import { describe, expect, it } from 'vitest'
import { readUserLexicon } from './user-lexicon.ts'

const HEAD = 'kind,id,name,aliases,country,sectors,role,start,end,feature,latitude,longitude'

describe('readUserLexicon', () => {
  it('reads the same rows from CSV and from YAML', () => {
    const csv = `${HEAD}
person,person/ana-roe,Ana Roe,A. Roe|Roe,AUT,GOV,Minister of Finance,2024-01-01,,,,
place,,Haven Point,,AUT,,,,,facility,48.5,16.25
`
    const yaml = `
- kind: person
  id: person/ana-roe
  name: Ana Roe
  aliases: [A. Roe, Roe]
  country: AUT
  sectors: GOV
  role: Minister of Finance
  start: 2024-01-01
- kind: place
  name: Haven Point
  country: AUT
  feature: facility
  latitude: 48.5
  longitude: 16.25
`
    const read = readUserLexicon(csv, 'own.csv')
    expect(read.actors).toHaveLength(1)
    expect(read.places[0]).toMatchObject({ names: ['Haven Point'], latitude: 48.5, feature: 'facility' })
    expect(readUserLexicon(yaml, 'own.yaml')).toEqual(read)
  })
  it.each([
    [
      'own.csv',
      `${HEAD}\nperson,person/x,X,,Austria,GOV`,
      'own.csv:2: column "country": expected an ISO 3166-1 alpha-3 code',
    ],
    [
      'own.csv',
      `${HEAD}\n\nplace,,P,,AUT,,,,,city,95,0`,
      'own.csv:3: column "latitude": expected degrees from -90 to 90, found "95"',
    ],
    [
      'own.csv',
      `${HEAD}\nplace,,P,,AUT,,,,,town,9,0`,
      'own.csv:2: column "feature": expected one of country',
    ],
    ['own.csv', `${HEAD}\nhero,hero/x,X`, 'own.csv:2: column "kind": expected one of'],
    ['own.csv', 'kind,nom\nperson,X', 'own.csv:1: expected a column out of'],
    ['own.csv', 'kind,id\nperson,X', 'own.csv:1: expected a column "name"'],
    ['own.csv', `${HEAD}\nperson,p/x,X,,,,,,,,,,,`, 'own.csv:2: expected 12 columns, found 14'],
    [
      'own.yaml',
      '- kind: person\n  id: p/x\n  name: X\n  start: soon',
      'own.yaml:1: column "start": expected a date',
    ],
    ['own.yaml', '- kind: person\n  title: X', 'own.yaml:2: expected a column out of'],
    ['own.yaml', 'kind: person', 'own.yaml:1: expected a list of rows'],
    ['own.yaml', '- [', 'own.yaml:'],
  ])('%s: %j', (file, text, message) => expect(() => readUserLexicon(text, file)).toThrow(message))
  it('takes an empty file for no rows', () => {
    expect(readUserLexicon(`${HEAD}\n`, 'own.csv')).toEqual({ actors: [], places: [] })
    expect(readUserLexicon('[]', 'own.yaml')).toEqual({ actors: [], places: [] })
  })
})
