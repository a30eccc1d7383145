import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { ThemeButton } from './theme.tsx'

const SECTIONS = [
  ['/', 'Today'],
  ['/dossiers', 'Dossiers'],
  ['/dyads', 'Dyads'],
  ['/map', 'Map'],
  ['/network', 'Network'],
  ['/actors', 'Actors'],
  ['/documents', 'Documents'],
  ['/search', 'Search'],
  ['/review', 'Review'],
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
      <div className="masthead-top">
        <Link to="/" className="wordmark">
          Rapporteur
        </Link>
        <span className="tagline">The diplomatic record of the news</span>
        <SearchBox />
        <ThemeButton />
      </div>
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
          Search documents, quotes, actors and happenings
        </label>
        <input
          id="search"
          name="q"
          type="search"
          placeholder="Search the record"
          defaultValue={q ?? ''}
          key={q}
        />
      </form>
    </search>
  )
}
