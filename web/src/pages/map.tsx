import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { ask, type FilterSearch, toFilter } from '../api/filter.ts'
import type { HappeningRow, Page, PlaceCount, Stats } from '../api/rows.ts'
import { useApi } from '../api/use-api.ts'
import { Chart, type Column } from '../charts/chart.tsx'
import type { Bubble } from '../map/clusters.ts'
import { DISPUTED } from '../map/features.ts'
import { WorldMap } from '../map/world-map.tsx'
import { Block } from '../parts/block.tsx'
import { countryName } from '../parts/countries.ts'
import { FilterBar } from '../parts/filter-bar.tsx'
import { DeskPage } from '../parts/page.tsx'
import { PeriodSlider } from '../parts/period-slider.tsx'
import { HappeningLine } from '../parts/rows.tsx'
import { Answer, Empty } from '../parts/states.tsx'

const COLUMNS: readonly Column<PlaceCount>[] = [
  { name: 'Place', value: ({ name }) => name },
  { name: 'Country', value: ({ country }) => (country === null ? '' : countryName(country)) },
  { name: 'Happenings', value: ({ happenings }) => happenings },
  { name: 'Of conflict', value: ({ conflict }) => conflict },
  { name: 'Latitude', value: ({ latitude }) => latitude },
  { name: 'Longitude', value: ({ longitude }) => longitude },
]

/** Where things happened, on a world that needs no other machine. */
export function MapPage() {
  const search: FilterSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const filter = useMemo(() => toFilter(search), [search])
  const url = ask('/api/places', filter, { limit: '2000' })
  const places = useApi<Page<PlaceCount>>(url)
  const stats = useApi<Stats>('/api/stats')
  const [picked, setPicked] = useState<Bubble | null>(null)
  const change = (next: FilterSearch) => {
    setPicked(null)
    void navigate({ to: '/map', search: next, replace: true, resetScroll: false })
  }
  return (
    <DeskPage
      title="Map"
      className="wide"
      lead="Where the record says that it happened. Red circles: more than half is conflict."
      json={url}
    >
      <FilterBar values={search} fields={['q', 'actor', 'quad']} onChange={change} />
      {stats.data?.from && stats.data.to && (
        <PeriodSlider
          whole={{ from: stats.data.from, to: stats.data.to }}
          from={search.from}
          to={search.to}
          onChange={(period) => change({ ...search, ...period })}
        />
      )}
      <Answer query={places} what="the places">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>No happening with a place fits.</Empty>
          ) : (
            <Chart
              title="Happenings by place"
              sub={`${items.length} places`}
              rows={items}
              columns={COLUMNS}
              file="places"
            >
              <WorldMap places={items} picked={picked?.id ?? null} onPick={setPicked} />
            </Chart>
          )
        }
      </Answer>
      <p className="from">
        Outlines: Natural Earth (public domain), borders as it draws them. Dashed circles name what states
        dispute; the map takes no side.
      </p>
      {picked !== null && <Behind bubble={picked} search={search} />}
      <Disputed />
    </DeskPage>
  )
}

/** What stands behind a bubble. */
function Behind({ bubble, search }: { readonly bubble: Bubble; readonly search: FilterSearch }) {
  const names = bubble.places.map(({ name }) => name)
  const url = ask('/api/happenings', toFilter(search), {
    place: names.slice(0, 40).join(','),
    order: 'strongest',
    limit: '30',
  })
  const query = useApi<Page<HappeningRow>>(url)
  const [first] = names
  return (
    <Block title={names.length === 1 ? `${first}` : `${first} and ${names.length - 1} more places`}>
      <Answer query={query} what="what happened there">
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

function Disputed() {
  return (
    <details>
      <summary>Disputed places that the map names, and who claims them</summary>
      <dl className="facts">
        {DISPUTED.map(({ name, claims }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{claims}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
