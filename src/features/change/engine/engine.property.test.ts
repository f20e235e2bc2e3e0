import { QueryClient } from '@tanstack/react-query'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { createEmulator } from '../../../../emulator/create-emulator'
import { faultNames } from '../../../../emulator/faults/definitions'
import { portsQuery } from '../../../api/resources/ports'
import type { ComponentState } from '../../../domain/model/component'
import type { DesiredState } from '../../../domain/model/desired-state'
import { differences } from '../../../domain/model/diff'
import { planPorts } from '../../../domain/plan/plan'
import { arbitraryDesiredState, desiredOf } from '../../../domain/testing/arbitrary-desired-state'
import { arbitraryWorld } from '../../../domain/testing/arbitrary-world'
import { isExcused } from '../../../domain/testing/excused'
import { place, seedOf } from '../../../domain/testing/seed-of-world'
import { aConsole, type OneConsole } from '../testing/many-consoles'
import { untrueRows, untruths } from '../testing/untruths'
import { cachedDomains, lacksRules } from './console/component-cache'
import { consoleEffects } from './console/console-effects'
import { createEngine, type Engine } from './engine'
import type { Outcome } from './outcome'
import { answersOf, numberToType, type ReviewAnswer } from './stores/review'

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
  alwaysAsks: fc.boolean(),
  /** The person's answers, in their order; after them they leave. */
  answers: fc.array(fc.constantFrom<ReviewAnswer>('run', 'run', 'run', 'cancel'), { maxLength: 5 }),
  /** After so many moments it is stopped: by the button, or by whoever asked for it. */
  stop: fc.option(
    fc.record({ after: fc.nat({ max: 60 }), by: fc.constantFrom<'button' | 'signal'>('button', 'signal') }),
  ),
})

type Scene = typeof arbitraryScene extends fc.Arbitrary<infer T> ? T : never

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

interface Person {
  answer: () => ReviewAnswer
  stop: Scene['stop']
  abort?: () => void
}

/** Answers and stops until the change has ended. */
async function play(engine: Engine, changed: Promise<Outcome[]>, { answer, stop, abort }: Person) {
  const progress = { isOver: false }
  void changed.then(() => (progress.isOver = true))
  for (let moment = 0; !progress.isOver; moment += 1) {
    if (stop?.after === moment) {
      if (stop.by === 'button') engine.reviews.stop()
      else abort?.()
    }
    const review = engine.reviews.current()
    if (review && answersOf(review).cancel)
      engine.reviews.answer(answersOf(review).run === null ? 'cancel' : answer(), numberToType(review))
    await tick()
  }
}
/** A component of a scene, and its console. */
interface Played extends OneConsole {
  readonly before: ComponentState
  readonly wanted: DesiredState
  readonly faults: (string | null)[]
}

async function begin({ components }: Scene): Promise<Played[]> {
  return Promise.all(
    components.map(async ({ world, desired, ...component }, at) => {
      const faults: (string | null)[] = []
      const { fetch } = createEmulator({ seed: seedOf(world), now: () => new Date(0) })
      const console = aConsole(at, world, fetch, faults)
      const before = await console.read()
      faults.push(...component.faults)
      return { ...console, before, wanted: desiredOf(desired, before.ports), faults }
    }),
  )
}

async function playScene(scene: Scene) {
  const played = await begin(scene)
  stubFetch(played)
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  const engine = createEngine({ ...consoleEffects(client), wait: () => Promise.resolve() })
  for (const { target, before } of played)
    client.setQueryData(portsQuery(target.ref).queryKey, [...before.ports])
  const wanted = new Map(played.map((one) => [one.target, one.wanted]))
  const targets = [...wanted.keys()]
  const stopping = new AbortController()
  const changed = engine.change(targets, (target) => wanted.get(target) ?? { ports: new Map() }, {
    signal: stopping.signal,
    alwaysAsks: scene.alwaysAsks,
  })
  const answers = [...scene.answers]
  const answer = () => answers.shift() ?? 'cancel'
  await play(engine, changed, { answer, stop: scene.stop, abort: () => stopping.abort() })
  const outcomes = await changed
  expect(outcomes.map(({ target }) => target)).toEqual(targets)
  expect(JSON.parse(JSON.stringify(outcomes))).toEqual(outcomes)
  for (const [at, { writes, read, target, wanted }] of played.entries()) {
    const outcome = outcomes[at]
    if (!outcome) throw new Error('No outcome')
    expect({ outcome, writes, wrong: untruths(outcome, writes) }).toMatchObject({ wrong: [] })
    if (outcome.kind === 'not-started') expect(writes).toEqual([])
    const now = await read()
    // Rules that could not be read say nothing of what is still open.
    const hasFailed = cachedDomains(client, target) === undefined && !lacksRules(client, target)
    const seen = hasFailed ? { ...now, gatewayRules: null } : now
    expect(untrueRows(outcome, seen, writes)).toEqual([])
    if (outcome.kind === 'done') expect(planPorts(seen, wanted)).toMatchObject({ steps: [] })
  }
  expect(engine.unsent.has()).toBe(false)
  await undoAll(engine, outcomes, played)
  client.clear()
}

/** Undoes all of it, without faults: each component is as it was, but for what losses named. */
async function undoAll(engine: Engine, outcomes: readonly Outcome[], played: readonly Played[]) {
  for (const { faults } of played) faults.length = 0
  const undos = new Map(outcomes.flatMap(({ target, undo }) => (undo ? [[target, { undo }] as const] : [])))
  const undoing = engine.change([...undos.keys()], (target) => undos.get(target) ?? { ports: new Map() })
  await play(engine, undoing, { answer: () => 'run', stop: null })
  const undone = await undoing
  expect(undone.filter(({ kind }) => kind !== 'done')).toEqual([])
  for (const [at, { before, read }] of played.entries()) {
    const outcome = outcomes[at]
    // Of a step that may have been carried out, nobody knows what to take back.
    if (!outcome || outcome.steps.some(({ result }) => result === 'unclear')) continue
    const now = await read()
    // Rules that could not be read before can't be told one by one.
    const isBlind = outcome.undo?.before.gatewayRules === null
    const left = differences(before, isBlind ? { ...now, gatewayRules: before.gatewayRules } : now)
    const unnamed = left.filter((one) => !isExcused(one, before, outcome.losses))
    expect({ outcome, undone, unnamed }).toMatchObject({ unnamed: [] })
  }
}

test(
  'whatever fails and wherever it is stopped, the report says what the console did, and undo restores all that losses do not name',
  async () => {
    await fc.assert(fc.asyncProperty(arbitraryScene, playScene), parameters)
  },
  timeout,
)
