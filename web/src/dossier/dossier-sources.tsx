import { Link } from '@tanstack/react-router'
import { ask, filterValues } from '../api/filter.ts'
import type { DocumentRow, Facets, Filter, Page, TimelinePoint } from '../api/rows.ts'
import { useApi } from '../api/use-api.ts'
import { FacetBars } from '../charts/facet-bars.tsx'
import { Block } from '../parts/block.tsx'
import { number } from '../parts/format.ts'
import { DocumentLine } from '../parts/rows.tsx'
import { Answer } from '../parts/states.tsx'

/** Who says so, and how much was read: a count means little without it. */
export function DossierSources({ question }: { readonly question: Filter }) {
  const facets = useApi<Facets>(ask('/api/facets/event', question))
  const timeline = useApi<Page<TimelinePoint>>(ask('/api/timeline', question, { period: 'year' }))
  const documents = useApi<Page<DocumentRow>>(ask('/api/documents', question, { limit: '6' }))
  return (
    <Block
      title="Sources and coverage"
      aside={
        <Link to="/documents" search={filterValues(question)}>
          all documents
        </Link>
      }
    >
      <Answer query={facets} what="the sources">
        {({ fields }) => <FacetBars title="Acts by source" values={fields.source ?? []} file="sources" />}
      </Answer>
      <Answer query={timeline} what="the coverage">
        {({ items }) => (
          <table>
            <caption className="kicker">Coverage</caption>
            <thead>
              <tr>
                <th scope="col">Year</th>
                <th scope="col" className="number">
                  Documents read
                </th>
                <th scope="col" className="number">
                  Events
                </th>
                <th scope="col" className="number">
                  Events per 1,000 documents
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((row) => (
                <tr key={row.period}>
                  <td>{row.period.slice(0, 4)}</td>
                  <td className="number">{number(row.documentsRead)}</td>
                  <td className="number">{number(row.events)}</td>
                  <td className="number">
                    {row.perThousand === null ? '–' : number(Math.round(row.perThousand))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Answer>
      <Answer query={documents} what="the documents">
        {({ items }) => (
          <>
            <h3 className="section-title">Newest documents</h3>
            <ol className="documents">
              {items.map((row) => (
                <DocumentLine key={row.id} row={row} />
              ))}
            </ol>
          </>
        )}
      </Answer>
    </Block>
  )
}
