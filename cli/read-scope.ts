import type { QueryClient } from '@tanstack/react-query'
import { appsQuery } from '../src/api/resources/apps'
import { componentsQuery } from '../src/api/resources/components'
import { domainsQuery } from '../src/api/resources/domains'
import { portsQuery } from '../src/api/resources/ports'
import { regionsQuery } from '../src/api/resources/regions'
import { teamsQuery } from '../src/api/resources/teams'
import { appName, componentName } from '../src/api/names'
import type { PresentComponent } from '../src/domain/sheet/sheet'
import type { Target } from '../src/features/change/engine/target'
import { createParallelLimit } from '../src/lib/parallel-limit'
import { misconfigured } from './failure'
import type { Scope } from './options'

const sideBySide = 4

export interface ReadComponent extends PresentComponent {
  readonly target: Target
  readonly ports: NonNullable<PresentComponent['ports']>
}

/** Reads all components of a scope with their ports, and their gateway rules into the cache. Throws `ApiError` or `Failure`. */
export async function readScope(client: QueryClient, scope: Scope): Promise<ReadComponent[]> {
  const limited = createParallelLimit(sideBySide)
  const team = one(
    (await client.query(teamsQuery())).filter((each) =>
      [each.tenant_id, each.tenant_name, each.tenant_alias].includes(scope.team),
    ),
    `team "${scope.team}"`,
  )
  const ref = { team: team.tenant_id, region: scope.region }
  const region = one(
    (await client.query(regionsQuery(ref))).filter((each) => each.region_name === scope.region),
    `cluster "${scope.region}" of the team`,
  )
  const apps = (await client.query(appsQuery(ref))).filter(
    (app) => scope.app === undefined || [String(app.ID), appName(app)].includes(scope.app),
  )
  if (scope.app !== undefined) one(apps, `app "${scope.app}"`)
  const targets = await Promise.all(
    apps.map(async (app): Promise<Target[]> => {
      const place = { ...ref, app: app.ID }
      const components = await limited(() => client.query(componentsQuery(place)))
      return components.map((component) => ({
        ref: { ...place, component: component.service_id },
        ...{ region, app, component },
      }))
    }),
  )
  const chosen = targets
    .flat()
    .filter(
      ({ component }) =>
        scope.component === undefined ||
        [component.service_id, component.service_alias, componentName(component)].includes(scope.component),
    )
  if (scope.component !== undefined) one(chosen, `component "${scope.component}"`)
  return Promise.all(
    chosen.map(async (target) => ({
      app: appName(target.app),
      component: componentName(target.component),
      componentId: target.component.service_id,
      target,
      ports: await limited(async () => {
        // Without its rules, a plan says that the addresses are not known.
        await client.query(domainsQuery(target.ref)).catch(() => undefined)
        return client.query(portsQuery(target.ref))
      }),
    })),
  )
}

function one<T>(found: readonly T[], what: string): T {
  const [first] = found
  if (first === undefined) throw misconfigured(`There is no ${what}, or the token may not see it.`)
  if (found.length > 1) throw misconfigured(`There are several of the name: ${what}. Name it by its id.`)
  return first
}
