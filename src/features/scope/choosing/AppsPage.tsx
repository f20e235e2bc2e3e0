import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { App } from '../../../api/contract/app'
import { useReadFailure } from '../../../api/errors/use-read-failure'
import { appsQuery } from '../../../api/resources/apps'
import { CellText } from '../../../components/list/ListCells'
import type { ListItem, ListMark } from '../../../components/list/list-item'
import { choicePath } from '../link/link'
import { disabledRef, useScope } from '../use-scope'
import { ChoosePage } from './ChoosePage'
import { appChoice } from './choices'

/** Lists the apps in a cluster, with their notes and what is special about them. */
export function AppsPage() {
  const t = useTranslations('scope')
  const tList = useTranslations('choosing')
  const scope = useScope()
  const { region } = scope.refs
  const query = appsQuery(region ?? disabledRef)
  const list = useQuery({ ...query, enabled: region !== undefined })
  const failure = useReadFailure(query.queryKey, list)
  const { team: teamSegment = '', region: regionSegment = '' } = scope.segments

  const hasNotes = list.data?.some((app) => Boolean(app.note)) === true

  const columns = useMemo(
    () => [
      { id: 'name', heading: t('levels.app'), width: 'minmax(0, 3fr)' },
      { id: 'id', heading: tList('columns.inCluster'), width: 'minmax(0, 2fr)' },
      ...(hasNotes ? [{ id: 'note', heading: tList('columns.note'), width: 'minmax(0, 4fr)' }] : []),
    ],
    [t, tList, hasNotes],
  )

  const items = useMemo(() => {
    const words = { label: tList('app.mesh'), title: tList('app.meshTitle') }
    return list.data?.map((app): ListItem => {
      const choice = appChoice(app, (id) => t('app.number', { id }))
      return {
        ...choice,
        href: choicePath({ team: teamSegment, region: regionSegment }, 'app', String(app.ID)),
        marks: marksOf(app, words),
        cells: [
          <CellText key="id" look="code">
            {choice.detail}
          </CellText>,
          app.note && <CellText key="note">{app.note}</CellText>,
        ],
      }
    })
  }, [list.data, teamSegment, regionSegment, t, tList])

  return (
    <ChoosePage level="app" scope={scope} list={list} failure={failure} columns={columns} items={items} />
  )
}

function marksOf(app: App, mesh: Pick<ListMark, 'label' | 'title'>): ListMark[] {
  const marks: ListMark[] = []
  if (app.governance_mode === 'BUILD_IN_SERVICE_MESH') marks.push({ id: 'mesh', tone: 'notable', ...mesh })
  // Rainbond's own type needs no mark; another one is shown by Rainbond's name for it.
  if (app.app_type && app.app_type !== 'rainbond')
    marks.push({ id: 'type', label: app.app_type, tone: 'plain' })
  return marks
}
