import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { App } from '../../api/contract/app'
import type { Component } from '../../api/contract/component'
import type { Region } from '../../api/contract/region'
import type { Team } from '../../api/contract/team'
import { appName, componentName, regionName, teamName } from '../../api/names'
import { appsQuery } from '../../api/resources/apps'
import { componentsQuery } from '../../api/resources/components'
import { regionsQuery } from '../../api/resources/regions'
import { teamsQuery } from '../../api/resources/teams'
import { type Choice, makeChoice } from '../../components/choice'
import { appChoice, componentChoice, regionChoice, teamChoice } from '../scope/choosing/choices'
import { isInMaintenance } from '../scope/link/scope'
import type { Level } from '../scope/link/paths'
import { disabledRef } from '../scope/use-scope'
import { type Destination, offerOf, type Origin } from './destination'

/** What one field offers, and what is chosen in it. */
export interface LevelField {
  readonly level: Level
  readonly choices: readonly Choice[] | undefined
  readonly list: Pick<UseQueryResult, 'isError' | 'refetch'>
  readonly chosen: Choice | undefined
  /** Why nothing can be chosen yet. */
  readonly unavailable: string | undefined
  readonly choose: (id: string) => void
}

interface DestinationChoice {
  readonly fields: readonly LevelField[]
  /** Whether the chosen team is that of the origin. */
  readonly isSameTeam: boolean
  /** Null until enough is chosen. */
  readonly destination: Destination | null
}

/** The id of the choice of all apps or all components. */
const all = 'all'

/** What a person has chosen so far; the rest follows from it. */
type Chosen = Partial<Record<Level, string>>

/** Returns the fields by which a destination is chosen, at first in the cluster that the settings come from. */
export function useDestination(origin: Origin): DestinationChoice {
  const t = useTranslations('copying')
  const tScope = useTranslations('scope')
  const tPorts = useTranslations('ports')
  const [chosen, setChosen] = useState<Chosen>({})

  const teams = useQuery(teamsQuery())
  const team = chosenTeam(teams.data, chosen, origin)
  const teamRef = { team: team?.tenant_id ?? '' }
  const regions = useQuery({ ...regionsQuery(teamRef), enabled: team !== undefined })
  const region = chosenRegion(regions.data, chosen, teamRef.team === origin.team ? origin : null)
  const regionRef = region && { ...teamRef, region: region.region_name }
  const apps = useQuery({ ...appsQuery(regionRef ?? disabledRef), enabled: region !== undefined })
  const offer = regionRef && offerOf(origin, regionRef)
  const appId = chosen.app ?? (offer?.allApps ? all : undefined)
  const app = apps.data?.find(({ ID }) => String(ID) === appId)
  const appRef = regionRef && app && { ...regionRef, app: app.ID }
  const components = useQuery({ ...componentsQuery(appRef ?? disabledRef), enabled: appRef !== undefined })
  const offersAll = app !== undefined && offer?.allComponents(app.ID) === true
  const componentId = chosen.component ?? (offersAll ? all : undefined)
  const component = components.data?.find(({ service_id }) => service_id === componentId)

  const appChoices = apps.data && [
    ...(offer?.allApps ? [makeChoice({ id: all, name: t('allApps'), detail: t('allAppsDetail') })] : []),
    ...apps.data
      .filter(({ ID }) => offer?.app(ID))
      .map((each) => appChoice(each, (id) => tScope('app.number', { id }))),
  ]
  const componentChoices = components.data && [
    ...(offersAll
      ? [makeChoice({ id: all, name: t('allComponents'), detail: t('allComponentsDetail') })]
      : []),
    ...components.data.filter(({ service_id }) => offer?.component(service_id)).map(componentChoice),
  ]
  const field = (
    level: Level,
    choices: readonly Choice[] | undefined,
    list: LevelField['list'],
    id: string | undefined,
    unavailable?: string,
  ): LevelField => ({
    ...{ level, choices, list, unavailable },
    chosen: choices?.find((choice) => choice.id === id),
    choose: (next) => setChosen({ ...above(chosen, level), [level]: next }),
  })

  const isAll = appId === all
  const isComplete = isAll || component !== undefined || (app !== undefined && componentId === all)
  return {
    isSameTeam: team?.tenant_id === origin.team,
    fields: [
      field(
        'team',
        teams.data?.map((each) => ({
          ...teamChoice(each),
          ...(each.read_only && { blocked: tPorts('locked') }),
        })),
        teams,
        team?.tenant_id,
      ),
      field(
        'region',
        regions.data?.map((each) => regionChoice(each, tScope('region.blocked'))),
        regions,
        region?.region_name,
        team ? undefined : tScope('picker.unavailable.region'),
      ),
      field('app', appChoices, apps, appId, region ? undefined : tScope('picker.unavailable.app')),
      field(
        'component',
        componentChoices,
        components,
        componentId,
        isAll ? t('allComponents') : app ? undefined : tScope('picker.unavailable.component'),
      ),
    ],
    destination:
      team && region && isComplete
        ? {
            place: { team: team.tenant_id, region, app: app?.ID ?? null },
            component: component?.service_id ?? null,
            name: nameOf(team, region, app, component),
          }
        : null,
  }
}

function chosenTeam(teams: readonly Team[] | undefined, chosen: Chosen, { team }: Origin): Team | undefined {
  return teams?.find(({ tenant_id, read_only }) => tenant_id === (chosen.team ?? team) && !read_only)
}

/** Where there is only one cluster, it is chosen. */
function chosenRegion(
  regions: readonly Region[] | undefined,
  chosen: Chosen,
  origin: Origin | null,
): Region | undefined {
  const usable = regions?.filter((region) => !isInMaintenance(region)) ?? []
  const name = chosen.region ?? origin?.region
  return (
    usable.find(({ region_name }) => region_name === name) ?? (usable.length === 1 ? usable[0] : undefined)
  )
}

/** Keeps of a choice what is above a level. */
function above({ team, region, app }: Chosen, level: Level): Chosen {
  const kept = { team: {}, region: { team }, app: { team, region }, component: { team, region, app } }[level]
  return Object.fromEntries(Object.entries(kept).filter(([, id]) => id !== undefined))
}

function nameOf(team: Team, region: Region, app: App | undefined, component: Component | undefined): string {
  return [
    teamName(team),
    regionName(region),
    ...(app ? [appName(app)] : []),
    ...(component ? [componentName(component)] : []),
  ].join(' / ')
}
