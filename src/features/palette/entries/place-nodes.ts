import type { App } from '../../../api/contract/app'
import type { Component } from '../../../api/contract/component'
import type { Region } from '../../../api/contract/region'
import type { Team } from '../../../api/contract/team'
import type { AppRef, RegionRef, TeamRef } from '../../../api/paths'
import type { Choice } from '../../../components/choice'
import { visibleText } from '../../../lib/text/clean-text'
import { appChoice, componentChoice, regionChoice, teamChoice } from '../../scope/choosing/choices'
import { linkPath } from '../../scope/link/link'
import { type FoundScope, scopeSegments } from '../../scope/link/scope'
import type { ComponentEntry, PlaceEntry, PlaceGroup } from './entry'

/** What the choices of the scope say in the language of the screen. */
export interface PlaceWords {
  /** Why a cluster in maintenance can't be chosen. */
  blocked: string
  /** Names an app by its number. */
  numbered: (id: string) => string
}

/** A place, with what is needed to go one level further. */
interface PlaceNode {
  entry: PlaceEntry
  scope: FoundScope
  /** The names down to this place: as they are shown, and as they are searched. */
  shown: string
  searched: string
}

interface TeamNode extends PlaceNode {
  team: Team
  ref: TeamRef
}

interface RegionNode extends PlaceNode {
  region: Region
  ref: RegionRef
}

interface AppNode extends PlaceNode {
  ref: AppRef
}

interface ComponentNode extends PlaceNode {
  entry: ComponentEntry
}

export function teamNode(team: Team): TeamNode {
  const node = nodeOf('team', teamChoice(team), { team }, null)
  return { ...node, team, ref: { team: team.tenant_id } }
}

export const regionNode =
  ({ blocked }: PlaceWords) =>
  (region: Region, above: TeamNode): RegionNode => {
    const node = nodeOf('region', regionChoice(region, blocked), { ...above.scope, region }, above)
    return { ...node, region, ref: { ...above.ref, region: region.region_name } }
  }

export const appNode =
  ({ numbered }: PlaceWords) =>
  (app: App, above: RegionNode): AppNode => {
    const node = nodeOf('app', appChoice(app, numbered), { ...above.scope, app }, above)
    return { ...node, ref: { ...above.ref, app: app.ID } }
  }

export function componentNode(component: Component, above: AppNode): ComponentNode {
  const node = nodeOf('component', componentChoice(component), { ...above.scope, component }, above)
  const ref = { ...above.ref, component: component.service_id }
  return { ...node, entry: { ...node.entry, group: 'component', ref } }
}

function nodeOf(group: PlaceGroup, choice: Choice, scope: FoundScope, above: PlaceNode | null): PlaceNode {
  const path = linkPath(scopeSegments(scope))
  const { name, detail, blocked = null, search } = choice
  const entry = {
    id: path,
    group,
    name,
    place: above?.shown ?? '',
    note: visibleText(detail),
    blocked,
    search: { ...search, more: `${search.more} ${above?.searched ?? ''}` },
    does: { path },
  }
  return {
    entry,
    scope,
    shown: above ? `${above.shown} › ${name}` : name,
    searched: above ? `${above.searched} ${search.name}` : search.name,
  }
}
