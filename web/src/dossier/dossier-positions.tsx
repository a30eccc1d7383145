import type { PositionRow, PositionSeries } from '../api/rows.ts'
import { useApi } from '../api/use-api.ts'
import { Chart, type Column } from '../charts/chart.tsx'
import { StanceTracks } from '../charts/stance-tracks.tsx'
import { Block } from '../parts/block.tsx'
import { day } from '../parts/format.ts'
import { partyWords } from '../parts/party-names.tsx'
import { From } from '../parts/rows.tsx'
import { Answer, Empty } from '../parts/states.tsx'

const COLUMNS: readonly Column<PositionRow>[] = [
  { name: 'Day', value: ({ day: at }) => at },
  { name: 'Holder', value: ({ holders }) => partyWords(holders) },
  { name: 'Stance', value: ({ stance }) => stance },
  { name: 'Toward', value: ({ toward }) => partyWords(toward) },
  { name: 'Words', value: ({ proposition }) => proposition.text },
  { name: 'Source', value: ({ origin }) => origin.source },
]

/** Where each actor stood over time, and who moved: the words before beside the words after. */
export function DossierPositions({ slug }: { readonly slug: string }) {
  const query = useApi<{ readonly items: readonly PositionSeries[] }>(
    `/api/dossiers/${encodeURIComponent(slug)}/positions`,
  )
  return (
    <Block title="Where they stand">
      <Answer query={query} what="the positions">
        {({ items }) => {
          if (items.length === 0) return <Empty>Nobody takes a stand in what fits.</Empty>
          const moved = items.flatMap((series) => series.changes.map((change) => ({ series, change })))
          return (
            <>
              <Chart
                title="Positions over time"
                sub={`${items.flatMap(({ positions }) => positions).length} positions`}
                rows={items.flatMap(({ positions }) => positions)}
                columns={COLUMNS}
                file="positions"
              >
                <StanceTracks series={items} />
              </Chart>
              <h3 className="section-title">Who moved</h3>
              {moved.length === 0 ? (
                <p className="from">Nobody changed their stand in what the archive holds.</p>
              ) : (
                <ol className="moves">
                  {moved.slice(0, 8).map(({ series, change }) => (
                    <Move key={`${change.from.id} ${change.to.id}`} series={series} change={change} />
                  ))}
                </ol>
              )}
            </>
          )
        }}
      </Answer>
    </Block>
  )
}

interface MoveProps {
  readonly series: PositionSeries
  readonly change: PositionSeries['changes'][number]
}

function Move({ series, change: { from, to, why } }: MoveProps) {
  return (
    <li className="move">
      <h3>
        {series.holderName}: {word(from.stance)} → {word(to.stance)}
      </h3>
      <div className="then-now">
        {[from, to].map((row) => (
          <div key={row.id}>
            <p className="kicker">
              {day(row.day)} · {word(row.stance)}
            </p>
            <p className="words">“{row.evidence}”</p>
            <From origin={row.origin} id={row.id} />
          </div>
        ))}
      </div>
      <p className="from">Taken for one matter: {why}</p>
    </li>
  )
}

const word = (stance: string): string => stance.replaceAll('-', ' ')
