// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { Port } from '../../api/contract/port'
import type { Team } from '../../api/contract/team'
import { keys } from '../../api/keys'
import type { Target } from '../change/engine/target'
import { noActivity } from '../change/engine/stores/port-activity'
import { aPort } from '../change/testing/fake-effects'
import { type PortRow, rowId } from '../port-grid/rows/port-row'
import { createRowStore } from '../port-grid/rows/row-store'
import { aCluster, targetOf, type World } from '../sheets/testing/a-cluster'
import { CopyDialog } from './CopyDialog'

// A document without layout has no heights.
for (const name of ['offsetHeight', 'clientHeight'] as const)
  vi.spyOn(HTMLElement.prototype, name, 'get').mockImplementation(function (this: HTMLElement) {
    return this.getAttribute('role') === 'listitem' ? 40 : 600
  })

afterEach(cleanup)

const inner = { is_inner_service: true }
const both = { is_inner_service: true, is_outer_service: true }
const staging = { ID: 2, group_name: 'staging' }

/** A component of staging, whose ports the console lists under `stage-…`. */
function staged(name: string): Target {
  const target = targetOf(name)
  const component = { ...target.component, service_id: `stage-${name}` }
  return { ...target, app: staging, component, ref: { ...target.ref, app: 2, component: `stage-${name}` } }
}

const world = (): World =>
  new Map([
    ['web', [aPort(80, inner), aPort(81), aPort(9000)]],
    ['api', [aPort(80, inner)]],
    ['db', [aPort(3306)]],
    ['stage-web', [aPort(80, both), aPort(81), aPort(82, { ...inner, protocol: 'grpc' })]],
    ['stage-api', [aPort(80, inner)]],
    ['stage-cron', [aPort(8080)]],
  ])

function rowsOf(targets: readonly Target[], ports: World) {
  const store = createRowStore(
    ...targets.map(({ ref: { component } }) => ({
      component,
      subscribe: () => () => undefined,
      read: () => new Map((ports.get(component) ?? []).map((port) => rowOf(component, port))),
    })),
  )
  const ids = targets.flatMap(({ ref }) => [...store.rows(ref.component).keys()])
  return { ids, store, targetOf: (id: string) => targets.find(({ ref }) => ref.component === id) }
}

function rowOf(component: string, port: Port): [string, PortRow] {
  const id = rowId(component, port.container_port)
  const known = {
    rules: [],
    areRulesToCome: false,
    activity: noActivity,
    isTwice: false,
    isFromLastVisit: false,
    place: null,
  }
  return [id, { id, componentId: component, port, ...known }]
}

/** Opens the dialog about all ports of some components of staging, in a cluster that has the app `shop`, too. */
function open(names: readonly string[] = ['web', 'api', 'cron'], team: Partial<Team> = {}) {
  const ports = world()
  const cluster = aCluster(ports)
  const { client, place } = cluster
  const shop = targetOf('web').app
  client.setQueryData(keys.teams(), [
    { tenant_id: 't1', tenant_name: 'team-1', tenant_alias: 'Shop', ...team },
    { tenant_id: 't2', tenant_name: 'team-2', tenant_alias: 'Watched', read_only: true },
  ])
  client.setQueryData(keys.regions({ team: 't1' }), [place.region])
  const ref = { team: 't1', region: 'r1' }
  client.setQueryData(keys.apps(ref), [shop, staging])
  client.setQueryData(
    keys.components({ ...ref, app: 1 }),
    ['web', 'api', 'db'].map((name) => targetOf(name).component),
  )
  client.setQueryData(
    keys.components({ ...ref, app: 2 }),
    ['web', 'api', 'cron'].map((name) => staged(name).component),
  )
  client.setQueryData(keys.domains({ ...ref, app: 2 }), { http: [], tcp: [] })
  client.setQueryData(keys.teamPorts(ref), [])
  const onClose = vi.fn()
  render(<CopyDialog rows={rowsOf(names.map(staged), ports)} onClose={onClose} />, {
    wrapper: cluster.wrapper,
  })
  return { ...cluster, onClose, user: userEvent.setup() }
}

type User = ReturnType<typeof userEvent.setup>

const combo = (name: string) => screen.findByRole<HTMLInputElement>('combobox', { name })
const button = (name: string | RegExp) => screen.findByRole('button', { name })

async function choose(user: User, level: string, name: string) {
  await user.click(await combo(level))
  await user.click(await screen.findByRole('option', { name: new RegExp(`^${name}`) }))
}

