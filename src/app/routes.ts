import { linkPage, parseLink } from '../features/scope/link/link'
import { pagePaths } from '../features/scope/link/paths'
import { lazyPage, type LazyPage } from '../lib/lazy-page'

interface PageRoute {
  path: string
  page: LazyPage
}

const home = lazyPage(async () => (await import('../features/scope/choosing/HomePage')).HomePage)
const teams = lazyPage(async () => (await import('../features/scope/choosing/TeamsPage')).TeamsPage)
const regions = lazyPage(async () => (await import('../features/scope/choosing/RegionsPage')).RegionsPage)
const apps = lazyPage(async () => (await import('../features/scope/choosing/AppsPage')).AppsPage)
const components = lazyPage(
  async () => (await import('../features/scope/choosing/ComponentsPage')).ComponentsPage,
)
const ports = lazyPage(async () => (await import('./ComponentPortsPage')).ComponentPortsPage)

export const scopeBar = lazyPage(async () => (await import('../features/scope/ScopeBar')).ScopeBar)

/** Every page, each followed by the one that a choice on it leads to. */
const routes: readonly PageRoute[] = [
  { path: pagePaths.home, page: home },
  { path: pagePaths.teams, page: teams },
  { path: pagePaths.regions, page: regions },
  { path: pagePaths.apps, page: apps },
  { path: pagePaths.components, page: components },
  { path: pagePaths.ports, page: ports },
]

/**
 * Returns the route of an address (a path of this origin, still encoded), or undefined where there is none. A link that
 * ends at a name instead of the list below it has the route of that list.
 */
export function routeOf(pathname: string): PageRoute | undefined {
  const segments = parseLink(pathname)
  const path = pathname === pagePaths.home ? pathname : segments && pagePaths[linkPage(segments)]
  return routes.find((route) => route.path === path)
}

/** Returns the route that a choice on the page of an address leads to; undefined on the last page. */
export function nextRoute(pathname: string): PageRoute | undefined {
  const route = routeOf(pathname)
  return route && routes[routes.indexOf(route) + 1]
}
