import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '../../../../api/errors/errors'
import { appsQuery } from '../../../../api/resources/apps'
import { componentsQuery } from '../../../../api/resources/components'
import { domainsQuery } from '../../../../api/resources/domains'
import { portsQuery } from '../../../../api/resources/ports'
import { regionsQuery } from '../../../../api/resources/regions'
import type { DesiredState } from '../../../../domain/model/desired-state'
import { createParallelLimit } from '../../../../lib/parallel-limit'
import { visibleText } from '../../../../lib/text/clean-text'
import { sideBySide } from '../../engine/effects'
import type { Target } from '../../engine/target'
import type { LinkedPart, LinkedPlan } from '../link/plan-link'

/** What a link asks for, as far as it was found. */
export interface LinkedTargets {
  readonly desired: ReadonlyMap<Target, DesiredState>
  /** The names of components that are no more, or that the person may not see. */
  readonly missing: readonly string[]
}

/** Looks up the components of a link. Throws `ApiError` where nobody can tell whether they are there. */
export async function linkedTargets(client: QueryClient, plan: LinkedPlan): Promise<LinkedTargets> {
  const limited = createParallelLimit(sideBySide)
  const ref = { team: plan.team, region: plan.region }
  const regions = await orNone(client.query(regionsQuery(ref)))
  const region = regions.find(({ region_name: name }) => name === plan.region)
  const apps = region ? await orNone(client.query(appsQuery(ref))) : []
  const components = new Map(
    await Promise.all(
      [...new Set(plan.parts.map(({ app }) => app))]
        .filter((id) => apps.some(({ ID }) => ID === id))
        .map((app) =>
          limited(async () => [app, await orNone(client.query(componentsQuery({ ...ref, app })))] as const),
        ),
    ),
  )

  const found = plan.parts.map((part) => ({ part, target: targetOf(part) }))
  const desired = new Map(
    found.flatMap(({ part, target }) => (target ? [[target, part.desired] as const] : [])),
  )
  await Promise.all([...desired.keys()].map((target) => limited(() => refresh(client, target))))
  return { desired, missing: found.flatMap(({ part, target }) => (target ? [] : [nameOf(part)])) }

  function targetOf({ app: id, component: serviceId }: LinkedPart): Target | null {
    const app = apps.find(({ ID }) => ID === id)
    const component = components.get(id)?.find(({ service_id }) => service_id === serviceId)
    return region && app && component
      ? { ref: { ...ref, app: id, component: serviceId }, region, app, component }
      : null
  }
}

const absent: readonly ApiError['kind'][] = ['not-found', 'forbidden']

/** A list that the person may not see has nothing for them. */
async function orNone<T>(list: Promise<T[]>): Promise<T[]> {
  try {
    return await list
  } catch (error) {
    if (error instanceof ApiError && absent.includes(error.kind)) return []
    throw error
  }
}

/** Reads again what the page has read some time ago. What was never read, the engine reads. */
async function refresh(client: QueryClient, { ref }: Target): Promise<void> {
  if (!client.getQueryData(portsQuery(ref).queryKey)) return
  // Where that fails, the engine reads before it sends anything.
  await Promise.allSettled([client.query(portsQuery(ref)), client.query(domainsQuery(ref))])
}

function nameOf({ names }: LinkedPart): string {
  return visibleText(names.join(' / '))
}
