import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { noActivity } from '../../change/engine/stores/port-activity'
import { aPort } from '../../change/testing/fake-effects'
import { type PortRow, rowId } from '../rows/port-row'
import { createRowStore, type Rows } from '../rows/row-store'
import { createSelection } from './selection-store'

function row(componentId: string, port: number, isTwice = false): PortRow {
  const known = {
    rules: [],
    areRulesToCome: false,
    activity: noActivity,
    isFromLastVisit: false,
    place: null,
  }
  return { id: rowId(componentId, port), componentId, port: aPort(port), isTwice, ...known }
}

function source(component: string, first: readonly PortRow[]) {
  let rows: Rows = new Map(first.map((one) => [one.id, one]))
  const listeners = new Set<() => void>()
  return {
    component,
    read: () => rows,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(next: readonly PortRow[]) {
      rows = new Map(next.map((one) => [one.id, one]))
      for (const listener of listeners) listener()
    },
  }
}

/** A selection among two components of three ports each, the last of which can't be changed. */
function setUp() {
  const [a, b] = [
    source('a', [row('a', 1), row('a', 2), row('a', 3)]),
    source('b', [row('b', 1), row('b', 2), row('b', 3, true)]),
  ]
  const store = createRowStore(a, b)
  const selection = createSelection(store)
  store.subscribe(selection.dropGone)
  selection.list(['a', 'a:1', 'a:2', 'a:3', 'b', 'b:1', 'b:2', 'b:3'])
  return { a, b, selection, selected: () => [...selection.ids()].sort() }
}

describe('a selection', () => {
  it('tells only the row that was toggled', () => {
    const { selection } = setUp()
    const [onOne, onOther] = [vi.fn(), vi.fn()]
    selection.subscribeRow('a:1', onOne)
    selection.subscribeRow('a:2', onOther)
    selection.toggle('a:1')
    expect(onOne).toHaveBeenCalledTimes(1)
    expect(onOther).not.toHaveBeenCalled()
  })

  it('selects all listed rows at once, but none that can’t be changed', () => {
    const { selection, selected } = setUp()
    const onChange = vi.fn()
    selection.subscribe(onChange)
    selection.toggleListed()
    expect(selected()).toEqual(['a:1', 'a:2', 'a:3', 'b:1', 'b:2'])
    expect(selection.summary()).toEqual({ selected: 5, hidden: 0, selectable: 5, listed: 'all' })
    expect(onChange).toHaveBeenCalledTimes(1)
    selection.toggleListed()
    expect(selected()).toEqual([])
  })

  it('keeps what a filter hides, and counts it apart', () => {
    const { selection } = setUp()
    selection.toggle('a:1')
    selection.toggle('b:1')
    selection.list(['b', 'b:1', 'b:2'])
    expect(selection.summary()).toEqual({ selected: 2, hidden: 1, selectable: 2, listed: 'some' })
    selection.toggleListed()
    expect(selection.summary()).toEqual({ selected: 3, hidden: 1, selectable: 2, listed: 'all' })
  })

  it('drops what is gone or can’t be changed any more, and nothing else', () => {
    const { a, selection, selected } = setUp()
    selection.toggleListed()
    a.set([row('a', 3), row('a', 1, true)])
    expect(selected()).toEqual(['a:3', 'b:1', 'b:2'])
  })

  it('looks only at the component whose rows have changed, however many are selected', () => {
    const looksAmong = (count: number) => {
      const sources = Array.from({ length: count }, (_, at) => source(`c${at}`, [row(`c${at}`, 1)]))
      const store = createRowStore(...sources)
      const selection = createSelection(store)
      store.subscribe(selection.dropGone)
      selection.list(sources.map(({ component }) => `${component}:1`))
      selection.selectListed()
      sources[0]?.set([row('c0', 1)])
      const listed = vi.spyOn(store, 'listed')
      sources[0]?.set([row('c0', 1)])
      return listed.mock.calls.length
    }
    expect(looksAmong(1)).toBe(1)
    expect(looksAmong(1000)).toBe(1)
  })

  it('selects the listed rows of a component, whatever the arrangement', () => {
    const { selection, selected } = setUp()
    selection.toggleComponent('b')
    expect(selected()).toEqual(['b:1', 'b:2'])
    expect(selection.ofComponent('b')).toBe('all')
    expect(selection.ofComponent('a')).toBe('none')
    selection.list(['b:1', 'a:1', 'b:2'])
    selection.toggle('b:2')
    expect(selection.ofComponent('b')).toBe('some')
    selection.list(['a:1'])
    expect(selection.ofComponent('b')).toBeNull()
  })

  it('gives a range the state of the row where it begins, in the order of the list', () => {
    const { selection, selected } = setUp()
    selection.list(['b:2', 'a:3', 'a:1', 'b:1'])
    selection.toggle('a:3')
    selection.extend('b:1')
    expect(selected()).toEqual(['a:1', 'a:3', 'b:1'])
    selection.toggle('a:1')
    selection.extend('b:1')
    expect(selected()).toEqual(['a:3'])
  })

  it('takes back what a longer range selected, but not what was selected before', () => {
    const { selection, selected } = setUp()
    selection.toggle('b:1')
    selection.toggle('a:1')
    selection.extend('b:2')
    expect(selected()).toEqual(['a:1', 'a:2', 'a:3', 'b:1', 'b:2'])
    selection.extend('a:2')
    expect(selected()).toEqual(['a:1', 'a:2', 'b:1'])
  })

  it('selects on the way from row to row, and deselects on the way back', () => {
    const { selection, selected } = setUp()
    selection.step('a:3', 'b')
    selection.step('b', 'b:1')
    expect(selected()).toEqual(['a:3', 'b:1'])
    selection.step('b:1', 'b')
    selection.step('b', 'a:3')
    expect(selected()).toEqual(['a:3'])
  })
})

