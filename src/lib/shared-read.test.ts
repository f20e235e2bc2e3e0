import { expect, it } from 'vitest'
import { createSharedRead } from './shared-read'

function reads() {
  const asked: { answer: (value: number) => void; fail: () => void; abandoned: AbortSignal }[] = []
  const shared = createSharedRead(
    (abandoned) =>
      new Promise<number>((resolve, reject) =>
        asked.push({ answer: resolve, fail: () => reject(new Error('no')), abandoned }),
      ),
  )
  return { asked, shared }
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

it('reads once more for all who ask while it reads', async () => {
  const { asked, shared } = reads()
  const first = shared.read()
  const later = [shared.read(), shared.read(), shared.read()]
  await settled()
  expect(asked).toHaveLength(1)
  asked[0]?.answer(1)
  expect(await first).toBe(1)
  await settled()
  expect(asked).toHaveLength(2)
  asked[1]?.answer(2)
  expect(await Promise.all(later)).toEqual([2, 2, 2])
  expect(shared.isRunning()).toBe(false)
})

it('never answers with what was asked for before', async () => {
  const { asked, shared } = reads()
  const first = shared.read()
  const second = shared.read()
  asked[0]?.answer(1)
  await settled()
  const third = shared.read()
  asked[1]?.answer(2)
  await settled()
  asked[2]?.answer(3)
  expect(await Promise.all([first, second, third])).toEqual([1, 2, 3])
})

it('a failure is told to those who waited for it alone', async () => {
  const { asked, shared } = reads()
  const first = shared.read()
  const second = shared.read()
  asked[0]?.fail()
  await expect(first).rejects.toThrow('no')
  await settled()
  asked[1]?.answer(2)
  expect(await second).toBe(2)
})

it('is abandoned when all have given up, and not before', async () => {
  const { asked, shared } = reads()
  const first = new AbortController()
  const reading = shared.read(first.signal)
  first.abort(new Error('given up'))
  await expect(reading).rejects.toThrow('given up')
  expect(asked[0]?.abandoned.aborted).toBe(true)

  const second = new AbortController()
  const left = shared.read(second.signal)
  const kept = shared.read()
  second.abort(new Error('given up'))
  await expect(left).rejects.toThrow('given up')
  asked[0]?.fail()
  await settled()
  expect(asked[1]?.abandoned.aborted).toBe(false)
  asked[1]?.answer(2)
  expect(await kept).toBe(2)
})
