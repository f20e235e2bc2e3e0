import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEmulator } from '../../emulator/create-emulator'
import { faultNames } from '../../emulator/faults/definitions'
import { setTransport } from '../../src/api/request/client'
import { missingChoices, rowOf } from '../../src/domain/sheet/sheet'
import { formatSheet } from '../../src/domain/sheet/writing/format-sheet'
import { arbitraryWorld, type World } from '../../src/domain/testing/arbitrary-world'
import { place, seedOf } from '../../src/domain/testing/seed-of-world'
import { stateOf } from '../../src/domain/testing/state-of-world'
import { createEngine } from '../../src/features/change/engine/engine'
import type { PreparedPlan } from '../../src/features/change/engine/stages/prepare'
import { createClient, effectsOf } from '../console/effects'
import { readScope } from '../console/read-scope'
import type { Context } from '../context'
import { Failure } from '../failure'
import { planSheet } from '../plan/sheet-plan'
import { createProgress } from '../progress'
import { speechIn } from '../words/speech'
import { appliedPart, exitCodeOf } from './applied-part'
import { runPlans } from './run-plans'

const scene = fc.record({
  world: arbitraryWorld,
  /** What the sheet asks for: the ports of another component. */
  wanted: arbitraryWorld,
  missing: fc.constantFrom(...missingChoices),
  /** What the requests meet while it is applied, in their order. */
  faults: fc.array(fc.option(fc.constantFrom(...faultNames.filter((name) => name !== 'slow')), { freq: 3 }), {
    maxLength: 12,
  }),
  /** After so many writes it is interrupted. */
  stopAfter: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 3 }),
})
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never

/** The console in memory that all requests go to. */
function aConsole(world: World) {
  const emulator = createEmulator({ seed: seedOf(world), now: () => new Date(0) })
  const faults: (string | null)[] = []
  const rules: { onWrite: () => void } = { onWrite: () => undefined }
  const writes = { sent: 0, accepted: 0 }
  let last: Promise<unknown> = Promise.resolve()

  const setFaults = (list: readonly object[]) => {
    const body = JSON.stringify({ rules: list })
    return emulator.fetch(new Request('http://rainbond.test/__emulator/faults', { method: 'PUT', body }))
  }

  async function answer(path: string, init: RequestInit): Promise<Response> {
    const request = new Request(`http://rainbond.test${path}`, { ...init, signal: null })
    request.headers.set('authorization', place.token)
    const fault = faults.shift() ?? null
    if (request.method !== 'GET') {
      writes.sent += 1
      rules.onWrite()
    }
    await setFaults(fault === null ? [] : [{ fault, count: 1 }])
    const response = await emulator.fetch(request)
    if (request.method !== 'GET' && response.ok) writes.accepted += 1
    return response
  }

  setTransport((path, init) => {
    const answered = last.then(() => answer(path, init))
    last = answered.catch(() => undefined)
    return answered
  })
  return { faults, rules, writes }
}

/** Each command has a cache of its own, and nothing waits. */
function aCommand(): Context {
  const client = createClient()
  client.setDefaultOptions({ queries: { networkMode: 'always', retry: false } })
  return {
    ...{ console: 'http://rainbond.test', client },
    engine: createEngine({ ...effectsOf(client), wait: () => Promise.resolve() }),
    speech: speechIn('en'),
    progress: createProgress({ write: () => undefined }),
  }
}

/** Returns what a sheet comes to; null where it can't be applied to what is there. */
async function plansOf(text: string, context: Context): Promise<PreparedPlan[] | null> {
  const { components } = await readScope(context, { team: 'platform', region: 'rainbond' })
  const limits = { deletes: 99, exposures: 99 }
  try {
    const prepared = await planSheet(context.engine, { name: 'sheet', text }, components, limits)
    const plans = prepared.filter((one): one is PreparedPlan => one.kind === 'planned')
    const isWhole = prepared.every(({ kind }) => kind === 'planned' || kind === 'as-desired')
    return isWhole ? plans : null
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

async function applyScene(
  { world, wanted, missing, faults, stopAfter }: Scene,
  seen: Record<string, number>,
) {
  const console = aConsole(world)
  const component = { app: 'shop', component: 'web', componentId: place.component }
  const rows = stateOf(wanted).ports.map((port) => rowOf(component, port))
  const text = formatSheet({ missing, rows }, 'yaml')
  const context = aCommand()
  const plans = await plansOf(text, context)
  if (plans === null || plans.length === 0) return

  const stopping = new AbortController()
  console.rules.onWrite = () => {
    if (console.writes.sent === stopAfter) stopping.abort()
  }
  console.faults.push(...faults)
  const outcomes = await runPlans(context.engine, plans, { signal: stopping.signal })
  console.faults.length = 0
  const parts = outcomes.map((outcome) => appliedPart(outcome, context.speech))
  const left = await plansOf(text, aCommand())

  const [part] = parts
  if (!part) throw new Error('No report')
  seen[part.outcome] = (seen[part.outcome] ?? 0) + 1
  const results = part.steps.map(({ result }) => result)
  expect(part.outcome === 'unclear').toBe(exitCodeOf(parts) === 4)
  if (part.outcome === 'done') expect({ part, left }).toMatchObject({ left: [] })
  else if (part.outcome !== 'unclear' && !results.includes('no-effect'))
    expect({ part, left }).not.toMatchObject({ left: [] })
  if (part.outcome === 'not-started') expect(console.writes.accepted).toBe(0)
  if (part.outcome !== 'done') expect(exitCodeOf(parts)).toBeGreaterThan(3)
}

test('whatever fails, a sheet that is reported as applied leaves no difference, and any other report leaves one', async () => {
  const seen: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(scene, (one) => applyScene(one, seen)),
    { seed: 20261128, numRuns: 600 },
  )
  expect(Object.keys(seen).sort()).toEqual(['done', 'not-started', 'partly', 'refused', 'unclear'])
}, 120_000)