const ports = [1, 2, 3, 4]
const components = ['a', 'b', 'c']
const every = components.flatMap((component) => ports.map((port) => rowId(component, port)))
const operation = fc.oneof(
  fc.record({ kind: fc.constant('toggle' as const), id: fc.constantFrom(...every) }),
  fc.record({ kind: fc.constant('extend' as const), id: fc.constantFrom(...every) }),
  fc.record({ kind: fc.constant('component' as const), component: fc.constantFrom(...components) }),
  fc.record({ kind: fc.constantFrom('listed' as const, 'clear' as const) }),
  fc.record({ kind: fc.constant('list' as const), ids: fc.shuffledSubarray(every) }),
  fc.record({
    kind: fc.constant('rows' as const),
    component: fc.constantFrom(...components),
    ports: fc.uniqueArray(fc.constantFrom(...ports)),
    twice: fc.constantFrom(...ports),
  }),
)

/** The same in plain sets and arrays, looked through as a whole every time. */
class NaiveSelection {
  selected = new Set<string>()
  listed: readonly string[] = every
  free = new Set(every)
  anchor: string | null = null
  changed: string[] = []

  toggle(id: string) {
    if (!this.free.has(id)) return
    this.anchor = id
    this.changed = []
    this.put(id, !this.selected.has(id))
  }

  extend(id: string) {
    const [from, to] = [this.listed.indexOf(this.anchor ?? ''), this.listed.indexOf(id)]
    if (from === -1 || to === -1) {
      this.toggle(id)
      return
    }
    const on = this.selected.has(this.anchor ?? '')
    for (const each of this.changed) this.put(each, !this.selected.has(each))
    this.changed = this.listed.filter(
      (each, at) => (at - from) * (at - to) <= 0 && this.free.has(each) && this.selected.has(each) !== on,
    )
    for (const each of this.changed) this.put(each, on)
  }

  toggleAll(ids: readonly string[]) {
    const free = ids.filter((id) => this.free.has(id))
    const on = !free.every((id) => this.selected.has(id))
    this.anchor = null
    for (const id of free) this.put(id, on)
  }

  put(id: string, on: boolean) {
    if (on) this.selected.add(id)
    else this.selected.delete(id)
  }
}

it('is what a plain set would be after any operations', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
      const sources = components.map((component) =>
        source(
          component,
          ports.map((port) => row(component, port)),
        ),
      )
      const store = createRowStore(...sources)
      const selection = createSelection(store)
      store.subscribe(selection.dropGone)
      selection.list(every)
      const told = new Map(every.map((id) => [id, false]))
      for (const id of every) selection.subscribeRow(id, () => told.set(id, selection.has(id)))
      const model = new NaiveSelection()

      for (const each of operations) {
        switch (each.kind) {
          case 'toggle':
            selection.toggle(each.id)
            model.toggle(each.id)
            break
          case 'extend':
            selection.extend(each.id)
            model.extend(each.id)
            break
          case 'component':
            selection.toggleComponent(each.component)
            model.toggleAll(model.listed.filter((id) => id.startsWith(`${each.component}:`)))
            break
          case 'listed':
            selection.toggleListed()
            model.toggleAll(model.listed)
            break
          case 'clear':
            selection.clear()
            model.selected.clear()
            model.anchor = null
            break
          case 'list':
            selection.list(each.ids)
            model.listed = each.ids
            break
          case 'rows': {
            const { component } = each
            const rows = each.ports.map((port) => row(component, port, port === each.twice))
            sources.find((one) => one.component === component)?.set(rows)
            for (const port of ports) model.free.delete(rowId(component, port))
            for (const { id, isTwice } of rows) if (!isTwice) model.free.add(id)
            model.selected = new Set([...model.selected].filter((id) => model.free.has(id)))
            break
          }
        }
        expect(new Set(selection.ids())).toEqual(model.selected)
        expect(told).toEqual(new Map(every.map((id) => [id, model.selected.has(id)])))
        const free = model.listed.filter((id) => model.free.has(id))
        const shown = free.filter((id) => model.selected.has(id)).length
        expect(selection.summary()).toEqual({
          selected: model.selected.size,
          hidden: model.selected.size - shown,
          selectable: free.length,
          listed: shown === 0 ? 'none' : shown === free.length ? 'all' : 'some',
        })
      }
    }),
    { seed: 20261128, numRuns: 400 },
  )
})
