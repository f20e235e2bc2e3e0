import { expect, it, vi } from 'vitest'
import { noActivity } from '../../change/engine/stores/port-activity'
import { aPort } from '../../change/testing/fake-effects'
import { type PortRow, rowId } from './port-row'
import { createRowStore, type Rows } from './row-store'

function row(port: number, componentId = 's1'): PortRow {
  return {
    id: rowId(componentId, port),
    componentId,
    isTwice: false,
    areRulesToCome: false,
    isFromLastVisit: false,
    port: aPort(port),
    rules: [],
    activity: noActivity,
    place: null,
  }
}

function source(first: PortRow[], component = 's1') {
  let rows: Rows = new Map(first.map((one) => [one.id, one]))
  const listeners = new Set<() => void>()
  return {
    component,
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
  expect([...store.rows('s1').keys()]).toEqual(['s1:81'])
})

it('keeps its list while only what is under way changes', () => {
  const a = row(80)
  const from = source([a])
  const store = createRowStore(from)
  store.subscribe(vi.fn())
  const listed = store.listed('s1')
  from.set([{ ...a, activity: { pending: { inner: true }, refusal: null } }])
  expect(store.rows('s1')).not.toBe(listed)
  expect(store.listed('s1')).toBe(listed)
  from.set([row(80)])
  expect(store.listed('s1')).not.toBe(listed)
})

it('keeps the components apart, in the order of their sources', () => {
  const [one, other] = [source([row(80)]), source([row(80, 's2')], 's2')]
  const store = createRowStore(other, one)
  const [onRow, onOther] = [vi.fn(), vi.fn()]
  store.subscribeRow('s1:80', onRow)
  store.subscribeRow('s2:80', onOther)
  expect(store.components()).toEqual(['s2', 's1'])
  one.set([row(80), row(81)])
  one.set([row(80)])
  expect(store.row('s1:80')?.componentId).toBe('s1')
  expect(onRow).toHaveBeenCalled()
  expect(onOther).not.toHaveBeenCalled()
})

it('takes new sources while it is watched, and leaves those that are gone', () => {
  const [one, other, third] = [source([row(80)]), source([row(1, 's2')], 's2'), source([row(2, 's3')], 's3')]
  const store = createRowStore(one, other)
  const [onList, onGone] = [vi.fn(), vi.fn()]
  store.subscribe(onList)
  store.subscribeRow('s2:1', onGone)
  store.set([third, one])
  expect(store.components()).toEqual(['s3', 's1'])
  expect([one, other, third].map(({ listeners }) => listeners.size)).toEqual([1, 0, 1])
  expect(onList).toHaveBeenCalledTimes(1)
  expect(onGone).toHaveBeenCalledTimes(1)
  expect(store.row('s2:1')).toBeUndefined()
  expect(store.row('s3:2')).toBeDefined()
})
