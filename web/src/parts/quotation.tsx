import type { QuotationRow } from '../api/rows.ts'
import { PartyNames } from './party-names.tsx'
import { From } from './rows.tsx'

const bare = (text: string): string => text.replace(/^["“”„«\s]+|["“”»\s]+$/gu, '')

/** One quotation, with the outlets that carry it. */
export function Quotation({ row, big = false }: { readonly row: QuotationRow; readonly big?: boolean }) {
  const direct = row.kind === 'direct'
  const [first] = row.reports
  return (
    <li>
      <figure className={`quote ${row.kind}${big ? ' big' : ''}`}>
        <blockquote>
          {direct && '“'}
          {bare(row.quote)}
          {direct && '”'}
        </blockquote>
        <figcaption>
          <PartyNames parties={row.speakers} nobody="An unnamed source" />
          {row.addressees.length > 0 && (
            <>
              {' '}
              to <PartyNames parties={row.addressees} />
            </>
          )}
          {!direct && <> · {row.kind === 'mixed' ? 'partly in their words' : 'told, not quoted'}</>}
          {row.documents > 1 && <span className="told"> · carried by {row.documents} reports</span>}
          {first !== undefined && <From origin={first} id={first.statementId} />}
        </figcaption>
      </figure>
    </li>
  )
}
