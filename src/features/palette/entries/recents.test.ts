// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { eraseStored } from '../../../lib/stored-value'
import type { Session } from '../../../api/contract/session'
import { searchText } from '../../../lib/text/rank-matches'
import type { ComponentEntry, Entry } from './entry'
import { foundGroups } from './found-groups'
import { keepRecent, keptRecents, recentFirst } from './recents'

const session = (user_id: number, console: string | null = 'https://console.test'): Session => ({
  user: { user_id, nick_name: 'ada' },
  console,
  demo: false,
  demoToken: null,
  readOnly: false,
})
const ada = session(1)

const entry = (name: string, group: Entry['group'] = 'component'): Entry => {
  const path = `/teams/shop/regions/east/apps/1/services/${name}/ports`
  return {
    id: path,
    group,
    name,
    place: 'Shop',
    note: '',
    blocked: null,
    search: searchText(name, []),
    does: { path },
  }
}
const names = (entries: readonly Entry[]) => entries.map(({ name }) => name)

beforeEach(() => localStorage.clear())

test('keeps the last six places, newest first and each once', () => {
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'b']) keepRecent(ada, entry(name))
  expect(names(keptRecents(ada))).toEqual(['b', 'g', 'f', 'e', 'd', 'c'])
})

test('keeps no action and no page', () => {
  keepRecent(ada, entry('all ports', 'page'))
  keepRecent(ada, { ...entry('refresh', 'view'), does: { run: () => undefined } })
  expect(keptRecents(ada)).toEqual([])
})

test('another person and another console have their own', () => {
  keepRecent(ada, entry('a'))
  expect(keptRecents(session(2))).toEqual([])
  expect(keptRecents(session(1, null))).toEqual([])
  expect(keptRecents({ ...ada, user: null })).toEqual([])
})

test('is erased at sign-out', () => {
  keepRecent(ada, entry('a'))
  eraseStored()
  expect(keptRecents(ada)).toEqual([])
})

test.each(['https://evil.test/teams', '//evil.test', '/nowhere'])('ignores “%s” in the storage', (path) => {
  keepRecent(ada, entry('a'))
  const [key = ''] = Object.keys(localStorage)
  localStorage.setItem(key, JSON.stringify([{ path, name: 'a', place: '' }]))
  expect(keptRecents(ada)).toEqual([])
})

test('recent ones come first, as they are called now, and in no other group', () => {
  keepRecent(ada, entry('b'))
  const renamed = { ...entry('b'), name: 'renamed' }
  const combined = recentFirst(keptRecents(ada), { entries: [entry('a'), renamed], ports: [] })
  expect(combined.entries.map(({ group, name }) => [group, name])).toEqual([
    ['recent', 'renamed'],
    ['component', 'a'],
  ])
})

test('a recent port is in no other group either', () => {
  const component: ComponentEntry = {
    ...entry('db'),
    group: 'component',
    ref: { team: 't', region: 'r', app: 1, component: 'db' },
    does: { path: entry('db').id },
  }
  const port = { protocol: 'tcp', port_alias: '', is_inner_service: false, is_outer_service: false }
  const ports = [3306, 33_060].map((number) => ({ ...port, container_port: number, k8s_service_name: '' }))
  const recent = { ...entry('db 3306', 'recent'), id: `${component.id}?port=3306` }
  const combined = recentFirst([recent], { entries: [component], ports: [{ component, ports }] })
  expect(foundGroups(combined, 'db 3306').map(({ group, entries }) => [group, names(entries)])).toEqual([
    ['recent', ['db 3306']],
    ['port', ['db 33060']],
  ])
  expect(combined.entries[0]?.note).toBe('tcp')
})
