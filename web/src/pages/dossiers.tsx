import { Link } from '@tanstack/react-router'
import { ask } from '../api/filter.ts'
import type { Dossier, Filter, HappeningRow, Page, Stats, TimelinePoint } from '../api/rows.ts'
import { useApi } from '../api/use-api.ts'
import { Sparkline } from '../charts/sparkline.tsx'
import { countryName } from '../parts/countries.ts'
import { Moment } from '../parts/moment.tsx'
import { DeskPage } from '../parts/page.tsx'
import { Deed } from '../parts/rows.tsx'
import { Answer, Empty } from '../parts/states.tsx'

/** The saved questions. */
export function DossiersPage() {
  const query = useApi<Page<Dossier>>('/api/dossiers')
  const stats = useApi<Stats>('/api/stats')
  return (
    <DeskPage
      title="Dossiers"
      lead="Saved questions: each answers anew from all that the archive holds."
      json="/api/dossiers"
    >
      <Answer query={query} what="the dossiers">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>
              This archive has no dossier yet. <Link to="/search">Search</Link>, and save what you find as
              one.
            </Empty>
          ) : (
            <ul className="cards-grid">
              {items.map((dossier) => (
                <Card key={dossier.slug} dossier={dossier} stats={stats.data} />
              ))}
            </ul>
          )
        }
      </Answer>
    </DeskPage>
  )
}

function Card({ dossier, stats }: { readonly dossier: Dossier; readonly stats: Stats | undefined }) {
  const { slug, title, question } = dossier
  const timeline = useApi<Page<TimelinePoint>>(ask('/api/timeline', question, { period: 'month' }))
  const newest = useApi<Page<HappeningRow>>(ask('/api/happenings', question, { limit: '1' }))
  const [last] = newest.data?.items ?? []
  return (
    <li>
      <h2>
        <Link to="/dossiers/$slug" params={{ slug }}>
          {title}
        </Link>
      </h2>
      <p className="from">{questionWords(question)}</p>
      {timeline.data !== undefined && stats?.from && stats.to && (
        <Sparkline
          rows={timeline.data.items}
          from={stats.from}
          to={stats.to}
          period="month"
          label={`Acts by month: ${title}`}
        />
      )}
      {last !== undefined && (
        <>
          <Deed act={last} />
          <p className="from">
            <Moment value={last.day} dayOnly />
          </p>
        </>
      )}
    </li>
  )
}

/** A question in words. */
export function questionWords(question: Filter): string {
  const { q, actor, other, type, context, place, from, to } = question
  const parts = [
    q === undefined ? null : `words “${q}”`,
    actor?.length ? actor.map(countryName).join(', ') : null,
    other?.length ? `with ${other.map(countryName).join(', ')}` : null,
    type?.length ? type.join(', ').toLowerCase() : null,
    context?.length ? `about ${context.join(', ')}` : null,
    place?.length ? `in ${place.map(countryName).join(', ')}` : null,
    from === undefined ? null : `from ${from}`,
    to === undefined ? null : `until ${to}`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? 'everything' : parts.join(' · ')
}
