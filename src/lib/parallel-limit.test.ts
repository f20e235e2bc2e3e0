import { expect, it } from 'vitest'
import { createParallelLimit } from './parallel-limit'

/** Resolves when everything that waits for nothing but promises has run. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

it('runs so many at a time, the others in their order, and goes on after a failure', async () => {
  const limited = createParallelLimit(2)
  const begun: number[] = []
  const gates: { resolve: () => void; reject: (reason: Error) => void }[] = []
  const run = (id: number) =>
    limited(() => {
      begun.push(id)
      return new Promise<void>((resolve, reject) => gates.push({ resolve, reject }))
    })
  const results = [run(1), run(2), run(3), run(4)].map((result) => result.catch(() => 'failed'))
  expect(begun).toEqual([1, 2])
  gates[0]?.reject(new Error('no'))
  await settled()
  expect(begun).toEqual([1, 2, 3])
  gates[1]?.resolve()
  gates[2]?.resolve()
  await settled()
  expect(begun).toEqual([1, 2, 3, 4])
  gates[3]?.resolve()
  expect(await Promise.all(results)).toEqual(['failed', undefined, undefined, undefined])
})
