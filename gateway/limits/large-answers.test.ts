import { expect, test } from 'vitest'
import { createLargeAnswers } from './large-answers'

const large = 1024 * 1024
const never = new AbortController().signal

/** Returns whether a promise has settled once every microtask has run. */
async function isDone(promise: Promise<void>): Promise<boolean> {
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
