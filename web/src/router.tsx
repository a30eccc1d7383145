import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router'
import { AboutPage } from './pages/about.tsx'
import { ActorPage } from './pages/actor.tsx'
import { DocumentPage } from './pages/document.tsx'
import { type DocumentSearch, DocumentsPage } from './pages/documents.tsx'
import { DossierPage, DossiersPage } from './pages/dossiers.tsx'
import { SearchPage } from './pages/search.tsx'
import { TryPage } from './pages/try.tsx'
import { Masthead } from './parts/masthead.tsx'
import { DeskPage } from './parts/page.tsx'

/** Parameters that are words; anything else in a URL is passed over. */
function words<Name extends string>(
  search: Record<string, unknown>,
  names: readonly Name[],
): { [name in Name]?: string } {
  return Object.fromEntries(
    names.flatMap((name) =>
      typeof search[name] === 'string' && search[name] !== '' ? [[name, search[name]]] : [],
    ),
  ) as { [name in Name]?: string }
}

const root = createRootRoute({
  component: () => (
    <>
      <Masthead />
      <Outlet />
    </>
  ),
  notFoundComponent: () => (
    <DeskPage title="No such page">
      <p>There is nothing at this address.</p>
    </DeskPage>
  ),
})

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: DocumentsPage,
    validateSearch: (search: Record<string, unknown>): DocumentSearch =>
      words(search, ['q', 'source', 'from', 'to']),
  }),
  createRoute({ getParentRoute: () => root, path: '/documents/$id', component: DocumentPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/search',
    component: SearchPage,
    validateSearch: (search: Record<string, unknown>): { q?: string } => words(search, ['q']),
  }),
  createRoute({ getParentRoute: () => root, path: '/dossiers', component: DossiersPage }),
  createRoute({ getParentRoute: () => root, path: '/dossiers/$slug', component: DossierPage }),
  createRoute({ getParentRoute: () => root, path: '/actors/$', component: ActorPage }),
  createRoute({ getParentRoute: () => root, path: '/try', component: TryPage }),
  createRoute({ getParentRoute: () => root, path: '/about', component: AboutPage }),
] as const

/** The pages of the desk; each is a URL. */
export const router = createRouter({ routeTree: root.addChildren(routes), scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
