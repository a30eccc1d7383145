import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ask, filterValues } from '../api/filter.ts'
import type { Filter, Page, PlaceCount } from '../api/rows.ts'
import { useApi } from '../api/use-api.ts'
import { Chart, type Column } from '../charts/chart.tsx'
import type { Bubble } from '../map/clusters.ts'
import { bubbleWords, WorldMap } from '../map/world-map.tsx'
import { Block } from '../parts/block.tsx'
import { countryName } from '../parts/countries.ts'
import { Answer, Empty } from '../parts/states.tsx'

const COLUMNS: readonly Column<PlaceCount>[] = [
  { name: 'Place', value: ({ name }) => name },
  { name: 'Country', value: ({ country }) => (country === null ? '' : countryName(country)) },
  { name: 'Happenings', value: ({ happenings }) => happenings },
  { name: 'Of conflict', value: ({ conflict }) => conflict },
]

/** Where it happened. */
export function DossierMap({ question }: { readonly question: Filter }) {
  const query = useApi<Page<PlaceCount>>(ask('/api/places', question, { limit: '500' }))
  const [picked, setPicked] = useState<Bubble | null>(null)
  return (
    <Block
      title="Where"
      aside={
        <Link to="/map" search={filterValues(question)}>
          the large map
        </Link>
      }
    >
      <Answer query={query} what="the places">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>No happening of this dossier has a place.</Empty>
          ) : (
            <Chart title="Happenings by place" rows={items} columns={COLUMNS} file="places">
              <WorldMap places={items} picked={picked?.id ?? null} onPick={setPicked} compact />
              <p className="from" aria-live="polite">
                {picked === null
                  ? 'Choose a circle to see its places.'
                  : `${bubbleWords(picked)}. ${picked.places
                      .slice(0, 12)
                      .map(({ name, happenings }) => `${name} ${happenings}`)
                      .join(', ')}`}
              </p>
            </Chart>
          )
        }
      </Answer>
    </Block>
  )
}
