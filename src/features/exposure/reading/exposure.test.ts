import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { keys } from '../../../api/keys'
import { aPort, both } from '../../../domain/testing/component'
import { knownTargets } from '../../inventory/reading/targets'
import { createExposure } from './exposure'

const ref = { team: 't', region: 'r', app: 1, component: 'c' }
const place = { team: 't', region: { region_name: 'r', region_alias: '', status: '1' }, app: null }
const rule = { service_id: 'c', container_port: 4000, is_outer_service: true, end_point: '10.0.0.1:30001' }

function aCache() {
  const client = new QueryClient()
  client.setQueryData(keys.apps(ref), [{ ID: 1, group_name: 'shop' }])
  client.setQueryData(keys.components(ref), [
    { service_id: 'c', service_alias: 'gr1', service_cname: 'store' },
  ])
  client.setQueryData(keys.domains(ref), { http: [], tcp: [rule] })
  return { client, exposureOf: createExposure(client, place), targets: knownTargets(client, place, []) }
}

it('takes no risk from a port before everything has been read, and then does', () => {
  const { client, exposureOf, targets } = aCache()
  client.setQueryData(keys.ports(ref), [aPort(4000, { ...both, protocol: 'mysql' })])
  expect(exposureOf(targets, false).addresses).toMatchObject([{ port: 4000, risk: null }])
  expect(exposureOf(targets, true).addresses).toMatchObject([{ port: 4000, risk: { name: 'MySQL' } }])
})

it('keeps what a component contributes as the same objects until that changes', () => {
  const { client, exposureOf, targets } = aCache()
  const before = exposureOf(targets, true).addresses[0]
  expect(exposureOf(targets, true).addresses[0]).toBe(before)
  client.setQueryData(keys.ports(ref), [aPort(4000, both)])
  expect(exposureOf(targets, true).addresses[0]).not.toBe(before)
})

it('names a rule without a component only once the list of components is known or has failed', () => {
  const { client, exposureOf } = aCache()
  client.removeQueries({ queryKey: keys.components(ref), exact: true })
  expect(exposureOf([], true).addresses).toMatchObject([{ target: null }])
  void client.query({ queryKey: keys.components(ref), queryFn: () => new Promise(() => undefined) })
  expect(exposureOf([], true).addresses).toEqual([])
})
