import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { withQuery } from '../api/client.ts'
import type { ActorRow } from '../api/rows.ts'
import { useList } from '../api/use-api.ts'
import { countryName } from '../parts/countries.ts'
import { number } from '../parts/format.ts'
import { More } from '../parts/more.tsx'
import { DeskPage } from '../parts/page.tsx'
import { hasPage } from '../parts/party-names.tsx'
import { Answer, Empty } from '../parts/states.tsx'

/** The directory of actors: those whom most documents name come first. */
export function ActorsPage() {
  const { q = '' } = useSearch({ strict: false }) as { q?: string }
  const navigate = useNavigate()
  const url = withQuery('/api/actors', { q, limit: '100' })
  const list = useList<ActorRow>(url)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const asked = new FormData(event.currentTarget).get('name')
    void navigate({ to: '/actors', search: typeof asked === 'string' && asked !== '' ? { q: asked } : {} })
  }
  return (
    <DeskPage title="Actors" lead="Who acts and speaks, by how many documents name them." json={url}>
      <form className="filters" onSubmit={submit} key={q}>
        <label className="grow">
          Beginning of a name <input name="name" type="search" defaultValue={q} />
        </label>
        <button type="submit">Show</button>
      </form>
      <Answer query={list} what="the actors">
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items).filter(({ entity }) => hasPage(entity))
          if (rows.length === 0) return <Empty>Nobody of that name is in the archive.</Empty>
          return (
            <>
              <ol className="bars-list actors">
                {rows.map((row) => (
                  <ActorLine key={row.entity} row={row} most={rows[0]?.documents ?? 1} />
                ))}
              </ol>
              <More list={list} />
            </>
          )
        }}
      </Answer>
    </DeskPage>
  )
}

function ActorLine({ row, most }: { readonly row: ActorRow; readonly most: number }) {
  const about = [row.role, row.country === null ? null : countryName(row.country)].filter(
    (part) => part !== null && part !== row.name,
  )
  return (
    <li>
      <span>
        <Link to="/actors/$entity" params={{ entity: row.entity }}>
          {row.name}
        </Link>
        {about.length > 0 && <span className="quiet about"> {about.join(', ')}</span>}
      </span>
      <span className="stack" aria-hidden="true">
        <span style={{ width: `${(100 * row.documents) / most}%` }} />
      </span>
      <span className="count">{number(row.documents)}</span>
    </li>
  )
}
