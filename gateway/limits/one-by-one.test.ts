import { expect, test } from 'vitest'
import { createOneByOne } from './one-by-one'

test('one task runs in each turn, in order, the first one at once', () => {
  const turns: (() => void)[] = []
  const done: string[] = []
  const oneByOne = createOneByOne((run) => turns.push(run))
  const nextTurn = () => turns.splice(0).forEach((run) => run())

  oneByOne(() => {
    done.push('first')
    oneByOne(() => done.push('second'))
  })
  oneByOne(() => done.push('third'))
  for (const count of [1, 2, 3]) {
    expect(done).toEqual(['first', 'second', 'third'].slice(0, count))
    nextTurn()
  }

  nextTurn()
  oneByOne(() => done.push('later'))
  expect(done.at(-1)).toBe('later')
  nextTurn()
  expect([done.length, turns.length]).toEqual([4, 0])
})
