import { parseLink } from '../features/scope/link/link'
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

/** What stands above every page. */
export const scopeBar = lazyPage(async () => (await import('../features/scope/ScopeBar')).ScopeBar)

/** Every page and its address. What is not here is not found. */
const routes: readonly PageRoute[] = [
  { path: '/', page: home },
  { path: '/teams', page: teams },
  { path: '/teams/:team/regions', page: regions },
  { path: '/teams/:team/regions/:region/apps', page: apps },
  { path: '/teams/:team/regions/:region/apps/:app/services', page: components },
  { path: '/teams/:team/regions/:region/apps/:app/services/:service/ports', page: ports },
]

/**
 * Returns the route of an address (a path of this origin, still encoded), or undefined where there is none. A link that
 * ends at a name instead of the list below it has the route of that list.
 */
export function routeOf(pathname: string): PageRoute | undefined {
  if (pathname === '/') return routes[0]
  const words = parseLink(pathname)
  // The routes lie one below the other, as the words of a link do.
  return words === null ? undefined : routes[1 + Object.keys(words).length]
}

/** Gives the route that one goes to from an address by choosing there, or undefined where it is the last. */
export function nextRoute(pathname: string): PageRoute | undefined {
  const route = routeOf(pathname)
  return route && routes[routes.indexOf(route) + 1]
}
