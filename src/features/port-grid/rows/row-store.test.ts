import { expect, it, vi } from 'vitest'
import { noActivity } from '../../change/engine/stores/port-activity'
import { aPort } from '../../change/testing/fake-effects'
import { type PortRow, rowId } from './port-row'
import { createRowStore, type Rows } from './row-store'

function row(port: number): PortRow {
  return {
    id: rowId('s1', port),
    componentId: 's1',
    isTwice: false,
    port: aPort(port),
    rules: [],
    activity: noActivity,
  }
}

function source(first: PortRow[]) {
  let rows: Rows = new Map(first.map((one) => [one.id, one]))
  const listeners = new Set<() => void>()
  return {
    listeners,
    read: () => rows,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(next: PortRow[]) {
      rows = new Map(next.map((one) => [one.id, one]))
      for (const listener of listeners) listener()
    },
  }
}

it('tells only the rows that changed, and the list', () => {
  const [a, b] = [row(80), row(81)]
  const from = source([a, b])
  const store = createRowStore(from)
  const [onList, onA, onB] = [vi.fn(), vi.fn(), vi.fn()]
  store.subscribe(onList)
  store.subscribeRow(a.id, onA)
  store.subscribeRow(b.id, onB)
  from.set([a, row(81)])
  expect(onA).not.toHaveBeenCalled()
  expect(onB).toHaveBeenCalledTimes(1)
  expect(onList).toHaveBeenCalledTimes(1)
})

it('tells a row that it has gone', () => {
  const from = source([row(80)])
  const store = createRowStore(from)
  const onRow = vi.fn()
  store.subscribeRow('s1:80', onRow)
  from.set([])
  expect(onRow).toHaveBeenCalledTimes(1)
  expect(store.row('s1:80')).toBeUndefined()
})

it('tells nobody when nothing changed', () => {
  const from = source([row(80)])
  const store = createRowStore(from)
  const onList = vi.fn()
  store.subscribe(onList)
  for (const listener of from.listeners) listener()
  expect(onList).not.toHaveBeenCalled()
})

it('leaves its source when nobody listens any more, and is up to date all the same', () => {
  const from = source([row(80)])
  const store = createRowStore(from)
  const stops = [store.subscribe(vi.fn()), store.subscribeRow('s1:80', vi.fn())]
  expect(from.listeners.size).toBe(1)
  for (const stop of stops) stop()
  expect(from.listeners.size).toBe(0)
  from.set([row(81)])
  expect([...store.rows().keys()]).toEqual(['s1:81'])
})

it('keeps its list while only what is under way changes', () => {
  const a = row(80)
  const from = source([a])
  const store = createRowStore(from)
  store.subscribe(vi.fn())
  const listed = store.listed()
  from.set([{ ...a, activity: { pending: { inner: true }, refusal: null } }])
  expect(store.rows()).not.toBe(listed)
  expect(store.listed()).toBe(listed)
  from.set([row(80)])
  expect(store.listed()).not.toBe(listed)
})
