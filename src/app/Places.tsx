import { type ReactNode, useMemo } from 'react'
import { type ComponentPlaces, ComponentPlacesContext } from '../features/change/component-places'
import type { Target } from '../features/change/engine/target'
import { allPortsPath, linkPath, parseLink } from '../features/scope/link/link'
import { useAddressPath } from '../lib/navigation/navigation-guard'

/** Tells everything below it where components are shown, and which one is. */
export function Places({ children }: { children: ReactNode }) {
  const path = useAddressPath()
  const segment = parseLink(path)?.component
  const places = useMemo<ComponentPlaces>(
    () => ({
      pathOf,
      pathOfAll,
      isShown: ({ service_id, service_alias, service_cname }) =>
        segment !== undefined && [service_id, service_alias, service_cname].includes(segment),
    }),
    [segment],
  )
  return <ComponentPlacesContext value={places}>{children}</ComponentPlacesContext>
}

function pathOf(target: Target): string {
  return linkPath({ ...segmentsOf(target), component: target.component.service_alias })
}

function pathOfAll(targets: readonly Target[]): string {
  const [first, ...others] = targets
  if (!first) return '/'
  if (others.length === 0) return pathOf(first)
  const { app, ...cluster } = segmentsOf(first)
  const isOneApp = others.every((other) => segmentsOf(other).app === app)
  return allPortsPath(isOneApp ? { ...cluster, app } : cluster) ?? '/'
}

const segmentsOf = ({ ref, region, app }: Target) => ({
  team: ref.team,
  region: region.region_name,
  app: String(app.ID),
})
