import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useReadFailure } from '../../../api/errors/use-read-failure'
import { componentsQuery } from '../../../api/resources/components'
import type { ListColumn } from '../../../components/list/list-item'
import { useComponentWords } from '../../../i18n/use-component-words'
import { disabledRef, useScope } from '../use-scope'
import { ChoosePage } from './ChoosePage'
import { componentItem } from './component-item'
import { useKnownExposures } from './known-exposure'

/** Lists the components of an app, with what earlier pages have read about their ports. */
export function ComponentsPage() {
  const t = useTranslations('scope')
  const tList = useTranslations('choosing')
  const { status, source } = useComponentWords()
  const scope = useScope()
  const { app } = scope.refs
  const query = componentsQuery(app ?? disabledRef)
  const list = useQuery({ ...query, enabled: app !== undefined })
  const failure = useReadFailure(query.queryKey, list)
  const known = useKnownExposures(app ?? disabledRef, scope.found.region, list.data)
  const isKnown = known.size > 0
  const { team: teamSegment = '', region: regionSegment = '', app: appSegment = '' } = scope.segments

  const columns = useMemo((): ListColumn[] => {
    // They make room for what is known.
    const from: ListColumn['from'] = isKnown ? 'wide' : 'medium'
    return [
      { id: 'name', heading: t('levels.component'), width: 'minmax(0, 3fr)' },
      { id: 'status', heading: tList('columns.status'), width: '6.5rem' },
      { id: 'id', heading: tList('columns.id'), width: '5.5rem', from },
      { id: 'source', heading: tList('columns.source'), width: 'minmax(0, 2fr)', from },
      ...(isKnown
        ? ([
            { id: 'ports', heading: tList('columns.ports'), width: '13rem' },
            { id: 'address', heading: tList('columns.address'), width: 'minmax(0, 3fr)', from: 'medium' },
          ] as const)
        : []),
    ]
  }, [t, tList, isKnown])

  const items = useMemo(() => {
    const above = { team: teamSegment, region: regionSegment, app: appSegment }
    const words = {
      status,
      source,
      thirdParty: { label: tList('component.thirdParty'), title: tList('component.thirdPartyTitle') },
      unfinished: { label: tList('component.unfinished'), title: tList('component.unfinishedTitle') },
      statusUnknown: tList('component.statusUnknown'),
      ports: (ports: number) => tList('component.ports', { ports }),
      open: (open: number) => tList('component.open', { open }),
    }
    return list.data?.map((component) =>
      componentItem(component, known.get(component.service_id), above, words),
    )
  }, [list.data, known, teamSegment, regionSegment, appSegment, tList, status, source])

  return (
    <ChoosePage
      level="component"
      scope={scope}
      list={list}
      failure={failure}
      columns={columns}
      items={items}
    />
  )
}
