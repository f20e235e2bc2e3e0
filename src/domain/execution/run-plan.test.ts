import { describe, expect, test } from 'vitest'
import type { Step } from '../model/step'
import { type Failure, type PlanRunner, type Progress, runPlan } from './run-plan'

const steps: Step[] = [80, 81, 82].map((port) => ({ call: 'delete', port, reason: 'desired' }))

class Failed extends Error {
  constructor(readonly failure: Failure) {
    super(failure)
  }
}

/** Sends to a server that fails as told, call by call, and remembers what it got. */
function aServer(failures: Record<number, Failure> = {}) {
  const sent: number[] = []
  const waited: number[] = []
  const progress: Progress[] = []
  const runner: PlanRunner = {
    send: (step) => {
      sent.push(step.port)
      const failure = failures[sent.length]
      return failure === undefined ? Promise.resolve() : Promise.reject(new Failed(failure))
    },
    classify: (error) => (error instanceof Failed ? error.failure : 'ambiguous'),
    wait: (milliseconds) => {
      waited.push(milliseconds)
      return Promise.resolve()
    },
    onProgress: (one) => progress.push(one),
    busyDelays: [10, 20],
  }
  return { sent, waited, progress, runner }
}

test('all steps are sent in order, and each is said before and after', async () => {
  const { sent, progress, runner } = aServer()
  expect(await runPlan(steps, runner)).toEqual({ kind: 'done', done: steps })
  expect(sent).toEqual([80, 81, 82])
  expect(progress.map(({ state, at }) => `${state} ${String(at)}`)).toEqual([
    ...['sending 0', 'done 0', 'sending 1', 'done 1', 'sending 2', 'done 2'],
  ])
})

test('no steps are done at once', async () => {
  expect(await runPlan([], aServer().runner)).toEqual({ kind: 'done', done: [] })
})

test('it stops at the first refusal, and says what was done', async () => {
  const { sent, runner } = aServer({ 2: 'refused' })
  const outcome = await runPlan(steps, runner)
  expect(outcome).toMatchObject({ kind: 'refused', at: 1, step: steps[1], done: [steps[0]] })
  expect(outcome).toHaveProperty('error', new Failed('refused'))
  expect(sent).toEqual([80, 81])
})

test('an ambiguous failure ends it as unclear, and the step is not sent again', async () => {
  const { sent, runner } = aServer({ 2: 'ambiguous' })
  expect(await runPlan(steps, runner)).toMatchObject({ kind: 'unclear', at: 1, done: [steps[0]] })
  expect(sent).toEqual([80, 81])
})

describe('"too frequent"', () => {
  test('waits, visibly, and sends the same step again', async () => {
    const { sent, waited, progress, runner } = aServer({ 2: 'busy', 3: 'busy' })
    expect(await runPlan(steps, runner)).toEqual({ kind: 'done', done: steps })
    expect(sent).toEqual([80, 81, 81, 81, 82])
    expect(waited).toEqual([10, 20])
    expect(progress).toContainEqual({ state: 'waiting', at: 1, step: steps[1], attempt: 1, milliseconds: 20 })
    expect(progress).toContainEqual({ state: 'sending', at: 1, step: steps[1], attempt: 2 })
  })

  test('gives up after a few times: nothing was applied', async () => {
    const { sent, runner } = aServer({ 1: 'busy', 2: 'busy', 3: 'busy' })
    expect(await runPlan(steps, runner)).toMatchObject({ kind: 'refused', at: 0, done: [] })
    expect(sent).toEqual([80, 80, 80])
  })

  test('does not hide another failure', async () => {
    const { runner } = aServer({ 1: 'busy', 2: 'ambiguous' })
    expect(await runPlan(steps, runner)).toMatchObject({ kind: 'unclear', at: 0 })
  })
})

describe('stopping', () => {
  test('before the first step sends nothing', async () => {
    const { sent, runner } = aServer()
    expect(await runPlan(steps, { ...runner, signal: AbortSignal.abort() })).toEqual({
      kind: 'stopped',
      done: [],
      at: 0,
    })
    expect(sent).toEqual([])
  })

  test('during a step lets it finish', async () => {
    const { sent, runner } = aServer()
    const stop = new AbortController()
    const send = (step: Step) => {
      if (step.port === 81) stop.abort()
      return runner.send(step)
    }
    const outcome = await runPlan(steps, { ...runner, send, signal: stop.signal })
    expect(outcome).toEqual({ kind: 'stopped', done: [steps[0], steps[1]], at: 2 })
    expect(sent).toEqual([80, 81])
  })

  test('during the last step is too late: the plan is done', async () => {
    const { runner } = aServer()
    const stop = new AbortController()
    const send = (step: Step) => {
      if (step.port === 82) stop.abort()
      return runner.send(step)
    }
    expect(await runPlan(steps, { ...runner, send, signal: stop.signal })).toEqual({
      kind: 'done',
      done: steps,
    })
  })

  test('waits as long as the answer asks, where that is longer', async () => {
    const { sent, waited, runner } = aServer({ 1: 'busy', 2: 'busy' })
    await runPlan(steps, { ...runner, askedWaitMs: () => 15 })
    expect(waited).toEqual([15, 20])
    expect(sent).toEqual([80, 80, 80, 81, 82])
  })

  test('while it waits sends nothing more', async () => {
    const { sent, runner } = aServer({ 1: 'busy' })
    const stop = new AbortController()
    const wait = () => {
      stop.abort()
      return Promise.resolve()
    }
    const outcome = await runPlan(steps, { ...runner, wait, signal: stop.signal })
    expect(outcome).toEqual({ kind: 'stopped', done: [], at: 0 })
    expect(sent).toEqual([80])
  })
})
