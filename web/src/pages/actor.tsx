import { useParams } from '@tanstack/react-router'
import { withQuery } from '../api/client.ts'
import type { EventRow, StatementRow } from '../api/rows.ts'
import type { Page } from '../api/types.ts'
import { useApi } from '../api/use-api.ts'
import { DeskPage } from '../parts/page.tsx'
import { EventLine, Section, StatementLine } from '../parts/rows.tsx'
import { Answer } from '../parts/states.tsx'

interface Actor {
  readonly name: string
  readonly country: string | null
  readonly sector: string | null
  readonly role: string | null
  readonly documents: number
}

/** An actor: who it is, what it said, what it did. */
export function ActorPage() {
  const { _splat: entity = '' } = useParams({ strict: false }) as { _splat?: string }
  const url = `/api/actors/${encodeURIComponent(entity)}`
  const actor = useApi<Actor>(url)
  const statements = useApi<Page<StatementRow>>(withQuery('/api/statements', { actor: entity }))
  const events = useApi<Page<EventRow>>(withQuery('/api/events', { actor: entity }))
  return (
    <DeskPage title={actor.data?.name ?? 'Actor'} json={url}>
      <Answer query={actor} what="the actor">
        {({ role, country, sector, documents }) => (
          <p className="lead">
            {[role, country, sector].filter(Boolean).join(' · ')} · named in {documents}{' '}
            {documents === 1 ? 'document' : 'documents'}
          </p>
        )}
      </Answer>
      <Section title="Statements" count={statements.data?.items.length ?? 0}>
        {statements.data?.items.map((row) => (
          <StatementLine key={row.id} row={row} />
        ))}
      </Section>
      <Section title="Events" count={events.data?.items.length ?? 0}>
        {events.data?.items.map((row) => (
          <EventLine key={row.id} row={row} />
        ))}
      </Section>
    </DeskPage>
  )
}
