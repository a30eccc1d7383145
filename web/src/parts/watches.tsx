import { Link } from '@tanstack/react-router'
import type { Firing, Page, WatchRow } from '../api/rows.ts'
import { useApi } from '../api/use-api.ts'
import { Block } from './block.tsx'
import { Moment } from './moment.tsx'
import { Answer } from './states.tsx'

const SHOWN = 6

/** What the watches caught last. */
export function Watches() {
  const watches = useApi<Page<WatchRow>>('/api/watches')
  const firings = useApi<Page<Firing>>(`/api/watches/firings?limit=${SHOWN}`)
  const titles = new Map(watches.data?.items.map(({ id, title }) => [id, title]))
  return (
    <Block title="Caught by watches" count={firings.data?.items.length}>
      <Answer query={watches} what="the watches">
        {({ items }) =>
          items.length === 0 ? (
            <p className="from">
              No watch is set. <Link to="/search">Search</Link>, and watch what you find; or watch a dossier.
            </p>
          ) : (
            <ul className="from watches">
              {items.map((watch) => (
                <li key={watch.id}>
                  {watch.title} <span className="count">{watch.firings}</span>{' '}
                  <a href={`/api/watches/${encodeURIComponent(watch.id)}/feed`}>feed</a>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      <ol className="rows">
        {firings.data?.items.map((firing) => (
          <li key={firing.id}>
            {firing.documentId === null ? (
              firing.title
            ) : (
              <Link to="/documents/$id" params={{ id: firing.documentId }} hash={firing.item ?? ''}>
                {firing.title}
              </Link>
            )}
            {firing.evidence[0] !== undefined && <p className="words clamp">{firing.evidence[0].text}</p>}
            <p className="from">
              {titles.get(firing.watch)} · <Moment value={firing.at} />
            </p>
          </li>
        ))}
      </ol>
    </Block>
  )
}
