import { QueryClient } from '@tanstack/react-query'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { createEmulator } from '../../../../emulator/create-emulator'
import { faultNames } from '../../../../emulator/faults/definitions'
import { portsQuery } from '../../../api/resources/ports'
import type { DesiredState } from '../../../domain/model/desired-state'
import type { Step } from '../../../domain/model/step'
import { planPorts } from '../../../domain/plan/plan'
import { arbitraryDesiredState, desiredOf } from '../../../domain/testing/arbitrary-desired-state'
import { arbitraryWorld } from '../../../domain/testing/arbitrary-world'
import { place, seedOf } from '../../../domain/testing/seed-of-world'
import { aConsole, type OneConsole, type Write } from '../testing/many-consoles'
import { consoleEffects } from './console/console-effects'
import { createEngine, type Engine } from './engine'
import type { Outcome, StepResult } from './outcome'
import { answersOf, numberToType, type ReviewAnswer } from './stores/review'
import { componentOf } from './target'

const parameters = { seed: 20261126, numRuns: 120 }

/** Seconds on a machine of its own, more beside others. */
const timeout = 240_000

const fault = fc.constantFrom(...faultNames.filter((name) => name !== 'slow'))

const arbitraryComponent = fc.record({
  world: arbitraryWorld,
  desired: arbitraryDesiredState,
  /** What its requests meet, in their order. */
  faults: fc.array(fc.option(fault, { freq: 2 }), { maxLength: 12 }),
})

const arbitraryScene = fc.record({
  components: fc.array(arbitraryComponent, { minLength: 1, maxLength: 20 }),
  /** The person's answers, in their order; after them they leave. */
  answers: fc.array(fc.constantFrom<ReviewAnswer>('run', 'run', 'run', 'cancel'), { maxLength: 5 }),
  /** After so many moments it is stopped: by the button, or by whoever asked for it. */
  stop: fc.option(
    fc.record({ after: fc.nat({ max: 60 }), by: fc.constantFrom<'button' | 'signal'>('button', 'signal') }),
  ),
})

afterEach(() => vi.unstubAllGlobals())

function stubFetch(consoles: readonly OneConsole[]) {
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const app = Number(/\/apps\/(\d+)\//.exec(path)?.[1])
    const request = new Request(`http://rainbond.test${path}`, { ...init, signal: null })
    request.headers.set('authorization', place.token)
    const answered = consoles[app - 1]?.fetch(request)
    return answered ?? Promise.reject(new Error(`No component at ${path}`))
  })
}

const tick = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Answers and stops until the change has ended. */
async function play(engine: Engine, changed: Promise<Outcome[]>, scene: Scene, abort: () => void) {
  const answers = [...scene.answers]
  const progress = { isOver: false }
  void changed.then(() => (progress.isOver = true))
  for (let moment = 0; !progress.isOver; moment += 1) {
    if (scene.stop?.after === moment) {
      if (scene.stop.by === 'button') engine.reviews.stop()
      else abort()
    }
    const review = engine.reviews.current()
    if (review && answersOf(review).cancel) {
      const answer = answers.shift() ?? 'cancel'
      engine.reviews.answer(answersOf(review).run === null ? 'cancel' : answer, numberToType(review))
    }
    await tick()
  }
}
type Scene = typeof arbitraryScene extends fc.Arbitrary<infer T> ? T : never

function isWriteOf(step: Step, { method, port, body }: Write): boolean {
  const methods = { add: 'POST', change: 'PUT', delete: 'DELETE' }
  if (method !== methods[step.call] || port !== step.port) return false
  return step.call === 'delete' || JSON.stringify(body) === JSON.stringify(step.body)
}

const carriedOut: readonly StepResult[] = ['done', 'answered', 'unclear']

/** What an outcome says that the console did not do, and the other way round. */
function untruths(outcome: Outcome, writes: readonly Write[]): unknown[] {
  const said = outcome.steps.filter(({ step, result }) => {
    const own = writes.filter((write) => isWriteOf(step, write))
    switch (result) {
      case 'done':
        return !own.some((write) => write.tookEffect)
      case 'answered':
        return !own.some((write) => write.isAnswered)
      case 'no-effect':
        return !own.some((write) => write.isAnswered && !write.tookEffect)
      case 'refused':
        return own.length === 0 || own.at(-1)?.tookEffect === true
      case 'unclear':
        return own.length === 0 || own.at(-1)?.isAnswered === true
      case 'not-sent':
        return (
          own.length > 0 && !outcome.steps.some((other) => other.step !== step && isAlike(other.step, step))
        )
    }
  })
  const unsaid = writes.filter(
    (write) =>
      write.tookEffect &&
      !outcome.steps.some(({ step, result }) => carriedOut.includes(result) && isWriteOf(step, write)),
  )
  return [...said, ...unsaid]
}

function isAlike(one: Step, other: Step): boolean {
  return one.call === other.call && one.port === other.port
}

async function playScene(scene: Scene) {
  const consoles = scene.components.map(({ world, faults }, at) => {
    const { fetch } = createEmulator({ seed: seedOf(world), now: () => new Date(0) })
    return aConsole(at, world, fetch, [...faults])
  })
  stubFetch(consoles)
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  const engine = createEngine({ ...consoleEffects(client), wait: () => Promise.resolve() })
  const desired = new Map<string, DesiredState>()
  for (const [at, { target, read }] of consoles.entries()) {
    const { ports } = await read()
    client.setQueryData(portsQuery(target.ref).queryKey, [...ports])
    const sketch = scene.components[at]?.desired
    if (sketch) desired.set(componentOf(target), desiredOf(sketch, ports))
  }
  const stopping = new AbortController()
  const targets = consoles.map(({ target }) => target)
  const changed = engine.change(
    targets,
    (target) => desired.get(componentOf(target)) ?? { ports: new Map() },
    { signal: stopping.signal },
  )
  await play(engine, changed, scene, () => stopping.abort())
  const outcomes = await changed
  expect(outcomes.map(({ target }) => target)).toEqual(targets)
  expect(JSON.parse(JSON.stringify(outcomes))).toEqual(outcomes)
  for (const [at, { writes, read, target }] of consoles.entries()) {
    const outcome = outcomes[at]
    if (!outcome) throw new Error('No outcome')
    expect({ outcome, writes, wrong: untruths(outcome, writes) }).toMatchObject({ wrong: [] })
    if (outcome.kind === 'not-started') expect(writes).toEqual([])
    const wanted = desired.get(componentOf(target))
    if (outcome.kind === 'done' && wanted)
      expect(planPorts(await read(), wanted)).toMatchObject({ steps: [] })
  }
  expect(engine.unsent.has()).toBe(false)
  client.clear()
}

test(
  'whatever fails and wherever it is stopped, the outcome says of each step what the console did',
  async () => {
    await fc.assert(fc.asyncProperty(arbitraryScene, playScene), parameters)
  },
  timeout,
)
