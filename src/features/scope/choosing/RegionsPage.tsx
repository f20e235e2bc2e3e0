import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { Region } from '../../../api/contract/region'
import { useReadFailure } from '../../../api/errors/use-read-failure'
import { regionsQuery } from '../../../api/resources/regions'
import type { ListItem, ListMark } from '../../../components/list/ListRow'
import { choicePath } from '../link/link'
import { isInMaintenance } from '../link/scope'
import { disabledRef, useScope } from '../use-scope'
import { ChoosePage } from './ChoosePage'
import { regionChoice } from './choices'

/** Lists the clusters of a team. One in maintenance is shown, but can't be opened. */
export function RegionsPage() {
  const t = useTranslations('scope.region')
  const scope = useScope()
  const { team } = scope.refs
  const query = regionsQuery(team ?? disabledRef)
  const list = useQuery({ ...query, enabled: team !== undefined })
  const failure = useReadFailure(query.queryKey, list)
  const { team: teamSegment = '' } = scope.segments

  const items = useMemo(() => {
    // One in maintenance already says so by the reason that blocks it.
    const marksOf = (region: Region): ListMark[] =>
      region.status === '1' ? [{ id: 'status', label: t('inService'), tone: 'good' }] : []
    return list.data?.map((region): ListItem => {
      const item = { ...regionChoice(region, t('blocked')), marks: marksOf(region) }
      return isInMaintenance(region)
        ? item
        : { ...item, href: choicePath({ team: teamSegment }, 'region', region.region_name) }
    })
  }, [list.data, teamSegment, t])

  return <ChoosePage level="region" scope={scope} list={list} failure={failure} items={items} />
}
