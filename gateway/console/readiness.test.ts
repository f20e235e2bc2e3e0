import { expect, test } from 'vitest'
import { createReadiness } from './readiness'
import { troubleRefusal } from './trouble/trouble'

test('asks a busy console no earlier than it asked for, and reports each change once', async () => {
  let time = 0
  let asked = 0
  let isBusy = false
  const changes: unknown[] = []
  const isReachable = createReadiness({
    now: () => time,
    onChange: (reachable, why) => changes.push([reachable, why['trouble']]),
    call: () => {
      asked += 1
      return isBusy
        ? Promise.reject(troubleRefusal({ cause: 'busy', status: 503, retryAfter: 60 }))
        : Promise.resolve({ status: 401, body: '{}', json: {} })
    },
  })
  const found: (readonly [number, boolean, number])[] = []
  for (const [at, busy] of [
    [0, false],
    [6000, true],
    [12_000, true],
    [60_000, true],
    [67_000, true],
    [128_000, false],
  ] as const) {
    time = at
    isBusy = busy
    found.push([at, await isReachable(), asked])
  }
  expect(found).toEqual([
    [0, true, 1],
    [6000, false, 2],
    [12_000, false, 2],
    [60_000, false, 2],
    [67_000, false, 3],
    [128_000, true, 4],
  ])
  expect(changes).toEqual([
    [false, 'busy'],
    [true, undefined],
  ])
})
