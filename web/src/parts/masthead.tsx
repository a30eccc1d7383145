import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { ThemeButton } from './theme.tsx'

const SECTIONS = [
  ['/', 'Documents'],
  ['/dossiers', 'Dossiers'],
  ['/try', 'Try'],
  ['/about', 'About'],
] as const

/** The head of every page. */
export function Masthead() {
  return (
    <header className="masthead">
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Link to="/" className="wordmark">
        Rapporteur
      </Link>
      <nav aria-label="Sections">
        <ul>
          {SECTIONS.map(([to, name]) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <SearchBox />
      <ThemeButton />
    </header>
  )
}

function SearchBox() {
  const navigate = useNavigate()
  const q = useRouterState({
    select: ({ location }) => (location.pathname === '/search' ? (location.search as { q?: string }).q : ''),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const asked = new FormData(event.currentTarget).get('q')
    if (typeof asked === 'string') void navigate({ to: '/search', search: { q: asked } })
  }
  return (
    <search>
      <form onSubmit={submit} action="/search">
        <label htmlFor="search" className="unseen">
          Search documents, quotes and happenings
        </label>
        <input id="search" name="q" type="search" placeholder="Search" defaultValue={q ?? ''} key={q} />
      </form>
    </search>
  )
}
