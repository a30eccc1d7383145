import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../api/filter.ts'
import type {
  ActorProfile,
  HappeningRow,
  Page,
  QuotationRow,
  Stats,
  TimelinePoint,
  UndertakingRow,
} from '../api/rows.ts'
import { useApi, useList } from '../api/use-api.ts'
import { Chart, type Column } from '../charts/chart.tsx'
import { FacetBars } from '../charts/facet-bars.tsx'
import { OfficeBars } from '../charts/office-bars.tsx'
import { PeriodBars } from '../charts/period-bars.tsx'
import { QuadLegend } from '../charts/quads.tsx'
import { periodEnd, shift } from '../charts/time.ts'
import { Block } from '../parts/block.tsx'
import { countryName } from '../parts/countries.ts'
import { ExportLinks } from '../parts/export-links.tsx'
import { day, number, typeWord } from '../parts/format.ts'
import { More } from '../parts/more.tsx'
import { DeskPage } from '../parts/page.tsx'
import { Quotation } from '../parts/quotation.tsx'
import { HappeningLine } from '../parts/rows.tsx'
import { Answer, Empty } from '../parts/states.tsx'
import { Undertaking } from '../parts/undertaking.tsx'
import { WhenNear } from '../parts/when-near.tsx'

/** An actor: who it is, with whom it deals, what it did, said and promised. */
export function ActorPage() {
  const { entity = '' } = useParams({ strict: false })
  const url = `/api/actors/${encodeURIComponent(entity)}/profile`
  const profile = useApi<ActorProfile>(url)
  const { data } = profile
  return (
    <DeskPage
      title={data?.actor.name ?? 'Actor'}
      kicker={<Link to="/actors">Actors</Link>}
      lead={data === undefined ? undefined : aboutWords(data)}
      actions={<ExportLinks filter={{ actor: [entity] }} />}
      json={url}
    >
      <Answer query={profile} what="the actor">
        {(found) => <Whole key={entity} profile={found} entity={entity} />}
      </Answer>
    </DeskPage>
  )
}

function aboutWords({ actor: { role, country, name, documents }, counts }: ActorProfile): string {
  const who = [role, country === null || countryName(country) === name ? null : countryName(country)].filter(
    Boolean,
  )
  return [
    who.join(', '),
    `named in ${number(documents)} ${documents === 1 ? 'document' : 'documents'}`,
    `${number(counts.events)} acts, ${number(counts.asRecipient)} suffered or received`,
    `${number(counts.statements)} statements`,
    `${number(counts.commitments)} promises`,
  ]
    .filter(Boolean)
    .join(' · ')
}

interface PartProps {
  readonly profile: ActorProfile
  readonly entity: string
}

function Whole({ profile, entity }: PartProps) {
  return (
    <>
      <OverTime entity={entity} name={profile.actor.name} />
      <div className="columns lead-right">
        <div>
          <Said entity={entity} profile={profile} />
          <WhenNear>
            <Did entity={entity} />
          </WhenNear>
        </div>
        <div>
          <Offices profile={profile} />
          <WithWhom profile={profile} entity={entity} />
          <Block title="What they do">
            <FacetBars
              title="Acts by type"
              values={profile.types}
              file="acts-by-type"
              label={({ value }) => typeWord(value)}
            />
          </Block>
          <WhenNear>
            <Promised entity={entity} />
          </WhenNear>
        </div>
      </div>
    </>
  )
}

const TIME_COLUMNS: readonly Column<TimelinePoint>[] = [
  { name: 'Month', value: (row) => row.period },
  { name: 'Verbal cooperation', value: (row) => row.verbalCooperation },
  { name: 'Material cooperation', value: (row) => row.materialCooperation },
  { name: 'Verbal conflict', value: (row) => row.verbalConflict },
  { name: 'Material conflict', value: (row) => row.materialConflict },
  { name: 'Documents read', value: (row) => row.documentsRead },
]

function OverTime({ entity, name }: { readonly entity: string; readonly name: string }) {
  const stats = useApi<Stats>('/api/stats')
  const query = useApi<Page<TimelinePoint>>(ask('/api/timeline', { actor: [entity] }, { period: 'month' }))
  const [picked, setPicked] = useState<string | null>(null)
  return (
    <Block title="Over time">
      <Answer query={query} what="the timeline">
        {({ items }) =>
          items.length === 0 || !stats.data?.from || !stats.data.to ? (
            <Empty>No act of theirs is in the archive.</Empty>
          ) : (
            <Chart
              title="Acts that they took part in, by month"
              rows={items}
              columns={TIME_COLUMNS}
              file="acts-by-month"
              legend={<QuadLegend />}
            >
              <PeriodBars
                rows={items}
                from={stats.data.from}
                to={stats.data.to}
                period="month"
                height={170}
                label={`Acts of ${name} by month`}
                picked={picked}
                onPick={(period) => setPicked(period === picked ? null : period)}
              />
              {picked !== null && <InMonth entity={entity} month={picked} />}
            </Chart>
          )
        }
      </Answer>
    </Block>
  )
}

