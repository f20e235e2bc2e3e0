import { appName, componentName, regionName } from '../../api/names'
import type { TargetPorts } from '../port-grid/rows/target-ports'

/** Names the smallest place that holds all components: a cluster, an app of it, or a component. */
export function placeOf(sources: readonly TargetPorts[]): string {
  const [first, ...others] = sources.map(({ target }) => target)
  if (!first) return ''
  const isOneApp = others.every(({ app }) => app.ID === first.app.ID)
  return [
    regionName(first.region),
    ...(isOneApp ? [appName(first.app)] : []),
    ...(others.length === 0 ? [componentName(first.component)] : []),
  ].join(' / ')
}
