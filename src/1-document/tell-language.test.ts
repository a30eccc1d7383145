import { expect, it } from 'vitest'
import { openDocument } from './open-document.ts'
import { tellLanguage } from './tell-language.ts'

it.each([
  ['en', 'The envoys met in Oslo and said that they would meet again in the autumn, but gave no date.'],
  [
    'de',
    'Die Gesandten trafen sich am Dienstag in Oslo und sagten, dass sie im Herbst wieder zusammenkommen werden.',
  ],
  [
    'fr',
    'Les envoyés se sont réunis mardi à Oslo et ont dit qu’ils se verraient encore dans la ville en automne.',
  ],
  [
    'es',
    'Los enviados se reunieron el martes en Oslo y dijeron que volverían a verse en el otoño, pero sin fecha.',
  ],
  [
    'nl',
    'De gezanten kwamen op dinsdag in Oslo bijeen en zeiden dat zij in het najaar weer naar de stad komen.',
  ],
  [
    'id',
    'Para utusan itu bertemu di Oslo pada hari Selasa dan mengatakan bahwa mereka akan bertemu lagi dengan tidak lama.',
  ],
  ['ru', 'Посланники встретились во вторник в Осло и сообщили, что переговоры продолжатся осенью.'],
  ['uk', 'Посланці зустрілися у вівторок в Осло і повідомили, що переговори триватимуть восени.'],
  ['zh', '外交部长星期三在日内瓦表示，双方将继续就停火问题举行会谈，并欢迎各方参加。'],
  ['ja', '外務大臣は水曜日にジュネーブで、停戦について協議を続けると述べた。'],
  ['ar', 'التقى المبعوثان يوم الثلاثاء في أوسلو وقالا إن المحادثات ستستأنف في الخريف.'],
  [
    'ro',
    'Trimișii s-au întâlnit marți la Oslo și au spus că se vor vedea din nou în oraș în toamnă, dar nu au dat o dată.',
  ],
  [
    'cs',
    'Vyslanci se v úterý sešli v Oslu a řekli, že se na podzim ve městě opět uvidí, ale datum jednání neuvedli.',
  ],
  [
    'hu',
    'A követek kedden találkoztak Oslóban, és azt mondták, hogy ősszel is összeülnek, de nem adtak meg egy napot sem.',
  ],
  [
    'nb',
    'Utsendingene møttes i Oslo tirsdag og ble enige om å møtes igjen etter sommeren, men de ville ikke si noe mer.',
  ],
  [
    'bg',
    'Пратениците се срещнаха във вторник в Осло и казаха, че преговорите ще продължат през есента, съобщи агенцията.',
  ],
  [
    'sr',
    'Изасланици су се састали у уторак у Ослу и рекли да ће се преговори наставити на јесен, али њихов дан није познат.',
  ],
  ['und', 'Ngwxo lamba tirko senuv dabeli. '.repeat(10)],
  [null, 'Kerry, Lavrov, Wang Yi'],
  [null, ''],
])('%s: %s', (language, text) => {
  expect(tellLanguage(text)).toBe(language)
})

it('is the text’s language, whatever the carrier says, where it can be told', () => {
  const german =
    'Die Gesandten trafen sich am Dienstag in Oslo und sagten, dass sie im Herbst wieder kommen werden.'
  expect(openDocument({ text: german, language: 'en' }).language).toBe('de')
  expect(openDocument({ text: german, language: 'de-AT' }).language).toBe('de-AT')
  expect(openDocument({ text: 'Oslo: 3.', language: 'nb-NO' }).language).toBe('nb-NO')
  expect(openDocument({ text: 'They met in Oslo.' }).language).toBe('en')
  const unknown = 'Ngwxo lamba tirko senuv dabeli. '.repeat(10)
  expect(openDocument({ text: unknown }).language).toBe('und')
  expect(openDocument({ text: unknown, language: 'zu' }).language).toBe('zu')
  expect(openDocument({ text: unknown, languageOverride: 'en' })).toMatchObject({
    language: 'en',
    notCoded: null,
  })
})

it.each([
  [null, 'They met in Oslo.', null],
  ['en', 'They met in Oslo.', null],
  ['en-GB', 'They met in Oslo.', null],
  ['eng', 'They met in Oslo.', null],
  ['nb-NO', 'Oslo: 3.', 'language'],
] as const)('what is not English is kept without being read: %s %s', (language, text, notCoded) => {
  expect(openDocument({ text, language }).notCoded).toBe(notCoded)
})