function InMonth({ entity, month }: { readonly entity: string; readonly month: string }) {
  const filter = { actor: [entity], from: month, to: shift(periodEnd(month, 'month'), -1) }
  const query = useApi<Page<HappeningRow>>(
    ask('/api/happenings', filter, { limit: '30', order: 'strongest' }),
  )
  return (
    <div className="detail" aria-live="polite">
      <Answer query={query} what="the acts">
        {({ items }) => (
          <ol className="rows">
            {items.map((row) => (
              <HappeningLine key={row.id} row={row} />
            ))}
          </ol>
        )}
      </Answer>
    </div>
  )
}

function Offices({ profile: { roles } }: { readonly profile: ActorProfile }) {
  if (roles.length === 0) return null
  return (
    <Block title="Offices">
      <OfficeBars roles={roles} />
      <p className="from">From the first to the last report that names the office; not a term of office.</p>
    </Block>
  )
}

function WithWhom({ profile, entity }: PartProps) {
  if (profile.with.length === 0) return null
  const rows = profile.with.slice(0, 12)
  const most = Math.max(...rows.map(({ events }) => events))
  return (
    <Block title="With whom">
      <ol className="bars-list">
        {rows.map((tie) => {
          const mine = tie.actor === entity
          const [id, name] = mine ? [tie.other, tie.otherName] : [tie.actor, tie.actorName]
          return (
            <li key={`${tie.actor} ${tie.other}`}>
              <Link to="/dyads" search={{ a: entity, b: id }}>
                {name}
              </Link>
              <span className="stack" aria-hidden="true">
                <span
                  className="own-material-cooperation"
                  style={{ width: `${(100 * tie.cooperation) / most}%` }}
                />
                <span
                  className="own-material-conflict"
                  style={{ width: `${(100 * tie.conflict) / most}%` }}
                />
              </span>
              <span className="count">{tie.events}</span>
            </li>
          )
        })}
      </ol>
    </Block>
  )
}

function Said({ entity, profile }: PartProps) {
  const [topic, setTopic] = useState<string | null>(null)
  const filter = { actor: [entity], ...(topic === null ? {} : { q: topic }) }
  const list = useList<QuotationRow>(ask('/api/quotations', filter, { limit: '12' }))
  return (
    <Block title="What they said" count={profile.counts.statements}>
      {profile.topics.length > 0 && (
        <fieldset className="chips">
          <legend className="unseen">Topics</legend>
          {profile.topics.slice(0, 10).map(({ value, name, count }) => (
            <button
              key={value}
              type="button"
              aria-pressed={topic === value}
              onClick={() => setTopic(topic === value ? null : value)}
            >
              {name ?? value} <span className="count">{count}</span>
            </button>
          ))}
        </fieldset>
      )}
      <Answer query={list} what="the quotes">
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          return rows.length === 0 ? (
            <Empty>{topic === null ? 'They are not quoted.' : `They are not quoted on ${topic}.`}</Empty>
          ) : (
            <>
              <ol className="rows">
                {rows.map((row, i) => (
                  <QuotationByDay key={row.id} row={row} before={rows[i - 1]?.day} />
                ))}
              </ol>
              <More list={list} />
            </>
          )
        }}
      </Answer>
    </Block>
  )
}

function QuotationByDay({
  row,
  before,
}: {
  readonly row: QuotationRow
  readonly before: string | undefined
}) {
  const month = row.day.slice(0, 7)
  return (
    <>
      {month !== before?.slice(0, 7) && <li className="kicker month">{day(month)}</li>}
      <Quotation row={row} />
    </>
  )
}

function Did({ entity }: { readonly entity: string }) {
  const list = useList<HappeningRow>(ask('/api/happenings', { actor: [entity] }, { limit: '15' }))
  return (
    <Block title="What they did">
      <Answer query={list} what="the acts">
        {({ pages }) => (
          <>
            <ol className="rows">
              {pages
                .flatMap(({ items }) => items)
                .map((row) => (
                  <HappeningLine key={row.id} row={row} />
                ))}
            </ol>
            <More list={list} />
          </>
        )}
      </Answer>
    </Block>
  )
}

function Promised({ entity }: { readonly entity: string }) {
  const query = useApi<Page<UndertakingRow>>(ask('/api/undertakings', { actor: [entity] }, { limit: '10' }))
  return (
    <Block title="What they promised">
      <Answer query={query} what="the promises">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>No promise of theirs is in the archive.</Empty>
          ) : (
            <ol className="stacked">
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
