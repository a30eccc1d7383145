/** Our own phrases of what A does to B, filled with actors and set among other acts: training rows of known class. */
import { readFileSync } from 'node:fs'
import { seededRandom } from '../random.ts'
import type { TrainingRow } from './rows.ts'

interface Phrase {
  readonly type: string
  readonly text: string
}

const STATES =
  'Norway,Ghana,Peru,Laos,Kenya,Estonia,Chile,Oman,Fiji,Nepal,Iran,Turkey,Russia,China,Israel,Egypt,Sudan,Ukraine,France,Japan,Mexico,Pakistan,Poland,Libya,the United States,the United Kingdom'.split(
    ',',
  )
const BODIES =
  'the Kenyan government,the Danish parliament,the Peruvian army,the Turkish military,the United Nations,the European Union,the African Union,the Greek foreign ministry,the Supreme Court,police,the opposition,rebel fighters,the Iranian president,the Polish prime minister,the German chancellor,a court in Lima,Chilean authorities,the World Bank,Amnesty International,security forces,the Taliban,Israeli troops,federal prosecutors,the Thai foreign minister,Sudanese rebels,the Syrian regime,the Moroccan king,the senate,US officials,the ruling party'.split(
    ',',
  )
const PEOPLE =
  'President Ana Ruiz,Foreign Minister Karl Lund,the Kurdish militants,thousands of protesters,refugees,local journalists,the mayor of Turin,a human rights activist,three Chinese nationals,dozens of civilians,villagers in northern Mali,the Nigerian oil workers,an opposition leader,aid workers,the families of the victims,the ambassador,students,a former general,a mining company,residents of the border town'.split(
    ',',
  )
const OPENINGS = [
  '',
  '',
  '',
  'On Monday, ',
  'Late on Friday ',
  'LIMA -- ',
  'Earlier this week, ',
  'Meanwhile, ',
  'Officials said on Tuesday that ',
  'According to state media, ',
  'In a statement, the ministry said ',
]
const ENDINGS = [
  '',
  '',
  '',
  ' on Thursday',
  ' last month',
  ', officials said',
  ', state media reported on Sunday',
  ' amid growing tensions in the region',
  ' over the disputed border',
  ' after days of uncertainty, a spokesman told reporters',
  ', according to the foreign ministry',
  ' in a move that surprised observers',
]

/** Each phrase filled `times` over, the same for the same seed. */
export function phraseRows(times = 3, file = 'training/ranker/phrases.txt'): TrainingRow[] {
  const phrases = readPhrases(file)
  const random = seededRandom(20130702)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const actor = () => (random() < 0.45 ? pick(STATES) : random() < 0.75 ? pick(BODIES) : pick(PEOPLE))
  const rows: TrainingRow[] = []
  phrases.forEach(({ type, text }, i) => {
    for (let n = 0; n < times; n++) {
      const other = pick(phrases)
      const aside = random() < 0.3 ? `, ${pick(ASIDES)} ${fill(other.text, actor(), actor()).text}` : ''
      const filled = fill(text, actor(), actor())
      const opening = pick(OPENINGS)
      const shift = opening.length
      const move = (span: { start: number; end: number }) => ({
        start: span.start + shift,
        end: span.end + shift,
      })
      rows.push({
        id: `phrase/${i}/${n}`,
        text: `${opening}${shift ? filled.text : capital(filled.text)}${pick(ENDINGS)}${aside}.`,
        actor: move(filled.actor),
        recipient: move(filled.recipient),
        type,
        weight: 0.3,
      })
    }
  })
  return rows
}

const ASIDES = ['a day after', 'weeks after', 'while', 'as', 'after', 'before', 'and later']

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function readPhrases(file: string): Phrase[] {
  let type = ''
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('# ')) type = line.slice(2).trim()
      return line.trim() && !line.startsWith('#') ? [{ type, text: line.trim() }] : []
    })
}

/** Puts actors in the places of A and B. */
function fill(text: string, a: string, b: string) {
  let out = ''
  const spans = { actor: { start: 0, end: 0 }, recipient: { start: 0, end: 0 } }
  for (const part of text.split(/\b([AB])\b(?! new\b)/)) {
    const side = part === 'A' ? 'actor' : part === 'B' ? 'recipient' : null
    const words = side === 'actor' ? a : side === 'recipient' ? b : part
    if (side && spans[side].end === 0) spans[side] = { start: out.length, end: out.length + words.length }
    out += words
  }
  return { text: out, ...spans }
}
