import { useTranslations } from 'use-intl'
import { regionName } from '../api/names'
import { PageHeadSkeleton } from '../components/page/PageHead'
import { PageSkeleton } from '../components/page/PageSkeleton'
import { ExposurePage as Exposure } from '../features/exposure/ExposurePage'
import { ListSkeletonRows } from '../features/exposure/ListSkeletonRows'
import { ClusterScopeGate } from '../features/scope/ClusterScopeGate'

export function ExposurePage() {
  const t = useTranslations('app')
  const tExposure = useTranslations('exposure')
  return (
    <ClusterScopeGate
      fallback={
        <PageSkeleton>
          <PageHeadSkeleton />
          <ListSkeletonRows />
        </PageSkeleton>
      }
    >
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
