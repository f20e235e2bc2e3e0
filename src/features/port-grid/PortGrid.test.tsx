// @vitest-environment happy-dom
import { QueryClient } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { Surroundings } from '../../components/testing/Surroundings'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Port } from '../../api/contract/port'
import { keys } from '../../api/keys'
import { createEngine } from '../change/engine/engine'
import { aPort, aTarget, FakeEffects, settled } from '../change/testing/fake-effects'
import { PortGrid } from './PortGrid'
import type * as AddressCellModule from './addresses/address-cell'
import { createDraftStore } from './editing/draft-store'
import type { GridActions } from './grid-context'
import { useGridWords } from './grid-words'
import { shownColumns } from './rows/columns'
import { componentRows } from './rows/component-rows'
import { desiredOfSwitch, type PortRow } from './rows/port-row'
import { createRowStore } from './rows/row-store'
import { defaultSort } from './rows/sort-rows'
import { useLoadedSelection } from './selection/use-loaded-selection'
import { type GridSelection, useSelection } from './selection/use-selection'

const renderedRows = vi.hoisted((): string[] => [])

// Each row has one address cell, so its renderings are the row's.
vi.mock('./addresses/address-cell', async (original) => {
  const { addressCell } = await original<typeof AddressCellModule>()
  return {
    addressCell(parts: Parameters<typeof addressCell>[0]) {
      renderedRows.push(parts.row.id)
      return addressCell(parts)
    },
  }
})

beforeEach(() => {
  renderedRows.length = 0
})
afterEach(cleanup)

const shown = shownColumns(false)
const ports = Array.from({ length: 20 }, (_, index) => aPort(8000 + index))

function setUp(lockedBy: string | null = null) {
  const client = new QueryClient()
  const target = aTarget()
  client.setQueryData(keys.ports(target.ref), ports)
  client.setQueryData(keys.domains(target.ref), { http: [], tcp: [] })
  const effects = new FakeEffects({ ports, gatewayRules: [], componentAlias: 'gr1', meshed: false })
  const engine = createEngine(effects)
  const store = createRowStore(componentRows(client, engine, target))
  const drafts = createDraftStore()
  const surroundings = ({ port }: PortRow) => ({ port, siblings: ports, takenDomains: new Set<string>() })
  const actions: GridActions = {
    toggle(id, field, on) {
      const row = store.row(id)
      if (row)
        void engine.change([target], {
          ports: new Map([[row.port.container_port, desiredOfSwitch(field, on)]]),
        })
    },
    remove: () => undefined,
    openMenu: () => undefined,
    edit: (id, field) => drafts.type(id, field, 'typed'),
    save: () => undefined,
    dismissRefusal(id) {
      const row = store.row(id)
      if (row) engine.dismissRefusal(row.componentId, row.port.container_port)
    },
  }
  const ids = [...store.rows(target.ref.component).keys()]

  function Page() {
    const words = useGridWords()
    const [sort, setSort] = useState(defaultSort)
    const selection = useSelection(lockedBy !== null)
    return (
      <>
        <PortGrid
          {...{ ids, shown, sort, onSort: setSort, store, actions, words, lockedBy, drafts, surroundings }}
          selection={selection}
        />
        {selection && <LoadedSelection grid={selection} />}
      </>
    )
  }

  function LoadedSelection({ grid }: { grid: GridSelection }) {
    useLoadedSelection({ grid, store, ids })
    return null
  }

  render(
    <Surroundings>
      <Page />
    </Surroundings>,
  )
  return { client, target, effects, engine, user: userEvent.setup() }
}

const outer = (port: number) => screen.getByRole('switch', { name: `External access, port ${port}` })
const inner = (port: number) => screen.getByRole('switch', { name: `Internal access, port ${port}` })

