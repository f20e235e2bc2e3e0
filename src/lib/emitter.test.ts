import { afterEach, expect, it, vi } from 'vitest'
import { createEmitter, createKeyedEmitter } from './emitter'

afterEach(() => vi.unstubAllGlobals())

it('calls every listener, in the order in which they came, with what is emitted', () => {
  const emitter = createEmitter<[string, number]>()
  const calls: string[] = []
  emitter.subscribe((name, count) => calls.push(`first ${name} ${count}`))
  emitter.subscribe((name) => calls.push(`second ${name}`))
  emitter.emit('a', 1)
  expect(calls).toEqual(['first a 1', 'second a'])
})

it('ends one subscription at a time, even of the same listener', () => {
  const emitter = createEmitter()
  const listener = vi.fn()
  const stopFirst = emitter.subscribe(listener)
  const stopSecond = emitter.subscribe(listener)
  stopFirst()
  stopFirst()
  emitter.emit()
  expect(listener).toHaveBeenCalledTimes(1)
  expect(emitter.hasListeners()).toBe(true)
  stopSecond()
  emitter.emit()
  expect(listener).toHaveBeenCalledTimes(1)
  expect(emitter.hasListeners()).toBe(false)
})

it('calls the other listeners and the caller goes on when one throws', () => {
  const deferred: (() => void)[] = []
  vi.stubGlobal('queueMicrotask', (task: () => void) => deferred.push(task))
  const emitter = createEmitter()
  const other = vi.fn()
  emitter.subscribe(() => {
    throw new Error('a bug in a listener')
  })
  emitter.subscribe(other)
  emitter.emit()
  expect(other).toHaveBeenCalledTimes(1)
  expect(deferred).toHaveLength(1)
  expect(deferred[0]).toThrow('a bug in a listener')
})

it('leaves out who unsubscribed, and who came, while it was emitting', () => {
  const emitter = createEmitter()
  const [leaving, coming] = [vi.fn(), vi.fn()]
  emitter.subscribe(() => {
    stop()
    emitter.subscribe(coming)
  })
  const stop = emitter.subscribe(leaving)
  emitter.emit()
  expect(leaving).not.toHaveBeenCalled()
  expect(coming).not.toHaveBeenCalled()
})

it('calls the listeners of one key only', () => {
  const emitter = createKeyedEmitter<string>()
  const [onA, onB] = [vi.fn(), vi.fn()]
  emitter.subscribe('a', onA)
  emitter.subscribe('b', onB)
  emitter.emit('a')
  emitter.emit('nobody listens to this')
  expect(onA).toHaveBeenCalledTimes(1)
  expect(onB).not.toHaveBeenCalled()
})

it('forgets a key when its last listener leaves', () => {
  const emitter = createKeyedEmitter<number>()
  const stopFirst = emitter.subscribe(7, vi.fn())
  const stopSecond = emitter.subscribe(7, vi.fn())
  stopFirst()
  expect([...emitter.keys()]).toEqual([7])
  stopSecond()
  expect([...emitter.keys()]).toEqual([])
  expect(emitter.hasListeners()).toBe(false)
})

it('keeps the new listeners of a key when an old subscription is ended twice', () => {
  const emitter = createKeyedEmitter<number>()
  const stopOld = emitter.subscribe(7, vi.fn())
  stopOld()
  const listener = vi.fn()
  emitter.subscribe(7, listener)
  stopOld()
  emitter.emit(7)
  expect(listener).toHaveBeenCalledTimes(1)
})
