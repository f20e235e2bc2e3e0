import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { Region } from '../../../api/contract/region'
import { useReadFailure } from '../../../api/errors/use-read-failure'
import { regionsQuery } from '../../../api/resources/regions'
import type { ListItem, ListMark } from '../../../components/list/ListRow'
import { choicePath } from '../link/link'
import { isInMaintenance } from '../link/scope'
import { nowhere, useScope } from '../use-scope'
import { ChoosePage } from './ChoosePage'
import { regionChoice } from './choices'

/** `/teams/:team/regions`: where a cluster is chosen. One in maintenance is shown, and cannot be entered. */
export function RegionsPage() {
  const t = useTranslations('scope.region')
  const scope = useScope()
  const { team } = scope.refs
  const query = regionsQuery(team ?? nowhere)
  const list = useQuery({ ...query, enabled: team !== undefined })
  const failure = useReadFailure(query.queryKey, list)
  const { team: teamWord = '' } = scope.words

  const items = useMemo(() => {
    // One in maintenance says so by what blocks it.
    const marksOf = (region: Region): ListMark[] =>
      region.status === '1' ? [{ id: 'status', label: t('inService'), tone: 'good' }] : []
    return list.data?.map((region): ListItem => {
      const item = { ...regionChoice(region, t('blocked')), marks: marksOf(region) }
      return isInMaintenance(region)
        ? item
        : { ...item, href: choicePath({ team: teamWord }, 'region', region.region_name) }
    })
  }, [list.data, teamWord, t])

  return <ChoosePage level="region" scope={scope} list={list} failure={failure} items={items} />
}
