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
  const mayHandle = createLargeAnswers()
  const first = mayHandle(large, 'ada', never)
  const second = mayHandle(large, 'bo', never)
  const small = mayHandle(1000, 'cy', never)
  expect(await isDone(first)).toBe(true)
  expect(await isDone(small)).toBe(true)
  expect(await isDone(second)).toBe(false)
  await second
})

test('one person’s five answers do not all come before another person’s first', async () => {
  const mayHandle = createLargeAnswers()
  const order: string[] = []
  const handle = (person: string) => mayHandle(large, person, never).then(() => order.push(person))
  const five = Array.from({ length: 5 }, () => handle('ada'))
  await Promise.all([...five, handle('bo')])
  expect(order.indexOf('bo')).toBeLessThanOrEqual(2)
})

test('an answer that nobody waits for any more leaves its place to the next', async () => {
  const mayHandle = createLargeAnswers()
  const gone = new AbortController()
  const first = mayHandle(large, 'ada', never)
  const second = mayHandle(large, 'bo', gone.signal)
  const third = mayHandle(large, 'cy', never)
  gone.abort(new Error('gone'))
  await expect(second).rejects.toThrow('gone')
  await first
  await third
})
