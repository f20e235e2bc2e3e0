import type { ComponentType } from 'react'
import { readLink } from '../features/scope/link/link'
import { pagePaths } from '../features/scope/link/paths'
import { withLaterMessages } from '../i18n/later-messages'
import { lazyPage, type LazyPage } from '../lib/lazy-page'

interface PageRoute {
  path: string
  page: LazyPage
}

const listPage = (load: () => Promise<ComponentType>) => lazyPage(withLaterMessages(load, 'choosing'))

const home = lazyPage(async () => (await import('../features/scope/choosing/HomePage')).HomePage)
const teams = listPage(async () => (await import('../features/scope/choosing/TeamsPage')).TeamsPage)
const regions = listPage(async () => (await import('../features/scope/choosing/RegionsPage')).RegionsPage)
const apps = listPage(async () => (await import('../features/scope/choosing/AppsPage')).AppsPage)
const components = listPage(
  async () => (await import('../features/scope/choosing/ComponentsPage')).ComponentsPage,
)
const ports = lazyPage(async () => (await import('./ComponentPortsPage')).ComponentPortsPage)
const allPorts = lazyPage(withLaterMessages(async () => (await import('./AllPortsPage')).AllPortsPage))
const exposure = lazyPage(withLaterMessages(async () => (await import('./ExposurePage')).ExposurePage))

export const scopeBar = lazyPage(async () => (await import('../features/scope/ScopeBar')).ScopeBar)

/** The pages on the way to a component, each followed by the one that a choice on it leads to. */
const way: readonly PageRoute[] = [
  { path: pagePaths.home, page: home },
  { path: pagePaths.teams, page: teams },
  { path: pagePaths.regions, page: regions },
  { path: pagePaths.apps, page: apps },
  { path: pagePaths.components, page: components },
  { path: pagePaths.ports, page: ports },
]
const routes: readonly PageRoute[] = [
  ...way,
  { path: pagePaths.clusterPorts, page: allPorts },
  { path: pagePaths.appPorts, page: allPorts },
  { path: pagePaths.exposure, page: exposure },
]

/**
 * Returns the route of an address (a path of this origin, still encoded), or undefined where there is none. A link that
 * ends at a name instead of the list below it has the route of that list.
 */
export function routeOf(pathname: string): PageRoute | undefined {
  const link = readLink(pathname)
  const path = pathname === pagePaths.home ? pathname : link && pagePaths[link.page]
  return routes.find((route) => route.path === path)
}

/** Returns the route that a choice on the page of an address leads to; undefined where none is to be made. */
export function nextRoute(pathname: string): PageRoute | undefined {
  const route = routeOf(pathname)
  return route && way.includes(route) ? way[way.indexOf(route) + 1] : undefined
}
