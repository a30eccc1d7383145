import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ask } from '../api/filter.ts'
import type { HappeningRow, Page, QuotationRow, Stats, UndertakingRow } from '../api/rows.ts'
import { useApi } from '../api/use-api.ts'
import { shift } from '../charts/time.ts'
import { Block } from '../parts/block.tsx'
import { day } from '../parts/format.ts'
import { lastVisit, rememberVisit, type Visit } from '../parts/last-visit.ts'
import { NewByDossier } from '../parts/new-by-dossier.tsx'
import { DeskPage } from '../parts/page.tsx'
import { Quotation } from '../parts/quotation.tsx'
import { HappeningLine } from '../parts/rows.tsx'
import { Answer, Empty } from '../parts/states.tsx'
import { Tally } from '../parts/tally.tsx'
import { Undertaking } from '../parts/undertaking.tsx'
import { Watches } from '../parts/watches.tsx'

/** Days that count as news, back from the day looked at. */
const RECENT_DAYS = 30
/** Days ahead in which a promise counts as due. */
const DUE_DAYS = 120

/** The morning's page: what is new, what weighs most, what was said, what falls due, what the watches caught. */
export function TodayPage() {
  const { on: asked } = useSearch({ strict: false }) as { on?: string }
  const stats = useApi<Stats>('/api/stats')
  const visit = useVisit(stats.data)
  const newest = stats.data?.to ?? null
  const on = asked ?? newest
  return (
    <DeskPage
      title="Today"
      kicker={on === null ? undefined : `As of ${day(on)}`}
      lead={
        visit === null
          ? 'What weighs most in the newest reports.'
          : `What is new since you were here on ${visit.at}.`
      }
      actions={<AsOf on={on} newest={newest} />}
      json="/api/stats"
    >
      <Answer query={stats} what="the archive">
        {(data) =>
          data.documents === 0 || on === null ? (
            <NothingYet />
          ) : (
            <>
              <Tally stats={data} />
              <div className="columns lead-right today">
                <div>
                  <Strongest on={on} />
                  <Due on={on} />
                </div>
                <div>
                  <NewByDossier visit={visit} on={on} />
                  <Watches />
                  <Quotes on={on} />
                </div>
              </div>
            </>
          )
        }
      </Answer>
    </DeskPage>
  )
}

/** When the reader was last here; the visit that is going on replaces it when it is over. */
function useVisit(stats: Stats | undefined): Visit | null {
  const [visit] = useState(lastVisit)
  useEffect(() => {
    if (stats !== undefined) rememberVisit(stats.arrival)
  }, [stats])
  return visit
}

function NothingYet() {
  return (
    <Empty>
      <p>
        The archive is empty. Add reports with <code>rapporteur add FILE…</code>, follow feeds with{' '}
        <code>rapporteur follow feeds.yaml</code>, or <Link to="/try">paste a text</Link>.
      </p>
    </Empty>
  )
}

/** An archive may end years ago: the page can look at any of its days. */
function AsOf({ on, newest }: { readonly on: string | null; readonly newest: string | null }) {
  const navigate = useNavigate()
  if (on === null) return null
  return (
    <label className="as-of">
      <span className="quiet">As of</span>{' '}
      <input
        type="date"
        value={on}
        max={newest ?? undefined}
        onChange={({ target: { value } }) =>
          void navigate({
            to: '/',
            search: value === '' || value === newest ? {} : { on: value },
            replace: true,
          })
        }
      />
    </label>
  )
}

function Strongest({ on }: { readonly on: string }) {
  const url = ask(
    '/api/happenings',
    { from: shift(on, -RECENT_DAYS), to: on },
    { order: 'strongest', limit: '9' },
  )
  const query = useApi<Page<HappeningRow>>(url)
  return (
    <Block title="Most reported" aside={<span className="quiet">the {RECENT_DAYS} days before</span>}>
      <Answer query={query} what="the happenings">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Nothing was reported in these days.</Empty>
          ) : (
            <ol className="rows">
              {items.map((row) => (
                <HappeningLine key={row.id} row={row} />
              ))}
            </ol>
          )
        }
      </Answer>
    </Block>
  )
}

function Quotes({ on }: { readonly on: string }) {
  const url = ask(
    '/api/quotations',
    { from: shift(on, -RECENT_DAYS), to: on },
    { order: 'strongest', limit: '30' },
  )
  const query = useApi<Page<QuotationRow>>(url)
  return (
    <Block title="Quotes of the day">
      <Answer query={query} what="the quotes">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Nobody was quoted in these days.</Empty>
          ) : (
            <ol className="rows">
              {bestQuotes(items).map((row, i) => (
                <Quotation key={row.id} row={row} big={i === 0} />
              ))}
            </ol>
          )
        }
      </Answer>
    </Block>
  )
}

/** Their own words before words that are only told; then those that most carry. */
function bestQuotes(rows: readonly QuotationRow[]): QuotationRow[] {
  const own = (row: QuotationRow) => (row.kind === 'direct' ? 2 : row.kind === 'mixed' ? 1 : 0)
  return [...rows].sort((a, b) => own(b) - own(a) || b.documents - a.documents).slice(0, 5)
}

function Due({ on }: { readonly on: string }) {
  const url = ask(
    '/api/undertakings',
    { status: ['open'], dueFrom: on, dueTo: shift(on, DUE_DAYS) },
    { limit: '6', asOf: on },
  )
  const query = useApi<Page<UndertakingRow>>(url)
  return (
    <Block title="Promises due" aside={<span className="quiet">in the {DUE_DAYS} days after</span>}>
      <Answer query={query} what="the promises">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>No open promise falls due in these days.</Empty>
          ) : (
            <ol className="board">
              {items.map((row) => (
                <Undertaking key={row.id} row={row} />
              ))}
            </ol>
          )
        }
      </Answer>
    </Block>
  )
}
