import { useTranslations } from 'use-intl'
import { appName, regionName } from '../api/names'
import { InventoryPage } from '../features/inventory/InventoryPage'
import { InventorySkeleton } from '../features/inventory/InventorySkeleton'
import { ClusterScopeGate } from '../features/scope/ClusterScopeGate'

export function AllPortsPage() {
  const t = useTranslations('app')
  const tInventory = useTranslations('inventory')
  return (
    <ClusterScopeGate fallback={<InventorySkeleton />}>
      {({ team, region, app, place, wholeClusterPath }) => {
        const heading = app ? tInventory('inApp', { app: appName(app) }) : tInventory('title')
        return (
          <>
            <title>{t('title', { page: `${heading} · ${regionName(region)}` })}</title>
            <InventoryPage
              key={`${place.team} ${region.region_name} ${String(place.app)}`}
              place={place}
              team={team}
              app={app}
              wholeClusterPath={wholeClusterPath}
            />
          </>
        )
      }}
    </ClusterScopeGate>
  )
}
