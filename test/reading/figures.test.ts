import { expect, it } from 'vitest'
import { loadGround } from '#ground'
import { read } from '#record'

const ground = loadGround()

const figures = (text: string): string[] =>
  read({ text, published: '2024-05-14' }, ground).figures.map(
    ({ measure, low, high, approximate, unit }) =>
      `${measure} ${low === high ? low : `${low}..${high}`}${approximate ? ' about' : ''} ${unit ?? '-'}`,
  )

it.each([
  ['The blast killed at least 12 people in the market.', 'deaths 12 about people'],
  ['Nearly 40,000 people fled the valley on Friday.', 'displaced 40000 about people'],
  ['Police arrested 31 protesters on Sunday.', 'arrested 31 protester'],
  ['The storm claimed 17 lives along the coast.', 'deaths 17 life'],
  ['Between 40 and 50 soldiers crossed the river.', 'troops 40..50 about soldier'],
  ['Dozens of villagers were injured in the landslide.', 'injured 24..99 about villager'],
  ['The ministry sent 300 soldiers to the border.', 'troops 300 soldier'],
  ['The bank lent the government $2.5 billion.', 'money 2500000000 USD'],
  ['The state owes 800 million forints to its suppliers.', 'money 800000000 HUF'],
  ['The company paid a 300-dollar fee.', 'money 300 USD'],
  ['Bread costs 45 pence in the capital.', 'money 0.45 GBP'],
  ['Output rose by 12 pct in April.', 'share 12 percent'],
  ['The camp lies 30 km from the frontier.', 'distance 30 kilometre'],
])('%s', (text, expected) => {
  expect(figures(text)).toContain(expected)
})

it.each([
  ['a number that names one of many', 'The council adopted Resolution 2254 on Friday.'],
  ['a span of time', 'Talks went on for 12 mths without a result.'],
  ['insurance', 'He was paid by a life insurance company.'],
])('ignores %s', (_, text) => {
  expect(figures(text)).toEqual([])
})
