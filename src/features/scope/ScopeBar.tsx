import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { appsQuery } from '../../api/resources/apps'
import { componentsQuery } from '../../api/resources/components'
import { regionsQuery } from '../../api/resources/regions'
import { teamsQuery } from '../../api/resources/teams'
import { ScopePicker } from './ScopePicker'
import { appChoice, regionChoice, componentChoice, teamChoice } from './choosing/choices'
import classes from './scope.module.css'
import { useKeepScope } from './use-keep-scope'
import { disabledRef, useScope } from './use-scope'

/** Shows a picker for each level, above every page. */
export function ScopeBar() {
  const t = useTranslations('scope')
  const scope = useScope()
  useKeepScope(scope)

  const { team, region, app } = scope.refs
  const teams = useQuery(teamsQuery())
  const regions = useQuery({ ...regionsQuery(team ?? disabledRef), enabled: team !== undefined })
  const apps = useQuery({ ...appsQuery(region ?? disabledRef), enabled: region !== undefined })
  const components = useQuery({ ...componentsQuery(app ?? disabledRef), enabled: app !== undefined })

  const teamChoices = useMemo(
    () => teams.data?.map((each) => ({ ...teamChoice(each), segment: each.tenant_name })),
    [teams.data],
  )
  const regionChoices = useMemo(
    () =>
      regions.data?.map((each) => ({
        ...regionChoice(each, t('region.blocked')),
        segment: each.region_name,
      })),
    [regions.data, t],
  )
  const appChoices = useMemo(
    () =>
      apps.data?.map((each) => ({
        ...appChoice(each, (id) => t('app.number', { id })),
        segment: String(each.ID),
      })),
    [apps.data, t],
  )
  const componentChoices = useMemo(
    () => components.data?.map((each) => ({ ...componentChoice(each), segment: each.service_alias })),
    [components.data],
  )

  return (
    <nav className={classes['bar']} aria-label={t('bar')}>
      <ScopePicker level="team" scope={scope} choices={teamChoices} list={teams} />
      <ScopePicker level="region" scope={scope} choices={regionChoices} list={regions} />
      <ScopePicker level="app" scope={scope} choices={appChoices} list={apps} />
      <ScopePicker level="component" scope={scope} choices={componentChoices} list={components} />
    </nav>
  )
}
