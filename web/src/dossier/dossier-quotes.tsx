import { useState } from 'react'
import { ask } from '../api/filter.ts'
import type { Filter, QuotationRow } from '../api/rows.ts'
import { useList } from '../api/use-api.ts'
import { Block } from '../parts/block.tsx'
import { More } from '../parts/more.tsx'
import { Quotation } from '../parts/quotation.tsx'
import { Answer, Empty } from '../parts/states.tsx'

/** What was said, newest first, each quotation once with those who carry it. */
export function DossierQuotes({ question }: { readonly question: Filter }) {
  const [order, setOrder] = useState<'newest' | 'strongest'>('newest')
  const list = useList<QuotationRow>(ask('/api/quotations', question, { order, limit: '8' }))
  return (
    <Block
      title="Said"
      aside={
        <button type="button" onClick={() => setOrder(order === 'newest' ? 'strongest' : 'newest')}>
          {order === 'newest' ? 'Newest first' : 'Most carried first'}
        </button>
      }
    >
      <Answer query={list} what="the quotes">
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          return rows.length === 0 ? (
            <Empty>Nobody is quoted on this.</Empty>
          ) : (
            <>
              <ol className="rows">
                {rows.map((row) => (
                  <Quotation key={row.id} row={row} />
                ))}
              </ol>
              <More list={list} />
            </>
          )
        }}
      </Answer>
    </Block>
  )
}
