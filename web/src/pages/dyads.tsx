import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useId } from 'react'
import { ask } from '../api/filter.ts'
import type { HappeningRow, Page, Stats, TimelinePoint } from '../api/rows.ts'
import { useApi } from '../api/use-api.ts'
import { Chart, type Column } from '../charts/chart.tsx'
import { mostOf, PeriodBars } from '../charts/period-bars.tsx'
import { QuadLegend } from '../charts/quads.tsx'
import { periodEnd, shift } from '../charts/time.ts'
import { Block } from '../parts/block.tsx'
import { COUNTRIES, countryCode, countryName } from '../parts/countries.ts'
import { day } from '../parts/format.ts'
import { DeskPage } from '../parts/page.tsx'
import { HappeningLine } from '../parts/rows.tsx'
import { Answer, Empty } from '../parts/states.tsx'

/** Two pairs of actors, how time is cut, and the bar that is looked behind. */
interface DyadSearch {
  readonly a?: string
  readonly b?: string
  readonly c?: string
  readonly d?: string
  readonly period?: string
  /** "1 2013-07-01": which pair, which period. */
  readonly pick?: string
  readonly measure?: string
}

type Period = 'day' | 'week' | 'month' | 'year'
const PERIODS: readonly Period[] = ['week', 'month', 'year']

/** What passes between two actors over time, beside what passes between two others. */
export function DyadsPage() {
  const search: DyadSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const stats = useApi<Stats>('/api/stats')
  const { a = 'USA', b = 'RUS', c, d } = search
  const period = PERIODS.find((it) => it === search.period) ?? 'month'
  const go = (next: DyadSearch) =>
    void navigate({ to: '/dyads', search: next, replace: true, resetScroll: false })
  const [first, second] = [useDyad(a, b, period), useDyad(c, d, period)]
  const most = Math.max(mostOf(first.rows), mostOf(second.rows))
  const whole = stats.data?.from && stats.data.to ? { from: stats.data.from, to: stats.data.to } : null
  return (
    <DeskPage
      title={c && d ? `${names(a, b)}, beside ${names(c, d)}` : names(a, b)}
      kicker="Dyads"
      lead="Acts of either towards the other. Cooperation stands above the line, conflict below; choose a bar to read the reports behind it."
      json={first.url}
    >
      <Pairs search={{ ...search, a, b }} period={period} onChange={go} />
      <QuadLegend />
      {whole !== null && (
        <>
          <Dyad
            which="1"
            names={names(a, b)}
            dyad={first}
            period={period}
            whole={whole}
            most={most}
            pick={search.pick}
            onPick={(pick) => go({ ...search, pick })}
          />
          {c && d && (
            <Dyad
              which="2"
              names={names(c, d)}
              dyad={second}
              period={period}
              whole={whole}
              most={most}
              pick={search.pick}
              onPick={(pick) => go({ ...search, pick })}
            />
          )}
          <BehindBar pairs={{ '1': [a, b], '2': [c, d] }} pick={search.pick} period={period} />
        </>
      )}
    </DeskPage>
  )
}

const names = (a: string, b: string): string => `${countryName(a)} and ${countryName(b)}`

function useDyad(a: string | undefined, b: string | undefined, period: Period) {
  const filter = a && b ? { actor: [a], other: [b] } : { actor: ['-'] }
  const url = ask('/api/timeline', filter, { period })
  const query = useApi<Page<TimelinePoint>>(url)
  return { url, query, rows: a && b ? (query.data?.items ?? []) : [] }
}

const COLUMNS: readonly Column<TimelinePoint>[] = [
  { name: 'Period', value: (row) => row.period },
  { name: 'Verbal cooperation', value: (row) => row.verbalCooperation },
  { name: 'Material cooperation', value: (row) => row.materialCooperation },
  { name: 'Verbal conflict', value: (row) => row.verbalConflict },
  { name: 'Material conflict', value: (row) => row.materialConflict },
  { name: 'Happenings', value: (row) => row.happenings },
  { name: 'Documents read', value: (row) => row.documentsRead },
  { name: 'Balance', value: (row) => (row.balance === null ? null : Math.round(row.balance * 100) / 100) },
  {
    name: 'Events per 1,000 documents',
    value: (row) => (row.perThousand === null ? null : Math.round(row.perThousand * 10) / 10),
  },
]

