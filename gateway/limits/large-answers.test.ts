import { expect, test } from 'vitest'
import { createLargeAnswers } from './large-answers'

const large = 1024 * 1024
const never = new AbortController().signal

/** Returns whether a promise has settled once every microtask has run. */
async function isDone(promise: Promise<unknown>): Promise<boolean> {
  let done = false
  void promise.finally(() => (done = true)).catch(() => undefined)
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  return done
}

test('a large answer is handled after the one before, and a small one at once', async () => {
  const { handle } = createLargeAnswers({ now: () => 0 })
  const first = handle(large, 'ada', never)
  const second = handle(large, 'bo', never)
  const small = handle(1000, 'cy', never)
  expect(await isDone(first)).toBe(true)
  expect(await isDone(small)).toBe(true)
  expect(await isDone(second)).toBe(false)
  await second
})

test('one person’s five answers do not all come before another person’s first', async () => {
  const { handle } = createLargeAnswers({ now: () => 0 })
  const order: string[] = []
  const note = (person: string) => handle(large, person, never).then(() => order.push(person))
  const five = Array.from({ length: 5 }, () => note('ada'))
  await Promise.all([...five, note('bo')])
  expect(order.indexOf('bo')).toBeLessThanOrEqual(2)
})

test('an answer that nobody waits for any more leaves its place to the next', async () => {
  const { handle } = createLargeAnswers({ now: () => 0 })
  const gone = new AbortController()
  const first = handle(large, 'ada', never)
  const second = handle(large, 'bo', gone.signal)
  const third = handle(large, 'cy', never)
  gone.abort(new Error('gone'))
  await expect(second).rejects.toThrow('gone')
  await first
  await third
})

test('a person who has used up their share gets no large answer until it is restored, and others do', async () => {
  let time = 0
  let busy = 0
  const { admit, handle } = createLargeAnswers({ now: () => time, clock: () => busy })
  admit(large, 'ada')
  await handle(large, 'ada', never)
  busy += 300
  await new Promise((resolve) => setImmediate(resolve))

  expect(() => admit(large, 'ada')).toThrow(
    expect.objectContaining({ facts: expect.objectContaining({ retryAfter: 25 }) as unknown }),
  )
  admit(1000, 'ada')
  admit(large, 'bo')
  time += 25_001
  admit(large, 'ada')
})

/** Lets everything run that is due now. */
const turn = () => new Promise((resolve) => setImmediate(resolve))

/** Creates the limits on a clock that stands still, with pauses that end on demand. */
function paused() {
  const clock = { time: 0 }
  const pauses: { readonly ms: number; readonly end: () => void }[] = []
  const answers = createLargeAnswers({
    now: () => 0,
    clock: () => clock.time,
    delay: (ms) => new Promise((end) => pauses.push({ ms, end })),
  })
  return { ...answers, clock, pauses }
}

test('work on a large answer pauses once it has kept the process busy, three times as long, before anybody else’s', async () => {
  const { handle, clock, pauses } = paused()
  const pause = await handle(large, 'ada', never)
  const next = handle(large, 'bo', never)

  clock.time += 3
  await pause()
  expect(pauses).toEqual([])
  clock.time += 2
  const working = pause()
  await turn()
  expect(pauses.map(({ ms }) => ms)).toEqual([15])
  expect(await isDone(working)).toBe(false)
  expect(await isDone(next)).toBe(false)

  pauses[0]?.end()
  await working
  clock.time += 4
  await turn()
  expect(pauses.map(({ ms }) => ms)).toEqual([15, 12])
  expect(await isDone(next)).toBe(false)
  pauses[1]?.end()
  await next
})

test('each part of the work counts towards the person’s share, without the pauses', async () => {
  const { admit, handle, clock, pauses } = paused()
  const pause = await handle(large, 'ada', never)
  for (const part of [90, 90]) {
    clock.time += part
    const working = pause()
    clock.time += 1000
    pauses.at(-1)?.end()
    await working
  }
  admit(large, 'ada')
  clock.time += 20
  await turn()
  expect(() => admit(large, 'ada')).toThrow('Too many large answers.')
})

test('work that nobody waits for any more ends at its next pause, and leaves its place', async () => {
  const { handle, clock, pauses } = paused()
  const gone = new AbortController()
  const pause = await handle(large, 'ada', gone.signal)
  const next = handle(large, 'bo', never)
  clock.time += 10
  const working = pause()
  gone.abort(new Error('gone'))
  pauses[0]?.end()
  await expect(working).rejects.toThrow('gone')
  await turn()
  pauses[1]?.end()
  await next
})
