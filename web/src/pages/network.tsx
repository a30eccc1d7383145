import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ask, type FilterSearch, toFilter } from '../api/filter.ts'
import type { Edge, HappeningRow, Page } from '../api/rows.ts'
import { useApi } from '../api/use-api.ts'
import { Chart, type Column } from '../charts/chart.tsx'
import { ActorNetwork } from '../network/actor-network.tsx'
import { Block } from '../parts/block.tsx'
import { FilterBar } from '../parts/filter-bar.tsx'
import { DeskPage } from '../parts/page.tsx'
import { hasPage } from '../parts/party-names.tsx'
import { HappeningLine } from '../parts/rows.tsx'
import { Answer, Empty } from '../parts/states.tsx'

const COLUMNS: readonly Column<Edge>[] = [
  { name: 'Actor', value: ({ actorName }) => actorName },
  { name: 'With', value: ({ otherName }) => otherName },
  { name: 'Acts', value: ({ events }) => events },
  { name: 'Cooperation', value: ({ cooperation }) => cooperation },
  { name: 'Conflict', value: ({ conflict }) => conflict },
  { name: 'Mean intensity', value: ({ intensity }) => Math.round(intensity * 100) / 100 },
]
const SHOWN = 70

/** Actors and the acts between them. */
export function NetworkPage() {
  const search = useSearch({ strict: false }) as FilterSearch & { pick?: string }
  const { pick = null, ...narrow } = search
  const navigate = useNavigate()
  const url = ask('/api/network', toFilter(narrow), { limit: String(SHOWN) })
  const query = useApi<Page<Edge>>(url)
  const go = (next: FilterSearch & { pick?: string }) =>
    void navigate({ to: '/network', search: next, replace: true, resetScroll: false })
  return (
    <DeskPage
      title="Network"
      className="wide"
      lead="Who deals with whom. The blue part of a tie is cooperation, the red part conflict; thicker is more."
      json={url}
    >
      <FilterBar values={narrow} fields={['q', 'actor', 'type', 'quad', 'from', 'to']} onChange={go} />
      <Answer query={query} what="the network">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>No two actors met, talked or fought in what fits.</Empty>
          ) : (
            <div className="columns lead-right">
              <Chart
                title="Acts between actors"
                sub={`the ${items.length} strongest ties`}
                rows={items}
                columns={COLUMNS}
                file="network"
                className="net"
              >
                <ActorNetwork
                  rows={items}
                  picked={pick}
                  onPick={(id) => go(id === null ? narrow : { ...narrow, pick: id })}
                />
              </Chart>
              <Side rows={items} pick={pick} filter={narrow} />
            </div>
          )
        }
      </Answer>
    </DeskPage>
  )
}

interface SideProps {
  readonly rows: readonly Edge[]
  readonly pick: string | null
  readonly filter: FilterSearch
}

/** The ties of whoever is picked, and what stands behind them; else the strongest of all. */
function Side({ rows, pick, filter }: SideProps) {
  const ties =
    pick === null ? rows.slice(0, 12) : rows.filter(({ actor, other }) => actor === pick || other === pick)
  const name =
    ties.find(({ actor }) => actor === pick)?.actorName ?? ties.find(({ other }) => other === pick)?.otherName
  return (
    <div>
      <Block title={name === undefined ? 'Strongest ties' : `Ties of ${name}`}>
        <ol className="rows">
          {ties.slice(0, 14).map((tie) => (
            <li key={`${tie.actor} ${tie.other}`}>
              <Link to="/dyads" search={{ a: tie.actor, b: tie.other }}>
                {tie.actorName} and {tie.otherName}
              </Link>
              <p className="from">
                {tie.events} {tie.events === 1 ? 'act' : 'acts'}:{' '}
                <span className="q-material-cooperation">{tie.cooperation} cooperation</span>,{' '}
                <span className="q-material-conflict">{tie.conflict} conflict</span>
              </p>
            </li>
          ))}
        </ol>
        {pick !== null && hasPage(pick) && (
          <p>
            <Link to="/actors/$entity" params={{ entity: pick }}>
              All of {name}
            </Link>
          </p>
        )}
      </Block>
      {pick !== null && <Acts actor={pick} filter={filter} />}
    </div>
  )
}

function Acts({ actor, filter }: { readonly actor: string; readonly filter: FilterSearch }) {
  const url = ask(
    '/api/happenings',
    { ...toFilter(filter), actor: [actor] },
    { order: 'strongest', limit: '8' },
  )
  const query = useApi<Page<HappeningRow>>(url)
  return (
    <Block title="Most reported" className="narrow">
      <Answer query={query} what="the acts">
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
