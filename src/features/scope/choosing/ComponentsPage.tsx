import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useReadFailure } from '../../../api/errors/use-read-failure'
import { componentsQuery } from '../../../api/resources/components'
import type { ListItem } from '../../../components/list/ListRow'
import { useComponentWords } from '../../../i18n/use-component-words'
import { choicePath } from '../link/link'
import { disabledRef, useScope } from '../use-scope'
import { ChoosePage } from './ChoosePage'
import { componentChoice } from './choices'
import { componentMarks } from './component-marks'

export function ComponentsPage() {
  const t = useTranslations('scope.component')
  const { status, source } = useComponentWords()
  const scope = useScope()
  const { app } = scope.refs
  const query = componentsQuery(app ?? disabledRef)
  const list = useQuery({ ...query, enabled: app !== undefined })
  const failure = useReadFailure(query.queryKey, list)
  const { team: teamSegment = '', region: regionSegment = '', app: appSegment = '' } = scope.segments

  const items = useMemo(() => {
    const above = { team: teamSegment, region: regionSegment, app: appSegment }
    const words = {
      status,
      source,
      thirdParty: { label: t('thirdParty'), title: t('thirdPartyTitle') },
      unfinished: { label: t('unfinished'), title: t('unfinishedTitle') },
      statusUnknown: t('statusUnknown'),
    }
    return list.data?.map((component): ListItem => ({
      ...componentChoice(component),
      href: choicePath(above, 'component', component.service_alias),
      marks: componentMarks(component, words),
    }))
  }, [list.data, teamSegment, regionSegment, appSegment, t, status, source])

  return <ChoosePage level="component" scope={scope} list={list} failure={failure} items={items} />
}