async function compareWithShop(user: User) {
  await choose(user, 'App', 'shop')
  await user.click(await button('Compare'))
}

const items = async (list: string) =>
  within(await screen.findByRole('list', { name: list }))
    .getAllByRole('listitem')
    .map((item) => item.textContent)

it('compares ports of components of the same name, read again, and lists what stays behind', async () => {
  const { user, portsAsked } = open()
  await compareWithShop(user)
  expect(await items('Differences')).toEqual([
    'shop / webFrom staging / web1 port the same',
    'Port 80ChangesExternal:Closed→Open',
  ])
  expect(await items('Not copied')).toEqual([
    'staging / cron8080There is no component of this name.',
    'staging / web82It’s missing there.',
  ])
  expect(screen.getByRole('status').textContent).toBe(
    '1 port changes1 opens externally2 the same1 left alone',
  )
  await user.click(await button('1 port exists only there, and is left alone'))
  expect(await items('Ports left alone')).toEqual(['shop / web9000'])
  await user.click(await button('1 component there gets nothing, and is left alone'))
  expect(await items('Components left alone')).toEqual(['shop / db'])
  expect(portsAsked().sort()).toEqual(['api', 'stage-api', 'stage-web', 'web'])
})

it('adds missing ports where that is asked for, and asks for all of it in one review', async () => {
  const { user, engine, onClose } = open()
  await compareWithShop(user)
  await user.click(await screen.findByRole('checkbox', { name: 'Add ports that are missing there' }))
  expect(await items('Differences')).toContain('Port 82AddedProtocol:grpcInternal:OpenExternal:Closed')
  await user.click(await button('Review 2 ports'))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(
    engine.reviews
      .current()
      ?.parts.map(({ target, plan }) => [target.ref.component, plan.steps.map(({ port }) => port)]),
  ).toEqual([['web', [82, 80]]])
  act(() => engine.reviews.answer('cancel'))
  expect(await items('Differences')).toHaveLength(3)
  expect(onClose).not.toHaveBeenCalled()
})

it('copies only the chosen settings', async () => {
  const { user } = open(['web'])
  await user.click(await screen.findByRole('checkbox', { name: 'External' }))
  await compareWithShop(user)
  expect(await screen.findByText('Nothing to change: these settings are the same already.')).toBeDefined()
  expect(screen.queryByRole('button', { name: /^Review/ })).toBeNull()
})

it('compares the rest where ports couldn’t be read, and reads only these again', async () => {
  const { user, refused, portsAsked } = open()
  refused.add('apps/1/services/web/ports')
  await compareWithShop(user)
  expect(await screen.findByText('The ports of web in shop')).toBeDefined()
  expect(await items('Not copied')).toContain('staging / web80, 81, 82The ports there couldn’t be read.')
  expect(screen.getByRole('status').textContent).toContain('1 the same')
  refused.clear()
  await user.click(await button('Try again'))
  expect(await items('Differences')).toHaveLength(2)
  expect(portsAsked().sort()).toEqual(['api', 'stage-api', 'stage-web', 'web', 'web'])
})

it('goes from a component to one of another name, and never to itself', async () => {
  const { user } = open(['cron'])
  await choose(user, 'App', 'staging')
  await user.click(await combo('Component'))
  await waitFor(() =>
    expect(screen.getAllByRole('option').map((option) => option.firstChild?.textContent)).toEqual([
      'web',
      'api',
    ]),
  )
  await user.click(screen.getByRole('option', { name: /^web/ }))
  await user.click(await button('Compare'))
  expect(await items('Not copied')).toEqual(['staging / cron8080It’s missing there.'])
})

it('says why a team can’t be chosen, and why nothing can be compared yet', async () => {
  const { user } = open()
  await user.click(await combo('Team'))
  expect((await screen.findByRole('option', { name: /^Watched/ })).textContent).toContain('Read-only')
  expect(screen.getByRole('status').textContent).toBe('Choose where to copy the settings to.')
  expect((await button('Compare')).getAttribute('aria-disabled')).toBe('true')
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Internal domain' }).disabled).toBe(true)
})

it('starts without a team where the settings come from one that is read-only', async () => {
  open(['web'], { read_only: true })
  expect((await combo('Team')).value).toBe('')
  expect((await combo('Cluster')).placeholder).toBe('Choose a team first')
})
