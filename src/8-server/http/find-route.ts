import { Refusal } from '../refusal.ts'
import type { Route } from '../route.ts'

interface Compiled {
  readonly route: Route
  readonly exact: RegExp
  readonly loose: RegExp
  readonly names: readonly string[]
}

export interface FoundRoute {
  readonly route: Route
  readonly params: Readonly<{ [name: string]: string }>
}

/**
 * Finds the row for a request. An id may hold slashes ("igo/ASEAN"): written as %2F it always works, written as it is
 * it works where no other row has that path. No row: null; a row for other methods only: 405.
 */
export function routeFinder(routes: readonly Route[]): (method: string, path: string) => FoundRoute | null {
  const compiled = routes.map(compile)
  return (method, path) => {
    const at = (kind: 'exact' | 'loose') => compiled.filter((it) => it[kind].test(path))
    const exact = at('exact')
    const candidates = exact.length > 0 ? exact : at('loose')
    if (candidates.length === 0) return null
    const wanted = method === 'HEAD' ? 'get' : method.toLowerCase()
    const found = candidates.find(({ route }) => route.method === wanted)
    if (!found) throw notAllowed(method, path, candidates)
    const values = (found.exact.exec(path) ?? found.loose.exec(path) ?? []).slice(1)
    return {
      route: found.route,
      params: Object.fromEntries(found.names.map((name, i) => [name, decode(values[i] ?? '')])),
    }
  }
}

function compile(route: Route): Compiled {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const literal = route.path.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  return {
    route,
    names,
    exact: new RegExp(`^${literal.replace(/\{\w+\}/g, '([^/]+)')}$`),
    loose: new RegExp(`^${literal.replace(/\{\w+\}/g, '(.+)')}$`),
  }
}

function notAllowed(method: string, path: string, candidates: readonly Compiled[]): Refusal {
  const methods = candidates.map(({ route }) => route.method.toUpperCase())
  const allow = [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].join(', ')
  return new Refusal(405, `${path.slice(0, 120)} does not take ${method.slice(0, 20)}; it takes ${allow}`, {
    headers: { allow },
  })
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch (error) {
    throw new Refusal(400, `the address ${JSON.stringify(value.slice(0, 120))} is not well-formed`, {
      cause: error,
    })
  }
}
