// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { keys } from '../../../api/keys'
import { Surroundings } from '../../../components/testing/Surroundings'
import { createEngine } from '../../change/engine/engine'
import { engines } from '../../change/engines'
import { createNotices } from '../../change/notices/notices'
import { createHostedReview } from '../../change/review/hosted-review'
import { aPort, aTarget, FakeEffects, settled } from '../../change/testing/fake-effects'
import { componentRows } from '../../port-grid/rows/component-rows'
import { createRowStore } from '../../port-grid/rows/row-store'
import { createSelection } from '../../port-grid/selection/selection-store'
import { BulkBar } from './BulkBar'

afterEach(cleanup)

function setUp() {
  const client = new QueryClient()
  const target = aTarget()
  const ports = [aPort(80), aPort(81), aPort(82)]
  client.setQueryData(keys.ports(target.ref), ports)
  client.setQueryData(keys.domains(target.ref), { http: [], tcp: [] })
  const effects = new FakeEffects({ ports, gatewayRules: [], componentAlias: 'gr1', meshed: false })
  const engine = createEngine(effects)
  engines.set(client, { engine, notices: createNotices(engine), hostedReview: createHostedReview() })
  const store = createRowStore(componentRows(client, engine, target))
  const selection = createSelection(store)
  const ids = [...store.rows(target.ref.component).keys()]
  selection.list(ids)
  selection.selectListed()
  render(
    <QueryClientProvider client={client}>
      <Surroundings>
        <BulkBar selection={selection} store={store} targetOf={() => target} onCopy={() => undefined} />
      </Surroundings>
    </QueryClientProvider>,
  )
  return { effects, engine, selection, ids, user: userEvent.setup() }
}

async function choose(user: ReturnType<typeof userEvent.setup>, menu: string, action: string) {
  await user.click(screen.getByRole('button', { name: menu }))
  await user.click(await screen.findByRole('menuitem', { name: action }))
  await act(settled)
}

it('says how many are selected, and how many of them the filter hides', () => {
  const { selection, ids } = setUp()
  expect(screen.getByRole('status').textContent).toBe('3 ports selected')
  act(() => selection.list(ids.slice(0, 1)))
  expect(screen.getByRole('status').textContent).toContain('2 of them are hidden by the filter')
})

it('asks for one change of all, and sends nothing before the review is answered', async () => {
  const { effects, engine, user } = setUp()
  await choose(user, 'Internal access', 'Open internal access')
  expect(engine.reviews.current()?.parts.map(({ plan }) => plan.steps)).toMatchObject([
    [{ port: 80 }, { port: 81 }, { port: 82 }],
  ])
  expect(effects.sent).toEqual([])
})

it('asks about a single step too', async () => {
  const { effects, engine, selection, user } = setUp()
  act(() => {
    selection.clear()
    selection.toggle('s1:81')
  })
  await choose(user, 'Internal access', 'Open internal access')
  expect(engine.reviews.current()?.parts.map(({ plan }) => plan.steps)).toMatchObject([[{ port: 81 }]])
  expect(effects.sent).toEqual([])
})

it('says that there is nothing to change, until something else is selected', async () => {
  const { engine, selection, user } = setUp()
  await choose(user, 'External access', 'Close external access')
  expect(engine.reviews.current()).toBeNull()
  expect(screen.getByRole('status').textContent).toContain('Nothing to change')
  act(() => selection.toggle('s1:80'))
  expect(screen.getByRole('status').textContent).not.toContain('Nothing to change')
})

it('selects all that the filter leaves, and keeps the focus', async () => {
  const { selection, user, ids } = setUp()
  act(() => selection.toggle('s1:81'))
  await user.click(screen.getByRole('button', { name: 'Select all 3 ports' }))
  expect([...selection.ids()].sort()).toEqual(ids)
  expect(screen.queryByRole('button', { name: /^Select/ })).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Selected ports' }))
})

it('clears the selection', async () => {
  const { selection, user } = setUp()
  await user.click(screen.getByRole('button', { name: 'Clear selection' }))
  expect(selection.ids().size).toBe(0)
})
