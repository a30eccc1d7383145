// Office as of the date: two hundred questions. Half of them are drawn from the rows that the lexicon is built from
// (who holds which office on a day inside its dates), half from REIGN's list of leaders, which no row is built from
// (who led the state on a day).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ActorLexicon, actorWords, entryAt, heldOn, officesOf } from '#lexicon'

export interface OfficeAnswer {
  readonly question: string
  readonly right: boolean
}

const EACH = 100
const OFFICES =
  /^(President|Prime Minister|Minister of Foreign Affairs|Minister of Defence|Minister of Finance|Minister of the Interior|Minister of Justice)$/
const LEADS = new Set(['head-of-state', 'head-of-government', 'chancellor'])

/** Every nth of a list, so that all parts of it are asked. */
const spread = <T>(list: readonly T[], count: number): readonly T[] =>
  Array.from(
    { length: Math.min(count, list.length) },
    (_, i) => list[Math.floor((i * list.length) / count)] as T,
  )

const rowsOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

/** Questions whose facts stand in the lexicon's own rows. */
export function builtQuestions(lexicon: ActorLexicon): readonly OfficeAnswer[] {
  const rows = ['officeholders', 'persons'].flatMap((name) => rowsOf(`lexicon/actors/${name}.tsv`))
  const fit = rows.filter(
    ([, , name = '', , , , role = '', start = '', end = '']) =>
      OFFICES.test(role) &&
      start !== '' &&
      end !== '' &&
      start.slice(0, 7) < end.slice(0, 7) &&
      /^\p{Script=Latin}/u.test(name),
  )
  return spread(fit, EACH).map(([, , name = '', , country = '', , role = '', start = '', end = '']) => {
    const day = middle(start, end)
    const held = officesOf(lexicon, name, day)
    return {
      question: `${name}, ${day}: ${role} of ${country}`,
      right: held.some((office) => office.role === role && (office.country ?? '') === country),
    }
  })
}

const middle = (start: string, end: string): string => {
  const time = (text: string) =>
    Date.parse(`${text}${'-01-01'.slice(text.length === 4 ? 0 : text.length === 7 ? 3 : 6)}`)
  return new Date((time(start) + time(end)) / 2).toISOString().slice(0, 10)
}

/** Questions from a list that the lexicon was not built from; leaders in office for at least half a year since 1980. */
export function heldOutQuestions(lexicon: ActorLexicon, shared: string): readonly OfficeAnswer[] {
  const countries = countryCodes(shared)
  const rows = readFileSync(join(shared, 'kb', 'reign', 'leaderlist_3_21.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
  const fit = rows.filter(([, code = '', , , , , from = '', , to = '']) => {
    return Number(from) >= 1980 && Number(to) > Number(from) && countries.has(code)
  })
  return spread(fit, EACH).map(([, code = '', , leader = '', , month, from = '', , to = '']) => {
    const country = countries.get(code) ?? ''
    const day =
      Number(to) - Number(from) > 1
        ? `${Number(from) + 1}-06-15`
        : `${from}-${String(Math.min(12, Number(month) + 2)).padStart(2, '0')}-28`
    const names = leadersOn(lexicon, country, day)
    const asked = actorWords(leader)
    return {
      question: `${leader}, ${day}: leads ${country}`,
      right: names.some((words) => asked.some((word) => word.length > 2 && words.includes(word))),
    }
  })
}

function leadersOn({ tables }: ActorLexicon, country: string, day: string): readonly (readonly string[])[] {
  return tables.flatMap((table) =>
    [...LEADS].flatMap((kind) =>
      (table.holders.get(`${kind}|${country}`) ?? '')
        .split(' ')
        .filter((number) => number !== '')
        .map((number) => entryAt(table, Number(number)))
        .filter(({ offices }) =>
          offices.some((one) => LEADS.has(one.kind) && one.country === country && heldOn(one, day)),
        )
        .map(({ name }) => actorWords(name)),
    ),
  )
}

function countryCodes(shared: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(shared, 'kb', 'plover-agents', 'cow2iso.txt'), 'utf8')
  return new Map(
    text
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','))
      .map(([number = '', , , , code = '']) => [number, code] as const),
  )
}