interface DyadProps {
  readonly which: '1' | '2'
  readonly names: string
  readonly dyad: ReturnType<typeof useDyad>
  readonly period: Period
  readonly whole: { readonly from: string; readonly to: string }
  readonly most: number
  readonly pick: string | undefined
  readonly onPick: (pick: string) => void
}

function Dyad({ which, names: title, dyad, period, whole, most, pick, onPick }: DyadProps) {
  return (
    <Block title={title}>
      <Answer query={dyad.query} what="the dyad">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>The archive tells of nothing between them.</Empty>
          ) : (
            <Chart
              title={`Acts by ${period}`}
              sub={balanceWords(items)}
              rows={items}
              columns={COLUMNS}
              file={`dyad-${which}`}
            >
              <PeriodBars
                rows={items}
                from={whole.from}
                to={whole.to}
                period={period}
                most={most}
                height={210}
                label={`${title}, acts by ${period}`}
                picked={pick?.startsWith(`${which} `) ? pick.slice(2) : null}
                onPick={(start) => onPick(`${which} ${start}`)}
              />
            </Chart>
          )
        }
      </Answer>
    </Block>
  )
}

function balanceWords(rows: readonly TimelinePoint[]): string {
  const up = rows.reduce((sum, row) => sum + row.verbalCooperation + row.materialCooperation, 0)
  const down = rows.reduce((sum, row) => sum + row.verbalConflict + row.materialConflict, 0)
  return `${up} of cooperation, ${down} of conflict`
}

interface PairsProps {
  readonly search: DyadSearch
  readonly period: Period
  readonly onChange: (search: DyadSearch) => void
}

function Pairs({ search, period, onChange }: PairsProps) {
  const list = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const entries = ['a', 'b', 'c', 'd'].flatMap((name) => {
      const value = form.get(name)
      if (typeof value !== 'string' || value.trim() === '') return []
      return [[name, countryCode(value) ?? value.trim()] as const]
    })
    onChange({ ...Object.fromEntries(entries), period: String(form.get('period')) })
  }
  const field = (name: 'a' | 'b' | 'c' | 'd', label: string) => (
    <label>
      {label}
      <input
        name={name}
        type="text"
        list={list}
        autoComplete="off"
        defaultValue={countryName(search[name] ?? '')}
      />
    </label>
  )
  return (
    <form
      className="filters"
      onSubmit={submit}
      key={JSON.stringify([search.a, search.b, search.c, search.d, period])}
    >
      {field('a', 'Between')}
      {field('b', 'and')}
      {field('c', 'Beside it, between')}
      {field('d', 'and')}
      <datalist id={list}>
        {COUNTRIES.map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
      <label>
        By
        <select name="period" defaultValue={period}>
          {PERIODS.map((it) => (
            <option key={it}>{it}</option>
          ))}
        </select>
      </label>
      <button type="submit">Show</button>
    </form>
  )
}

interface BehindProps {
  readonly pairs: { readonly [which: string]: readonly [string | undefined, string | undefined] }
  readonly pick: string | undefined
  readonly period: Period
}

/** The reports behind a bar. */
function BehindBar({ pairs, pick, period }: BehindProps) {
  const [which = '', start = ''] = pick?.split(' ') ?? []
  const [a, b] = pairs[which] ?? []
  if (!a || !b || start === '') return null
  return <Behind a={a} b={b} from={start} to={shift(periodEnd(start, period), -1)} />
}

function Behind({
  a,
  b,
  from,
  to,
}: {
  readonly a: string
  readonly b: string
  readonly from: string
  readonly to: string
}) {
  const url = ask('/api/happenings', { actor: [a], other: [b], from, to }, { limit: '100', order: 'oldest' })
  const query = useApi<Page<HappeningRow>>(url)
  return (
    <Block
      title={`${names(a, b)}, ${from === to ? day(from) : `${day(from)} to ${day(to)}`}`}
      aside={
        <Link to="/map" search={{ actor: a, other: b, from, to }}>
          on the map
        </Link>
      }
    >
      <Answer query={query} what="the reports">
        {({ items }) => (
          <ol className="rows">
            {items.map((row) => (
              <HappeningLine key={row.id} row={row} />
            ))}
          </ol>
        )}
      </Answer>
    </Block>
  )
}
