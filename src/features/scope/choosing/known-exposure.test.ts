import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { domainsQuery } from '../../../api/resources/domains'
import { portsQuery } from '../../../api/resources/ports'
import { knownExposures } from './known-exposure'

const app = { team: 't', region: 'r', app: 1 }
const web = { service_id: 'web', service_alias: 'gr1', service_cname: 'web' }
const db = { service_id: 'db', service_alias: 'gr2', service_cname: 'db' }
const port = (container_port: number, is_outer_service: boolean) => ({
  container_port,
  protocol: 'http',
  port_alias: '',
  is_inner_service: false,
  is_outer_service,
  k8s_service_name: '',
})
const rule = (service_id: string, domain_name: string, is_outer_service = true) => ({
  service_id,
  container_port: 80,
  is_outer_service,
  domain_name,
})
const known = (client: QueryClient) => knownExposures(client, app, undefined, [web, db])

test('nothing is known before anything was read', () => {
  expect(known(new QueryClient()).size).toBe(0)
})

test('the ports of one component tell only about that one', () => {
  const client = new QueryClient()
  client.setQueryData(portsQuery({ ...app, component: 'web' }).queryKey, [port(80, true), port(81, false)])
  expect([...known(client)]).toEqual([['web', { ports: 2, open: null, address: null }]])
})

test('the rules of the app tell about every component, and skip what cannot be opened', () => {
  const client = new QueryClient()
  client.setQueryData(domainsQuery(app).queryKey, {
    http: [rule('web', '*.shop.test'), rule('web', 'www.shop.test'), rule('db', 'db.shop.test', false)],
    tcp: [],
  })
  client.setQueryData(portsQuery({ ...app, component: 'web' }).queryKey, [port(80, true), port(81, true)])
  expect(known(client).get('web')).toEqual({ ports: 2, open: 2, address: 'http://www.shop.test' })
  expect(known(client).get('db')).toEqual({ ports: null, open: 0, address: null })
})
