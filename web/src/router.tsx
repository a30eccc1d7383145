import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { FILTER_NAMES, type FilterSearch } from './api/filter.ts'
import { TodayPage } from './pages/today.tsx'
import { Masthead } from './parts/masthead.tsx'
import { DeskPage } from './parts/page.tsx'
import { Failed } from './parts/states.tsx'

type Search<Name extends string> = { readonly [name in Name]?: string }

/** Parameters that are words; anything else in a URL is passed over. */
function words<const Name extends string>(names: readonly Name[]) {
  return (search: Record<string, unknown>): Search<Name> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = search[name]
        if (typeof value === 'number') return [[name, String(value)]]
        return typeof value === 'string' && value !== '' ? [[name, value]] : []
      }),
    ) as Search<Name>
}

const filter: (search: Record<string, unknown>) => FilterSearch = words(FILTER_NAMES)

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
  errorComponent: ({ error }) => (
    <DeskPage title="This page failed">
      <Failed
        error={error instanceof Error ? error : new Error(String(error))}
        retry={() => location.reload()}
      />
    </DeskPage>
  ),
})
const under = () => root

const routes = [
  createRoute({ getParentRoute: under, path: '/', component: TodayPage, validateSearch: words(['on']) }),
  createRoute({
    getParentRoute: under,
    path: '/documents',
    component: lazyRouteComponent(() => import('./pages/documents.tsx'), 'DocumentsPage'),
    validateSearch: filter,
  }),
  createRoute({
    getParentRoute: under,
    path: '/documents/$id',
    component: lazyRouteComponent(() => import('./pages/document.tsx'), 'DocumentPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/search',
    component: lazyRouteComponent(() => import('./pages/search.tsx'), 'SearchPage'),
    validateSearch: words([...FILTER_NAMES, 'kind']),
  }),
  createRoute({
    getParentRoute: under,
    path: '/dossiers',
    component: lazyRouteComponent(() => import('./pages/dossiers.tsx'), 'DossiersPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/dossiers/$slug',
    component: lazyRouteComponent(() => import('./dossier/dossier-page.tsx'), 'DossierPage'),
    validateSearch: words(['from', 'to', 'pick']),
  }),
  createRoute({
    getParentRoute: under,
    path: '/dyads',
    component: lazyRouteComponent(() => import('./pages/dyads.tsx'), 'DyadsPage'),
    validateSearch: words(['a', 'b', 'c', 'd', 'period', 'pick', 'measure']),
  }),
  createRoute({
    getParentRoute: under,
    path: '/map',
    component: lazyRouteComponent(() => import('./pages/map.tsx'), 'MapPage'),
    validateSearch: filter,
  }),
  createRoute({
    getParentRoute: under,
    path: '/network',
    component: lazyRouteComponent(() => import('./pages/network.tsx'), 'NetworkPage'),
    validateSearch: words([...FILTER_NAMES, 'pick']),
  }),
  createRoute({
    getParentRoute: under,
    path: '/actors',
    component: lazyRouteComponent(() => import('./pages/actors.tsx'), 'ActorsPage'),
    validateSearch: words(['q', 'sector']),
  }),
  createRoute({
    getParentRoute: under,
    path: '/actors/$entity',
    component: lazyRouteComponent(() => import('./pages/actor.tsx'), 'ActorPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/review',
    component: lazyRouteComponent(() => import('./review/review-page.tsx'), 'ReviewPage'),
    validateSearch: words(['queue', 'kind', 'rule', 'actor', 'seed']),
  }),
  createRoute({
    getParentRoute: under,
    path: '/try',
    component: lazyRouteComponent(() => import('./pages/try.tsx'), 'TryPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/about',
    component: lazyRouteComponent(() => import('./pages/about.tsx'), 'AboutPage'),
  }),
] as const

/** The pages of the desk; each is a URL, and all but the first are fetched when they are meant. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  scrollRestoration: true,
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
