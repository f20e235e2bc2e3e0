import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { App } from '../../../api/contract/app'
import { useReadFailure } from '../../../api/errors/use-read-failure'
import { appsQuery } from '../../../api/resources/apps'
import type { ListItem, ListMark } from '../../../components/list/ListRow'
import { choicePath } from '../link/link'
import { disabledRef, useScope } from '../use-scope'
import { ChoosePage } from './ChoosePage'
import { appChoice } from './choices'

export function AppsPage() {
  const t = useTranslations('scope.app')
  const scope = useScope()
  const { region } = scope.refs
  const query = appsQuery(region ?? disabledRef)
  const list = useQuery({ ...query, enabled: region !== undefined })
  const failure = useReadFailure(query.queryKey, list)
  const { team: teamSegment = '', region: regionSegment = '' } = scope.segments

  const items = useMemo(() => {
    const marksOf = (app: App): ListMark[] => {
      const marks: ListMark[] = []
      if (app.governance_mode === 'BUILD_IN_SERVICE_MESH')
        marks.push({ id: 'mesh', label: t('mesh'), title: t('meshTitle'), tone: 'notable' })
      // Rainbond's own type needs no mark; another one is shown by Rainbond's name for it.
      if (app.app_type && app.app_type !== 'rainbond')
        marks.push({ id: 'type', label: app.app_type, tone: 'plain' })
      return marks
    }
    return list.data?.map((app): ListItem => ({
      ...appChoice(app, (id) => t('number', { id })),
      href: choicePath({ team: teamSegment, region: regionSegment }, 'app', String(app.ID)),
      marks: marksOf(app),
      ...(app.note && { note: app.note }),
    }))
  }, [list.data, teamSegment, regionSegment, t])

  return <ChoosePage level="app" scope={scope} list={list} failure={failure} items={items} />
}
