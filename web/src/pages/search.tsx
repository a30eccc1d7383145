import { useSearch } from '@tanstack/react-router'
import { withQuery } from '../api/client.ts'
import type { EventRow, Snippet, StatementRow } from '../api/rows.ts'
import type { DocumentRow } from '../api/types.ts'
import { useApi } from '../api/use-api.ts'
import { DeskPage } from '../parts/page.tsx'
import { EventLine, Section, StatementLine } from '../parts/rows.tsx'
import { Answer, Empty } from '../parts/states.tsx'
import { DocumentLine } from './documents.tsx'

interface Found {
  readonly documents: readonly (DocumentRow & { readonly snippet: Snippet })[]
  readonly statements: readonly (StatementRow & { readonly snippet: Snippet })[]
  readonly events: readonly (EventRow & { readonly snippet: Snippet })[]
}

/** Documents, quotes and acts that hold the words. */
export function SearchPage() {
  const { q = '' } = useSearch({ strict: false }) as { q?: string }
  if (q === '') return <Ask />
  return <Results q={q} />
}

function Ask() {
  return (
    <DeskPage title="Search">
      <Empty>
        <p>
          Type words into the box above: “several words” in quotation marks, the beginning of a word with a
          star (nucl*).
        </p>
      </Empty>
    </DeskPage>
  )
}

function Results({ q }: { readonly q: string }) {
  const url = withQuery('/api/search', { q })
  const query = useApi<Found>(url)
  return (
    <DeskPage title={`Search: ${q}`} json={url}>
      <Answer query={query} what="what fits">
        {({ documents, statements, events }) => {
          if (documents.length + statements.length + events.length === 0)
            return <Empty>Nothing holds these words.</Empty>
          return (
            <>
              <Section title="Statements" count={statements.length}>
                {statements.map((row) => (
                  <StatementLine key={row.id} row={row} words={<Marked snippet={row.snippet} />} />
                ))}
              </Section>
              <Section title="Events" count={events.length}>
                {events.map((row) => (
                  <EventLine key={row.id} row={row} words={<Marked snippet={row.snippet} />} />
                ))}
              </Section>
              {documents.length > 0 && (
                <section>
                  <h2 className="section-title">Documents</h2>
                  <ol className="documents">
                    {documents.map((row) => (
                      <DocumentLine key={row.id} row={row} />
                    ))}
                  </ol>
                </section>
              )}
            </>
          )
        }}
      </Answer>
    </DeskPage>
  )
}

/** A snippet with what was searched for marked. */
function Marked({ snippet: { text, marks } }: { readonly snippet: Snippet }) {
  let at = 0
  const parts = marks.flatMap(([start, end]) => {
    const before = text.slice(at, start)
    at = end
    return [before, <mark key={start}>{text.slice(start, end)}</mark>]
  })
  return [...parts, text.slice(at)]
}
