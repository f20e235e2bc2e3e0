import { Breadcrumbs } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { appsQuery } from '../../api/resources/apps'
import { componentsQuery } from '../../api/resources/components'
import { regionsQuery } from '../../api/resources/regions'
import { teamsQuery } from '../../api/resources/teams'
import { lazyPart } from '../../components/lazy-part'
import { SideLinks } from './SideLinks'
import { ScopePicker } from './ScopePicker'
import { appChoice, regionChoice, componentChoice, teamChoice } from './choosing/choices'
import { type Level, levels } from './link/paths'
import classes from './scope.module.css'
import { useKeepScope } from './use-keep-scope'
import { disabledRef, type Scope, useScope } from './use-scope'

// Only phones need it.
const ScopeSheetButton = lazyPart(() =>
  import('./ScopeSheetButton').then((module) => module.ScopeSheetButton),
)

/** Four crumbs need as much. */
const narrow = '(max-width: 48em)'

/** Shows a picker for each level, in the bar at the top; on a phone, in a sheet that a button opens. */
export function ScopeBar() {
  const t = useTranslations('scope')
  const scope = useScope()
  useKeepScope(scope)
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false })

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

  const lists = {
    team: { choices: teamChoices, list: teams },
    region: { choices: regionChoices, list: regions },
    app: { choices: appChoices, list: apps },
    component: { choices: componentChoices, list: components },
  }
  const picker = (look: 'crumb' | 'field', level: Level) => (
    <ScopePicker key={level} look={look} level={level} scope={scope} {...lists[level]} />
  )

  const { team: teamSegment, region: regionSegment } = scope.segments
  const sideLinks = (place: 'bar' | 'sheet') =>
    region &&
    teamSegment !== undefined &&
    regionSegment !== undefined && (
      <SideLinks
        key="side-links"
        place={place}
        segments={{ team: teamSegment, region: regionSegment }}
        page={scope.page}
      />
    )

  return (
    <nav className={classes['bar']} aria-label={t('bar')}>
      {isNarrow ? (
        <ScopeSheetButton scope={scope}>
          {levels.map((level) => picker('field', level))}
          {sideLinks('sheet')}
        </ScopeSheetButton>
      ) : (
        <Breadcrumbs
          separator="/"
          separatorMargin={2}
          classNames={{ root: classes['crumbs'] ?? '', breadcrumb: classes['crumb'] ?? '' }}
        >
          {levels.map((level) => (
            <div key={level} data-to-come={isNameToCome(scope, level) || undefined}>
              {picker('crumb', level)}
            </div>
          ))}
        </Breadcrumbs>
      )}
      {!isNarrow && sideLinks('bar')}
    </nav>
  )
}

function isNameToCome({ status, segments, found }: Scope, level: Level): boolean {
  return status === 'loading' && segments[level] !== undefined && found[level] === undefined
}
