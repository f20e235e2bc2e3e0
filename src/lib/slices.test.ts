import { afterEach, expect, it, vi } from 'vitest'
import { createSlices } from './slices'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it('runs tasks in their order, and lets the browser go on after each slice', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  let clock = 0
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
  const inSlices = createSlices(10)
  const log: (string | number)[] = []
  const run = async (task: number) => {
    const turn = inSlices()
    if (turn) await turn
    log.push(task)
    clock += 4
  }
  const all = Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(run))
  log.push('paint')
  for (let at = 0; at < 8; at += 1) {
    await vi.advanceTimersToNextTimerAsync()
    log.push('paint')
  }
  await all
  expect(log.join(' ').replace(/( paint)+$/, '')).toBe('1 2 3 paint 4 5 6 paint 7 8')
})
