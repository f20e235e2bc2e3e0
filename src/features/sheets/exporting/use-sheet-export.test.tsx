// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { hashKey, type QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keys } from '../../../api/keys'
import { sheetFormats } from '../../../domain/sheet/sheet'
import { aPort } from '../../change/testing/fake-effects'
import { componentRows } from '../../port-grid/rows/component-rows'
import { createRowStore, type RowStore } from '../../port-grid/rows/row-store'
import { aCluster, targetOf } from '../testing/a-cluster'
import type { SheetPlace } from '../sheet-place'
import { useSheetExport } from './use-sheet-export'

const saved = vi.hoisted((): { name: string; type: string; text: string }[] => [])

vi.mock(import('../../../lib/dom/save-file'), () => ({
  saveFile(name, type, text) {
    saved.push({ name, type, text })
  },
}))

beforeEach(() => void saved.splice(0))
afterEach(cleanup)

/** A page with the rows of `web` and `api`; those of the components of the last visit are only known from there. */
function aPage(lastVisit: readonly string[] = []) {
  const cluster = aCluster()
  const { client, engine, world } = cluster
  for (const [name, ports] of world) {
    const queryKey = keys.ports(targetOf(name).ref)
    if (!lastVisit.includes(name)) client.setQueryData(queryKey, ports)
    else {
      const query = client.getQueryCache().build(client, { queryKey, queryHash: hashKey(queryKey) })
      query.setState({ status: 'success', data: ports, dataUpdatedAt: 1, isInvalidated: true })
    }
  }
  const store = createRowStore(
    ...[...world.keys()].map((name) => componentRows(client, engine, targetOf(name), targetOf(name))),
  )
  return { ...cluster, store }
}

function listApps(client: QueryClient, components: readonly string[]) {
  const { ref, app } = targetOf('web')
  client.setQueryData(keys.apps(ref), [app])
  client.setQueryData(
    keys.components(ref),
    components.map((name) => targetOf(name).component),
  )
}

interface ExportsProps {
  ids: readonly string[]
  store: RowStore
  place?: SheetPlace
}

function Exports({ place, ...rows }: ExportsProps) {
  const { save, note } = useSheetExport({ ...rows, targetOf }, place)
  return (
    <>
      {sheetFormats.map((format) => (
        <button key={format} onClick={() => save(format)}>
          {format}
        </button>
      ))}
      {note}
    </>
  )
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

it('saves the rows that are asked for, in their order and nothing else', async () => {
  const { store, wrapper } = aPage()
  render(<Exports store={store} ids={['web', 'web:81', 'api', 'api:80']} />, { wrapper })
  press('csv')
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(saved[0]?.text.split('\r\n')).toEqual([
    '\uFEFFportdeck,1',
    'app,component,componentId,port,protocol,alias,internalDomain,internal,external',
    'shop,web,web,81,http,WEB81,web,no,no',
    'shop,api,api,80,http,API,api,no,no',
    '',
  ])
  expect(saved[0]?.name).toMatch(/^ports-shop-\d{4}-\d\d-\d\d\.csv$/)
  expect(saved[0]?.type).toBe('text/csv;charset=utf-8')
})

it('writes each format, and names the file by the one component that it is about', async () => {
  const { store, wrapper } = aPage()
  render(<Exports store={store} ids={['api:80']} />, { wrapper })
  press('yaml')
  await waitFor(() => expect(saved).toHaveLength(1))
  press('json')
  await waitFor(() => expect(saved).toHaveLength(2))
  expect(saved[0]?.text).toMatch(/^portdeck: 1\ncomponents:\n {2}- app: "?shop/)
  expect(JSON.parse(saved[1]?.text ?? '')).toMatchObject({ portdeck: 1, components: [{ component: 'api' }] })
  expect(saved.map(({ name }) => name.replace(/-\d{4}-\d\d-\d\d/, ''))).toEqual([
    'ports-shop-api.yaml',
    'ports-shop-api.json',
  ])
})

it('says what has not been read before it saves the rest', async () => {
  const { client, place, store, wrapper } = aPage()
  client.removeQueries({ queryKey: keys.ports(targetOf('api').ref) })
  const list = () => <Exports store={store} ids={['web:80', 'web:81']} place={place} />
  const { rerender } = render(list(), { wrapper })
  const button = screen.getByRole('button', { name: 'csv' })
  button.focus()
  press('csv')
  const dialog = await screen.findByRole('dialog', { name: 'Some ports would be missing' })
  expect(dialog.textContent).toContain('Not all apps and components have been listed.')
  expect(saved).toEqual([])

  listApps(client, ['web', 'api'])
  rerender(list())
  expect(dialog.textContent).toContain('The ports of 1 component ')
  expect(dialog.textContent).not.toContain('Not all apps')
  press('Export only 2 ports')
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(button)
})

it('saves nothing when that is cancelled, and all once everything has been read', async () => {
  const { client, place, store, wrapper, world } = aPage()
  const queryKey = keys.ports(targetOf('api').ref)
  client.removeQueries({ queryKey })
  listApps(client, ['web', 'api'])
  const list = () => <Exports store={store} ids={['web:80']} place={place} />
  const { rerender } = render(list(), { wrapper })
  press('csv')
  fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  press('csv')
  await screen.findByRole('dialog')
  client.setQueryData(queryKey, world.get('api'))
  rerender(list())
  expect(screen.getByRole('dialog').textContent).toContain('Everything has been read now.')
  press('Export 1 port')
  await waitFor(() => expect(saved).toHaveLength(1))
})

it('says nothing where all of the place has been read', async () => {
  const { client, place, store, wrapper } = aPage()
  listApps(client, ['web', 'api'])
  render(<Exports store={store} ids={['web:80']} place={place} />, { wrapper })
  press('csv')
  await waitFor(() => expect(saved).toHaveLength(1))
})

it('leaves out what is only known from the last visit, and says so', async () => {
  const { client, store, wrapper } = aPage(['api'])
  render(<Exports store={store} ids={['web:80', 'api:80']} />, { wrapper })
  press('csv')
  expect((await screen.findByRole('dialog')).textContent).toContain('The ports of 1 component ')
  press('Export only 1 port')
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(saved[0]?.text).not.toContain('api')

  client.setQueryData(keys.ports(targetOf('api').ref), [aPort(80)])
  press('csv')
  await waitFor(() => expect(saved).toHaveLength(2))
  expect(saved[1]?.text).toContain('shop,api,api,80')
})
