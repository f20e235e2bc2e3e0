import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import type { Port } from '../../../api/contract/port'
import { keys } from '../../../api/keys'
import { componentRows } from './component-rows'
import { createRowStore } from './row-store'
import { aPort, aTarget } from '../../change/testing/fake-effects'
import { consoleEffects } from '../../change/engine/console/console-effects'
import { createEngine } from '../../change/engine/engine'

afterEach(() => vi.unstubAllGlobals())

const rule = (component: string) => ({
  ...{ service_id: component, container_port: 80, domain_name: `${component}.acme.test`, type: 0 },
  ...{ is_outer_service: true },
})

/** A page that shows so many components of one app, each with three ports and a gateway rule. */
function aPageOf(count: number) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  const targets = Array.from({ length: count }, (_, at) => aTarget(`s${at}`))
  const domains = { http: targets.map(({ ref }) => rule(ref.component)), tcp: [] }
  const ports = [80, 81, 82].map((port) => aPort(port))
  for (const { ref } of targets) client.setQueryData(keys.ports(ref), structuredClone(ports))
  const [changed] = targets
  if (!changed) throw new Error('No component')
  client.setQueryData(keys.domains(changed.ref), structuredClone(domains))
  stubConsole(ports, domains)

  const engine = createEngine(consoleEffects(client))
  const counts = { ownRowsRead: 0, otherRowsRead: 0, ownCalls: 0, otherCalls: 0, activities: 0, entries: 0 }
  const counted = {
    ...engine,
    activity: (...port: Parameters<typeof engine.activity>) => {
      counts.activities += 1
      return engine.activity(...port)
    },
  }
  for (const target of targets) {
    const isOwn = target === changed
    const source = componentRows(client, counted, target)
    const store = createRowStore({
      ...source,
      read(last) {
        counts[isOwn ? 'ownRowsRead' : 'otherRowsRead'] += 1
        return source.read(last)
      },
    })
    store.subscribe(() => (counts[isOwn ? 'ownCalls' : 'otherCalls'] += 1))
  }

  const cache = client.getQueryCache()
  const get = cache.get.bind(cache)
  vi.spyOn(cache, 'get').mockImplementation((hash) => {
    counts.entries += 1
    return get(hash)
  })
  vi.spyOn(cache, 'getAll').mockImplementation(() => {
    counts.entries += count
    return []
  })
  for (const key of Object.keys(counts)) Object.assign(counts, { [key]: 0 })
  return { engine, target: changed, counts }
}

/** A console that opens port 80 when it is asked to. */
function stubConsole(ports: readonly Port[], domains: object) {
  let now = ports
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (path.endsWith('/domains')) return Promise.resolve(Response.json(domains))
    if (init.method !== 'PUT') return Promise.resolve(Response.json(now))
    now = ports.map((port) => (port.container_port === 80 ? { ...port, is_inner_service: true } : port))
    return Promise.resolve(Response.json(now[0]))
  })
}

async function countsOfSwitch(components: number) {
  const { engine, target, counts } = aPageOf(components)
  const [outcome] = await engine.change([target], { ports: new Map([[80, { inner: true }]]) })
  expect(outcome).toMatchObject({ kind: 'done' })
  return counts
}

it('a switch costs the same with one and with a thousand components, and nothing in the others', async () => {
  const alone = await countsOfSwitch(1)
  const among = await countsOfSwitch(1000)
  expect(among).toEqual(alone)
  expect(among).toMatchObject({ otherRowsRead: 0, otherCalls: 0 })
  expect(alone.ownRowsRead).toBeGreaterThan(0)
})
