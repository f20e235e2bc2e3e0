import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import type { App } from '../../../api/contract/app'
import type { Component } from '../../../api/contract/component'
import type { Port } from '../../../api/contract/port'
import { keys } from '../../../api/keys'
import { createQueryClient } from '../../../api/query-client'
import { Surroundings } from '../../../components/testing/Surroundings'
import { consoleEffects } from '../../change/engine/console/console-effects'
import { createEngine } from '../../change/engine/engine'
import type { Target } from '../../change/engine/target'
import { engines } from '../../change/engines'
import { createNotices } from '../../change/notices/notices'
import { createHostedReview } from '../../change/review/hosted-review'
import { aPort, aTarget } from '../../change/testing/fake-effects'

/** The components of a cluster in the app `shop`, each with its ports; what is changed in it is there when it is read next. */
export type World = Map<string, Port[]>

export const aWorld = (): World =>
  new Map([
    ['web', [aPort(80, { is_inner_service: true }), aPort(81), aPort(82)]],
    ['api', [aPort(80, { k8s_service_name: 'api', port_alias: 'API' })]],
  ])

export function targetOf(component: string): Target {
  const target = aTarget(component)
  return { ...target, component: { ...target.component, service_cname: component } }
}

const { ref, region, app } = aTarget()

/** A page before the gateway of a cluster, which answers what is read, and refuses what a test wants refused. */
export function aCluster(world: World = aWorld()) {
  const asked: string[] = []
  const refused = new Set<string>()
  const components: Component[] = [...world.keys()].map((name) => targetOf(name).component)
  const apps: App[] = [app]
  vi.stubGlobal('fetch', async (url: string) => {
    const path = url.replace(/^.*\/regions\/r1\//, '').replace(/\?.*$/, '')
    asked.push(path)
    await Promise.resolve()
    if (refused.has(path))
      return Response.json({ error: { kind: 'not-found', requestId: 'r1' } }, { status: 404 })
    const [, component] = /services\/([^/]+)\/ports$/.exec(path) ?? []
    if (component !== undefined) return Response.json(world.get(component) ?? [])
    if (path === 'apps') return Response.json(apps)
    if (path === 'apps/1/services') return Response.json(components)
    throw new Error(`The test answers nothing about ${path}`)
  })
  const client = createQueryClient()
  client.setQueryData(keys.domains(ref), { http: [], tcp: [] })
  const engine = createEngine(consoleEffects(client))
  engines.set(client, { engine, notices: createNotices(engine), hostedReview: createHostedReview() })
  return {
    ...{ client, engine, world, refused },
    place: { team: ref.team, region, app: null },
    /** The components whose ports were asked for. */
    portsAsked: () => asked.flatMap((path) => /services\/([^/]+)\/ports$/.exec(path)?.[1] ?? []),
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>
        <Surroundings>{children}</Surroundings>
      </QueryClientProvider>
    ),
  }
}
