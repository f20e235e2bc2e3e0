import type { QueryClient } from '@tanstack/react-query'
import { appsQuery } from '../../src/api/resources/apps'
import { componentsQuery } from '../../src/api/resources/components'
import { domainsQuery } from '../../src/api/resources/domains'
import { portsQuery } from '../../src/api/resources/ports'
import { regionsQuery } from '../../src/api/resources/regions'
import { teamsQuery } from '../../src/api/resources/teams'
import { appName, componentName } from '../../src/api/names'
import type { PresentComponent } from '../../src/domain/sheet/sheet'
import type { Target } from '../../src/features/change/engine/target'
import { createParallelLimit } from '../../src/lib/parallel-limit'
import type { Context } from '../context'
import { misconfigured } from '../failure'
import { namedComponent } from '../../src/features/change/words/named-component'
import type { Scope } from '../options'
import type { Speech } from '../words/speech'

const sideBySide = 4

export interface ReadComponent extends PresentComponent {
  readonly target: Target
  readonly ports: NonNullable<PresentComponent['ports']>
}

export interface ReadScope {
  readonly teamId: string
  readonly components: readonly ReadComponent[]
}

/**
 * Reads the components of a scope with their ports, and their gateway rules into the cache. Throws `ApiError` or `Failure`.
 * @param only the ids of those to read; all where it is left out
 */
export async function readScope(
  { client, progress, speech: { say } }: Context,
  scope: Scope,
  only?: ReadonlySet<string>,
): Promise<ReadScope> {
  const limited = createParallelLimit(sideBySide)
  const { targets, teamId } = await findTargets(client, scope, limited)
  const chosen = targets.filter(({ component }) => only?.has(component.service_id) ?? true)
  let done = 0
  const components = await Promise.all(
    chosen.map(async (target) => {
      const ports = await limited(async () => {
        // Without its rules, a plan says that the addresses are not known.
        await client.query(domainsQuery(target.ref)).catch(() => undefined)
        return client.query(portsQuery(target.ref))
      })
      done += 1
      progress.show(say('reading', { at: String(done), of: String(chosen.length) }))
      return { ...namedComponent(target), target, ports }
    }),
  )
  progress.clear()
  return { teamId, components }
}

async function findTargets(
  client: QueryClient,
  scope: Scope,
  limited: ReturnType<typeof createParallelLimit>,
) {
  const team = one(
    (await client.query(teamsQuery())).filter((each) =>
      [each.tenant_id, each.tenant_name, each.tenant_alias].includes(scope.team),
    ),
    ({ say }) => say('scope.team', { name: scope.team }),
  )
  const place = { team: team.tenant_id, region: scope.region }
  const region = one(
    (await client.query(regionsQuery(place))).filter((each) => each.region_name === scope.region),
    ({ say }) => say('scope.region', { name: scope.region }),
  )
  const { app: appWanted, component: componentWanted } = scope
  const apps = (await client.query(appsQuery(place))).filter(
    (app) => appWanted === undefined || [String(app.ID), appName(app)].includes(appWanted),
  )
  if (appWanted !== undefined) one(apps, ({ say }) => say('scope.app', { name: appWanted }))
  const found = await Promise.all(
    apps.map(async (app): Promise<Target[]> => {
      const ref = { ...place, app: app.ID }
      const components = await limited(() => client.query(componentsQuery(ref)))
      return components.map((component) => ({
        ref: { ...ref, component: component.service_id },
        ...{ region, app, component },
      }))
    }),
  )
  const targets = found
    .flat()
    .filter(
      ({ component }) =>
        componentWanted === undefined ||
        [component.service_id, component.service_alias, componentName(component)].includes(componentWanted),
    )
  if (componentWanted !== undefined)
    one(targets, ({ say }) => say('scope.component', { name: componentWanted }))
  return { targets, teamId: team.tenant_id }
}

function one<T>(found: readonly T[], what: (speech: Speech) => string): T {
  const [first] = found
  if (first === undefined) throw misconfigured((speech) => speech.say('scope.none', { what: what(speech) }))
  if (found.length > 1) throw misconfigured((speech) => speech.say('scope.several', { what: what(speech) }))
  return first
}
