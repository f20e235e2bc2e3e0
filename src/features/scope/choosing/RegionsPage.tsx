import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useReadFailure } from '../../../api/errors/use-read-failure'
import { regionsQuery } from '../../../api/resources/regions'
import { CellText, StatusText } from '../../../components/list/ListCells'
import type { ListColumn, ListItem, ListMark } from '../../../components/list/list-item'
import { choicePath } from '../link/link'
import { isInMaintenance } from '../link/scope'
import { disabledRef, useScope } from '../use-scope'
import { ChoosePage } from './ChoosePage'
import { regionChoice } from './choices'

/** Lists the clusters of a team. One in maintenance is shown, but can't be opened. */
export function RegionsPage() {
  const t = useTranslations('scope')
  const tList = useTranslations('choosing')
  const scope = useScope()
  const { team } = scope.refs
  const query = regionsQuery(team ?? disabledRef)
  const list = useQuery({ ...query, enabled: team !== undefined })
  const failure = useReadFailure(query.queryKey, list)
  const { team: teamSegment = '' } = scope.segments

  const columns = useMemo(
    (): ListColumn[] => [
      { id: 'name', heading: t('levels.region'), width: 'minmax(0, 3fr)' },
      { id: 'id', heading: tList('columns.id'), width: 'minmax(0, 2fr)' },
      { id: 'domain', heading: tList('columns.domain'), width: 'minmax(0, 3fr)', from: 'wide' },
      { id: 'status', heading: tList('columns.status'), width: 'minmax(0, 2fr)' },
    ],
    [t, tList],
  )

  const items = useMemo(() => {
    const inService: ListMark = { id: 'status', label: tList('inService'), tone: 'good' }
    return list.data?.map((region): ListItem => {
      const item = {
        ...regionChoice(region, t('region.blocked')),
        marks: [],
        cells: [
          <CellText key="id" look="code">
            {region.region_name}
          </CellText>,
          region.httpdomain && (
            <CellText key="domain" look="code">
              {region.httpdomain}
            </CellText>
          ),
          // One in maintenance already says so by the reason that blocks it.
          region.status === '1' && <StatusText key="status" mark={inService} />,
        ],
      }
      return isInMaintenance(region)
        ? item
        : { ...item, href: choicePath({ team: teamSegment }, 'region', region.region_name) }
    })
  }, [list.data, teamSegment, t, tList])

  return (
    <ChoosePage level="region" scope={scope} list={list} failure={failure} columns={columns} items={items} />
  )
}
