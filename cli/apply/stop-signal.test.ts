import { afterEach, expect, test, vi } from 'vitest'
import { stopOnSignals } from './stop-signal'

afterEach(() => {
  vi.useRealTimers()
})

test('stops at the first signal, takes one that follows at once for the same, and cuts at a later one', () => {
  vi.useFakeTimers()
  const onStop = vi.fn()
  const onCut = vi.fn()
  const { signal, leave } = stopOnSignals({ onStop, onCut })
  process.emit('SIGINT')
  process.emit('SIGINT')
  expect(signal.aborted).toBe(true)
  expect(onStop).toHaveBeenCalledOnce()
  expect(onCut).not.toHaveBeenCalled()
  vi.advanceTimersByTime(500)
  process.emit('SIGTERM')
  expect(onCut).toHaveBeenCalledOnce()
  leave()
  expect(process.listeners('SIGINT')).toEqual([])
})
