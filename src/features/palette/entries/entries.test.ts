import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, test } from 'vitest'
import type { Port } from '../../../api/contract/port'
import { keys } from '../../../api/keys'
import { type Findable, foundGroups, shownEntries } from './found-groups'
import { pageEntries } from './page-entries'
import { createPlaceCatalog, type Places } from './place-catalog'
import { namesPort, portCandidates } from './port-candidates'

const words = { blocked: 'Under maintenance', numbered: (id: string) => `App ${id}` }
const here = { team: 'shop', region: 'east' }
const east = { team: 't1', region: 'east' }
const ordersRef = { ...east, app: 1, component: 'c1' }

const port = (number: number, alias = ''): Port => ({
  container_port: number,
  protocol: 'mysql',
  port_alias: alias,
  is_inner_service: false,
  is_outer_service: false,
  k8s_service_name: '',
})
const component = (id: string, name: string) => ({
  service_id: id,
  service_alias: `gr-${id}`,
  service_cname: name,
})

let client: QueryClient
beforeEach(() => {
  client = new QueryClient()
  client.setQueryData(keys.teams(), [
    { tenant_id: 't0', tenant_name: 'other', tenant_alias: 'Other' },
    { tenant_id: 't1', tenant_name: 'shop', tenant_alias: 'Online shop' },
  ])
  client.setQueryData(keys.regions({ team: 't1' }), [
    { region_name: 'east', region_alias: 'East', status: '1' },
  ])
  client.setQueryData(keys.apps(east), [
    { ID: 1, group_name: 'Storefront' },
    { ID: 2, group_name: 'Back office' },
  ])
  client.setQueryData(keys.components({ ...east, app: 1 }), [
    component('c1', 'orders-db'),
    component('c2', 'web'),
  ])
  client.setQueryData(keys.components({ ...east, app: 2 }), [component('c3', 'orders-db')])
  client.setQueryData(keys.ports(ordersRef), [port(33_060), port(3306, 'MYSQL')])
})

const all = ({ lists, ports }: Places): Findable => ({ entries: lists, ports })
const found = (typed: string) =>
  shownEntries(foundGroups(all(createPlaceCatalog(client, words)(here)), typed)).map(
    ({ name, place }) => `${name} (${place})`,
  )

test('a place is found by words of its own name and of what is above it, and says where it is', () => {
  expect(found('back orders')).toEqual(['orders-db (Online shop › East › Back office)'])
  expect(found('STOREFRONT web')).toEqual(['web (Online shop › East › Storefront)'])
  expect(found('gr-c3')).toEqual(['orders-db (Online shop › East › Back office)'])
})

test.each([
  'orders-db 3306',
  '3306 orders-db',
  'orders-db:3306',
  'ｏｒｄｅｒｓ－ｄｂ　３３０６',
  'store mysql 3306',
])('“%s” is the port 3306 of orders-db', (typed) => {
  expect(found(typed)).toContain('orders-db 3306 (Online shop › East › Storefront)')
})

test('the port itself comes before one whose number begins alike', () => {
  expect(found('orders-db 3306').map((entry) => entry.split(' ')[1])).toEqual(['3306', '33060'])
})

test('a port leads to its row, a component to its page', () => {
  const places = createPlaceCatalog(client, words)(here)
  const path = '/teams/shop/regions/east/apps/1/services/gr-c1/ports'
  expect(places.components[0]?.does).toEqual({ path })
  const [port] = shownEntries(foundGroups(all(places), 'orders-db 3306'))
  expect(port?.does).toEqual({ path: `${path}?port=3306` })
})

test('the present team comes first', () => {
  expect(found('').slice(0, 2)).toEqual(['Online shop ()', 'Other ()'])
})

test('the catalog is the same until something changes, and keeps the entries of other lists', () => {
  const catalog = createPlaceCatalog(client, words)
  const before = catalog(here)
  expect(catalog(here)).toBe(before)
  client.setQueryData(keys.ports({ ...ordersRef, component: 'c2' }), [port(80)])
  const after = catalog(here)
  expect(after.ports.map(({ ports }) => ports.length)).toEqual([2, 1])
  expect(after.components[0]).toBe(before.components[0])
})

test('a renamed app renames the place of its components', () => {
  const catalog = createPlaceCatalog(client, words)
  catalog(here)
  client.setQueryData(keys.apps(east), [{ ID: 1, group_name: 'Shop window' }])
  expect(catalog(here).components.map(({ place }) => place)).toEqual([
    'Online shop › East › Shop window',
    'Online shop › East › Shop window',
  ])
})

test('ports are found by what is typed, and none without', () => {
  expect(found('').filter((entry) => entry.includes('3306'))).toEqual([])
  expect(found('mysql')).toEqual([
    'orders-db 33060 (Online shop › East › Storefront)',
    'orders-db 3306 (Online shop › East › Storefront)',
  ])
})

test('a group shows the best ones and counts the others', () => {
  const many = Array.from({ length: 20 }, (_, index) => port(8000 + index))
  client.setQueryData(keys.ports(ordersRef), many)
  const [group] = foundGroups(all(createPlaceCatalog(client, words)(here)), 'orders-db 80')
  expect(group).toMatchObject({ group: 'port', total: 20 })
  expect(group?.entries).toHaveLength(8)
})

test('the ports of the components that the other words name may be what is searched for', () => {
  const { components } = createPlaceCatalog(client, words)(here)
  const names = (typed: string) =>
    portCandidates(components, typed).components.map(({ id }) => id.split('/')[6])
  expect(names('orders 3306')).toEqual(['1', '2'])
  expect(names('3306 back orders')).toEqual(['2'])
  expect(names('3306')).toEqual([])
  expect(names('orders db')).toEqual([])
  expect(portCandidates(components, 'nothing 80').total).toBe(0)
})

test('only the best few components are candidates, and all are counted', () => {
  const many = Array.from({ length: 30 }, (_, index) => component(`m${String(index)}`, `db ${String(index)}`))
  client.setQueryData(keys.components({ ...east, app: 1 }), many)
  const { components } = createPlaceCatalog(client, words)(here)
  expect(portCandidates(components, 'db 7 80').components[0]?.name).toBe('db 7')
  const candidates = portCandidates(components, 'db 80')
  expect(candidates.components).toHaveLength(5)
  expect(candidates.total).toBe(31)
})

test('only a number beside another word names a port', () => {
  expect(['db 3306', '3306 db', 'db:3306'].map(namesPort)).toEqual([true, true, true])
  expect(['3306', 'db', 'db 123456', 'db v2', ''].map(namesPort)).toEqual([false, false, false, false, false])
})

test('the pages on the way are those that the link reaches, with the names of what is known', () => {
  const { lists } = createPlaceCatalog(client, words)(here)
  const names = { list: (level: string) => level, allPorts: 'All ports', exposure: 'Open' }
  const pages = pageEntries({ ...here, app: '1' }, lists, names)
  expect(pages.map(({ name, place, does }) => [name, place, 'path' in does && does.path])).toEqual([
    ['All ports', 'Online shop › East › Storefront', '/teams/shop/regions/east/apps/1/ports'],
    ['All ports', 'Online shop › East', '/teams/shop/regions/east/ports'],
    ['Open', 'Online shop › East', '/teams/shop/regions/east/exposure'],
    ['team', '', '/teams'],
    ['region', 'Online shop', '/teams/shop/regions'],
    ['app', 'Online shop › East', '/teams/shop/regions/east/apps'],
    ['component', 'Online shop › East › Storefront', '/teams/shop/regions/east/apps/1/services'],
  ])
  expect(pageEntries({}, lists, names)).toHaveLength(1)
})
