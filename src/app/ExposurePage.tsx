import { useTranslations } from 'use-intl'
import { regionName } from '../api/names'
import { ExposurePage as Exposure } from '../features/exposure/ExposurePage'
import { ExposureSkeleton } from '../features/exposure/ExposureSkeleton'
import { ClusterScopeGate } from '../features/scope/ClusterScopeGate'

export function ExposurePage() {
  const t = useTranslations('app')
  const tExposure = useTranslations('exposure')
  return (
    <ClusterScopeGate fallback={<ExposureSkeleton />}>
      {({ team, region, place, wholeClusterPath }) => (
        <>
          <title>{t('title', { page: `${tExposure('title')} · ${regionName(region)}` })}</title>
          <Exposure
            key={`${place.team} ${region.region_name}`}
            place={place}
            team={team}
            allPortsPath={wholeClusterPath}
          />
        </>
      )}
    </ClusterScopeGate>
  )
}
