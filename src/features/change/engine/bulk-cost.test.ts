import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import { createEmulator } from '../../../../emulator/create-emulator'
import { scaleSeed, scaleToken } from '../../../../emulator/seeds/scale'
import { domainsQuery } from '../../../api/resources/domains'
import { portsQuery } from '../../../api/resources/ports'
import { callsOf } from '../../../domain/execution/calls'
import { place } from '../../../domain/testing/seed-of-world'
import { consoleEffects } from './console/console-effects'
import { createEngine } from './engine'
import type { Target } from './target'

const seed = scaleSeed({ components: 50, portsPerComponent: 6 })

afterEach(() => vi.unstubAllGlobals())

const targets = seed.services.map((service): Target => {
  const app = service.app_id ?? 0
  return {
    ref: { team: service.tenant_id, region: service.service_region, app, component: service.service_id },
    region: { ...place.region, region_alias: 'R', status: '1' },
    app: { ID: app, group_name: 'shop' },
    component: service,
  }
})

it('a change of many components asks for what its review says, and reads shared gateway rules no more often', async () => {
  const { fetch } = createEmulator({ seed, now: () => new Date(0) })
  const calls: string[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const request = new Request(`http://rainbond.test${path}`, { ...init, signal: null })
    request.headers.set('authorization', scaleToken)
    calls.push(request.method === 'GET' ? (path.split('/').at(-1) ?? '') : 'write')
    // As long as anything takes, so that calls overlap.
    await new Promise((resolve) => setImmediate(resolve))
    return fetch(request)
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  for (const { ref } of targets) {
    await client.query(portsQuery(ref))
    await client.query(domainsQuery(ref))
  }
  const { change, reviews } = createEngine(consoleEffects(client))
  const changed = change(targets, ({ ref }) => {
    const ports = client.getQueryData(portsQuery(ref).queryKey) ?? []
    const open = ports.filter((port) => port.is_outer_service)
    return { ports: new Map(open.map((port) => [port.container_port, { outer: false }])) }
  })
  await vi.waitUntil(() => reviews.current())
  const planned = (reviews.current()?.parts ?? []).map(({ plan }) => callsOf(plan.steps))
  const writes = planned.reduce((sum, one) => sum + one.writes, 0)
  const readings = planned.reduce((sum, one) => sum + one.readings, 0)
  expect(writes).toBeGreaterThan(50)
  calls.length = 0
  reviews.answer('run')
  expect((await changed).every(({ kind }) => kind === 'done')).toBe(true)
  const count = (name: string) => calls.filter((call) => call === name).length
  expect([count('write'), count('ports')]).toEqual([writes, readings])
  expect(count('domains')).toBeLessThanOrEqual(readings)
  client.clear()
})
