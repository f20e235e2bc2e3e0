import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useReadFailure } from '../../../api/errors/use-read-failure'
import { servicesQuery } from '../../../api/resources/components'
import type { ListItem } from '../../../components/list/ListRow'
import { useServiceWords } from '../../../i18n/use-service-words'
import { choicePath } from '../link/link'
import { nowhere, useScope } from '../use-scope'
import { ChoosePage } from './ChoosePage'
import { serviceChoice } from './choices'
import { serviceMarks } from './component-marks'

/** `/teams/:team/regions/:region/apps/:app/services`: where a component is chosen. */
export function ServicesPage() {
  const t = useTranslations('scope.service')
  const { status, source } = useServiceWords()
  const scope = useScope()
  const { app } = scope.refs
  const query = servicesQuery(app ?? nowhere)
  const list = useQuery({ ...query, enabled: app !== undefined })
  const failure = useReadFailure(query.queryKey, list)
  const { team: teamWord = '', region: regionWord = '', app: appWord = '' } = scope.words

  const items = useMemo(() => {
    const above = { team: teamWord, region: regionWord, app: appWord }
    const words = {
      status,
      source,
      thirdParty: { label: t('thirdParty'), title: t('thirdPartyTitle') },
      unfinished: { label: t('unfinished'), title: t('unfinishedTitle') },
      statusUnknown: t('statusUnknown'),
    }
    return list.data?.map((service): ListItem => ({
      ...serviceChoice(service),
      href: choicePath(above, 'service', service.service_alias),
      marks: serviceMarks(service, words),
    }))
  }, [list.data, teamWord, regionWord, appWord, t, status, source])

  return <ChoosePage level="service" scope={scope} list={list} failure={failure} items={items} />
}