describe('the grid of ports', () => {
  it('is a grid of rows with named switches', () => {
    setUp()
    expect(screen.getByRole('grid', { name: 'Ports' })).toBeDefined()
    expect(screen.getAllByRole('row')).toHaveLength(21)
    expect(inner(8003).getAttribute('aria-busy')).toBeNull()
    expect(screen.getByRole('button', { name: 'Actions, port 8003' })).toBeDefined()
  })

  it('shows a change as pending at once, and as done when it was read back', async () => {
    const { effects, client, target, user } = setUp()
    await user.click(inner(8003))
    expect(inner(8003)).toMatchObject({ checked: true })
    expect(inner(8003).getAttribute('aria-busy')).toBe('true')
    expect(screen.getByText('Opening…')).toBeDefined()
    ;(await effects.next()).accept()
    client.setQueryData(keys.ports(target.ref), effects.there.ports)
    await settled()
    expect(inner(8003)).toMatchObject({ checked: true })
    expect(inner(8003).getAttribute('aria-busy')).toBeNull()
    expect(screen.queryByText('Opening…')).toBeNull()
  })

  it('renders one row, once, for one click', async () => {
    const { user } = setUp()
    // Once more for what selects them, which is loaded later.
    expect(renderedRows).toHaveLength(2 * ports.length)
    renderedRows.length = 0
    await user.click(inner(8003))
    expect(renderedRows).toEqual(['s1:8003'])
  })

  it('renders the one row whose port changed in the cache', () => {
    const { client, target } = setUp()
    renderedRows.length = 0
    act(() => {
      client.setQueryData(keys.ports(target.ref), (known: readonly Port[] = []) =>
        known.map((port) => (port.container_port === 8007 ? { ...port, is_outer_service: true } : port)),
      )
      // Equal values in other objects, as after a refetch.
      client.setQueryData(keys.domains(target.ref), structuredClone({ http: [], tcp: [] }))
    })
    expect(outer(8007)).toMatchObject({ checked: true })
    expect(renderedRows).toEqual(['s1:8007'])
  })

  it('rolls back and says why, in the row, until the message is dismissed', async () => {
    const { effects, user } = setUp()
    await user.click(inner(8003))
    ;(await effects.next()).fail('wrong-state')
    await settled()
    expect(inner(8003)).toMatchObject({ checked: false })
    await screen.findByRole('button', { name: 'Dismiss, port 8003' })
    const note = document.getElementById(inner(8003).getAttribute('aria-describedby') ?? '')
    expect(note?.textContent).toContain('Not opened. Rainbond doesn’t allow this in the current state.')
    expect(note?.textContent).toContain('so it is')
    await user.click(screen.getByRole('button', { name: 'Dismiss, port 8003' }))
    expect(inner(8003).getAttribute('aria-describedby')).toBeNull()
  })

  it('changes nothing while it is locked, and says why', async () => {
    const { effects, user } = setUp('why')
    expect(outer(8003).getAttribute('aria-describedby')).toBe('why')
    expect(outer(8003).getAttribute('aria-disabled')).toBe('true')
    await user.click(outer(8003))
    expect(effects.sent).toEqual([])
    expect(outer(8003)).toMatchObject({ checked: false })
  })

  it('moves between switches by the arrow keys, and toggles one by Enter', async () => {
    const { effects, user } = setUp()
    inner(8003).focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(inner(8004))
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(outer(8004))
    await user.keyboard('{ArrowUp}{ArrowLeft}{Enter}')
    expect(document.activeElement).toBe(inner(8003))
    expect(effects.sent).toMatchObject([{ port: 8003, body: { action: 'open_inner' } }])
  })

  describe('whose rows can be selected', () => {
    const box = (name: string) => screen.getByRole('checkbox', { name })
    const checked = () =>
      screen
        .getAllByRole('row', { selected: true })
        .map((row) => Number(row.querySelector('[role="rowheader"]')?.textContent))

    async function setUpSelection() {
      const grid = setUp()
      await screen.findByRole('checkbox', { name: 'Select port 8003' })
      renderedRows.length = 0
      return grid
    }

    it('renders one row, once, for one checkbox, and the header says that some are selected', async () => {
      const { user } = await setUpSelection()
      await user.click(box('Select port 8003'))
      expect(renderedRows).toEqual(['s1:8003'])
      expect(box('Select port 8003')).toMatchObject({ checked: true })
      expect(box('Select all 20 ports')).toMatchObject({ checked: false, indeterminate: true })
    })

    it('selects a range with Shift, by the pointer and by Space', async () => {
      const { user } = await setUpSelection()
      await user.click(box('Select port 8003'))
      await user.keyboard('{Shift>}')
      // Elsewhere, or it would be the second half of a double click.
      const coords = { clientX: 0, clientY: 88 }
      await user.pointer({ keys: '[MouseLeft]', target: box('Select port 8005'), coords })
      await user.keyboard('{/Shift}')
      expect(checked()).toEqual([8003, 8004, 8005])
      box('Select port 8001').focus()
      await user.keyboard('{Shift>} {/Shift}')
      expect(checked()).toEqual([8001, 8002, 8003])
    })

    it('selects by Shift and arrow keys from any cell, and Escape clears', async () => {
      const { effects, user } = await setUpSelection()
      inner(8003).focus()
      await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}')
      expect(document.activeElement).toBe(inner(8004))
      expect(checked()).toEqual([8003, 8004])
      await user.keyboard('{Escape}')
      expect(screen.queryAllByRole('row', { selected: true })).toEqual([])
      expect(effects.sent).toEqual([])
    })

    it.each(['Control', 'Meta'])('selects all by %s+A', async (modifier) => {
      const { user } = await setUpSelection()
      inner(8003).focus()
      await user.keyboard(`{${modifier}>}a{/${modifier}}`)
      expect(checked()).toHaveLength(20)
      expect(box('Select all 20 ports')).toMatchObject({ checked: true, indeterminate: false })
    })

    it('leads from the first cell to its checkbox by the left arrow, and from there to the header’s', async () => {
      const { user } = await setUpSelection()
      inner(8000).focus()
      await user.keyboard('{Home}{ArrowLeft}')
      expect(document.activeElement).toBe(box('Select port 8000'))
      await user.keyboard('{ArrowDown}')
      expect(document.activeElement).toBe(box('Select port 8001'))
      await user.keyboard('{ArrowUp}{ArrowUp} ')
      expect(document.activeElement).toBe(box('Select all 20 ports'))
      expect(checked()).toHaveLength(20)
    })

    it('has no checkboxes while nothing can be changed', async () => {
      setUp('why')
      await settled()
      expect(screen.queryAllByRole('checkbox')).toEqual([])
      expect(screen.getByRole('grid').getAttribute('aria-multiselectable')).toBeNull()
    })
  })
})
