import { expect, it } from 'vitest'
import { settled } from '../../testing/fake-effects'
import { createComponentQueues } from './component-queue'

function queues(merge: (waiting: string, next: string) => string | null = () => null) {
  const log: string[] = []
  const gates = new Map<string, () => void>()
  const made = createComponentQueues<string>({
    perform: (job) => {
      log.push(`begin ${job}`)
      return new Promise((resolve) =>
        gates.set(job, () => {
          log.push(`end ${job}`)
          resolve()
        }),
      )
    },
    settle: (component) => {
      log.push(`settle ${component}`)
      return Promise.resolve()
    },
    merge,
    onChange: () => undefined,
  })
  const finish = async (job: string) => {
    gates.get(job)?.()
    await settled()
  }
  return { made, log, finish }
}

it('runs the jobs of one component one after the other, and settles after the last', async () => {
  const { made, log, finish } = queues()
  made.add('a', '1')
  made.add('a', '2')
  expect(made.jobs('a')).toEqual(['1', '2'])
  await finish('1')
  await finish('2')
  expect(log).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2', 'settle a'])
  expect(made.isBusy('a')).toBe(false)
})

it('runs components side by side', async () => {
  const { made, log, finish } = queues()
  made.add('a', '1')
  made.add('b', '2')
  await finish('2')
  expect(log).toEqual(['begin 1', 'begin 2', 'end 2', 'settle b'])
  expect(made.isBusy('a')).toBe(true)
})

it('runs what comes while it settles after that, and settles again', async () => {
  const { made, log, finish } = queues()
  made.add('a', '1')
  const first = finish('1')
  made.add('a', '2')
  await first
  await finish('2')
  expect(log.filter((line) => line.startsWith('settle'))).toHaveLength(1)
  made.add('a', '3')
  await finish('3')
  expect(log.slice(-3)).toEqual(['begin 3', 'end 3', 'settle a'])
})

it('merges with the last job that waits, never with the one that runs', async () => {
  const { made, log, finish } = queues((waiting, next) => `${waiting}+${next}`)
  made.add('a', '1')
  made.add('a', '2')
  made.add('a', '3')
  expect(made.jobs('a')).toEqual(['1', '2+3'])
  await finish('1')
  await finish('2+3')
  expect(log).toEqual(['begin 1', 'end 1', 'begin 2+3', 'end 2+3', 'settle a'])
})
