import { type ReactNode, useMemo } from 'react'
import { type ComponentPlaces, ComponentPlacesContext } from '../features/change/component-places'
import { linkPath, parseLink } from '../features/scope/link/link'
import { useAddress } from '../lib/navigation/navigation-guard'

/** Tells everything below it where components are shown, and which one is. */
export function Places({ children }: { children: ReactNode }) {
  const { path } = useAddress()
  const segment = parseLink(path)?.component
  const places = useMemo<ComponentPlaces>(
    () => ({
      pathOf: ({ ref, region, app, component }) =>
        linkPath({
          team: ref.team,
          region: region.region_name,
          app: String(app.ID),
          component: component.service_alias,
        }),
      isShown: ({ service_id, service_alias, service_cname }) =>
        segment !== undefined && [service_id, service_alias, service_cname].includes(segment),
    }),
    [segment],
  )
  return <ComponentPlacesContext value={places}>{children}</ComponentPlacesContext>
}
