import { QueryClient } from '@tanstack/react-query'
import { scaleSeed } from '../../emulator/seeds/scale'
import { keys } from '../../src/api/keys'
import { portsQuery } from '../../src/api/resources/ports'
import { grouped } from '../../src/domain/collections/grouped'
import type { Port } from '../../src/domain/model/port'
import { consoleEffects } from '../../src/features/change/engine/console/console-effects'
import { createEngine } from '../../src/features/change/engine/engine'
import type { Target } from '../../src/features/change/engine/target'
import type { ReviewCost } from './review-cost'

function aCluster(components: number) {
  const seed = scaleSeed({ components, portsPerComponent: 20 })
  const client = new QueryClient()
  const portsOf = grouped(seed.ports, (port) => port.service_id)
  const targets = seed.services.map((service): Target => {
    const app = { ID: service.app_id ?? 0, group_name: 'shop' }
    const region = { region_name: service.service_region, region_alias: 'R', status: '1' }
    const ref = {
      team: service.tenant_id,
      region: region.region_name,
      app: app.ID,
      component: service.service_id,
    }
    const ports: Port[] = [...(portsOf.get(service.service_id) ?? [])]
    client.setQueryData(portsQuery(ref).queryKey, ports)
    client.setQueryData(keys.domains(ref), { http: [], tcp: [] })
    return { ref, region, app, component: service }
  })
  return { client, targets, engine: createEngine(consoleEffects(client)) }
}

async function measure({ client, targets, engine }: ReturnType<typeof aCluster>): Promise<ReviewCost> {
  const start = performance.now()
  const gaps = { last: start, longest: 0 }
  const look = () => {
    const now = performance.now()
    gaps.longest = Math.max(gaps.longest, now - gaps.last)
    gaps.last = now
  }
  const timer = setInterval(look)
  const shown = new Promise<void>((resolve) => {
    const leave = engine.reviews.subscribe(() => {
      leave()
      resolve()
    })
  })
  const openInner = ({ ref }: Target) => {
    const ports = client.getQueryData(portsQuery(ref).queryKey) ?? []
    return { ports: new Map(ports.map((port) => [port.container_port, { inner: true }])) }
  }
  const changed = engine.change(targets, openInner, { alwaysAsks: true })
  await shown
  const untilReview = performance.now() - start
  look()
  clearInterval(timer)
  engine.reviews.answer('cancel')
  await changed
  return { untilReview, longestTask: gaps.longest }
}

/** Measures one change of all ports of so many components, 20 of each, without a page: the planning alone. */
export async function measureInMemory(components: number, rounds: number): Promise<ReviewCost[]> {
  const cluster = aCluster(components)
  const costs: ReviewCost[] = []
  for (let round = 0; round < rounds; round += 1) costs.push(await measure(cluster))
  cluster.client.clear()
  return costs
}
