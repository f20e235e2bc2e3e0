import { paths } from '../../../api/paths'
import { pageQuery } from '../../../api/resources/read-all-pages'
import { readLink } from './link'
import { appRefOf, regionRefOf } from './link-lookup'

/**
 * Returns the API paths that the page of an address reads first, whatever the answers: the gateway reads them for it while
 * the page is still on its way. `linkQuery` asks for the same by the segments of the link.
 * @param pathname as the address bar has it, below the base path
 */
export function firstReads(pathname: string): string[] {
  const segments = readLink(pathname)?.segments
  if (segments === undefined && pathname !== '/') return [paths.session()]
  const reads = [paths.session(), `${paths.teams()}?${pageQuery(1)}`]
  if (segments?.team === undefined) return reads
  const team = { team: segments.team }
  reads.push(`${paths.regions(team)}?${pageQuery(1)}`)
  const region = regionRefOf(segments, team, undefined)
  if (region) reads.push(paths.apps(region))
  const app = appRefOf(segments, region, undefined)
  if (app) reads.push(paths.components(app))
  if (!region || !app || segments.component === undefined) return reads
  const component = { ...app, component: segments.component }
  reads.push(paths.component(component), paths.ports(component), paths.domains(app), paths.teamPorts(region))
  return reads
}
