import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { createEmulator } from '../../../../emulator/create-emulator'
import type { DesiredState } from '../../../domain/model/desired-state'
import type { Step } from '../../../domain/model/step'
import { numbers, componentAlias, type World } from '../../../domain/testing/arbitrary-world'
import { componentOverHttp } from '../../../domain/testing/component-over-http'
import { place, seedOf } from '../../../domain/testing/seed-of-world'
import { aPerson } from '../testing/a-person'
import {
  arbitraryTouch,
  sharedAliases,
  type Touch,
  untouchedChanges,
  desiredOfTouch,
} from '../testing/touching'

const parameters = { seed: 20261126, numRuns: 300 }

/** Seconds on a machine of its own, more beside others. */
const timeout = 240_000

/** A component as it is left by Portdeck: no alias twice, one internal domain. */
const arbitraryComponent: fc.Arbitrary<World> = fc
  .record({
    ports: fc.uniqueArray(
      fc.record({
        port: fc.constantFrom(...numbers),
        protocol: fc.constantFrom('http', 'tcp'),
        inner: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4, selector: ({ port }) => port },
    ),
    domain: fc.constantFrom(componentAlias, 'orders'),
  })
  .map(({ ports, domain }) => ({
    ...{ meshed: false, thirdParty: false, unfinished: false },
    ports: ports.map((port, at) => ({ ...port, alias: 'ABCD'.charAt(at), outer: false, domain, rules: [] })),
  }))

const arbitraryRound = fc.record({
  /** Whether the page is refreshed first; else it is as old as the last change made from it. */
  refreshes: fc.constantFrom(true, false, false),
  /** What the colleague does before, and one by one in the moments that follow; null lets a moment pass. */
  before: fc.array(arbitraryTouch, { maxLength: 2 }),
  meanwhile: fc.array(fc.option(arbitraryTouch, { freq: 2 }), { maxLength: 6 }),
  mine: arbitraryTouch,
  takesBack: fc.boolean(),
})
type Round = typeof arbitraryRound extends fc.Arbitrary<infer T> ? T : never

afterEach(() => vi.unstubAllGlobals())

/** A console in memory, behind `fetch` as behind the gateway. */
function aConsole(world: World) {
  const { fetch } = createEmulator({ seed: seedOf(world), now: () => new Date(0) })
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const request = new Request(`http://rainbond.test${path}`, init)
    request.headers.set('authorization', place.token)
    return fetch(request)
  })
  return componentOverHttp(fetch, world.meshed)
}

async function playRounds(world: World, rounds: readonly Round[]) {
  const rainbond = aConsole(world)
  let desiredPort: DesiredState = { ports: new Map() }
  // Kept for the end: what is thrown while a call is sent is taken for a failure of it.
  const violations: unknown[] = []

  /** Every call, whoever sends it: what it changes is what its person touched, and no alias is given twice. */
  const watched = (desired: () => DesiredState) => async (step: Step, send: () => Promise<void>) => {
    const before = await rainbond.read()
    try {
      await send()
    } finally {
      const after = await rainbond.read()
      const untouched = untouchedChanges(before, after, desired())
      const shared = sharedAliases(after)
      if (untouched.length > 0 || shared.length > 0) violations.push({ step, untouched, shared })
    }
  }

  let colleagueDesired = desiredPort
  const colleague = aPerson({
    beforeRequest: () => Promise.resolve(),
    around: watched(() => colleagueDesired),
  })
  await colleague.refresh()

  /** The colleague does a thing from beginning to end, also from a page that is as old as their last change. */
  async function colleagueDoes(touch: Touch) {
    const desired = desiredOfTouch(touch, colleague.seen()?.ports ?? [])
    if (desired === null) return
    colleagueDesired = desired
    await colleague.change(desired)
  }

  let meanwhile: (Touch | null)[] = []
  let hasJustRead = false
  const me = aPerson({
    // Rainbond has no compare-and-set: a write of the colleague's right between a reading and the call after it
    // cannot be noticed, and falls into no moment here.
    beforeRequest: async (kind) => {
      const isWindow = kind === 'send' && hasJustRead
      hasJustRead = kind === 'read'
      const touch = isWindow ? null : meanwhile.shift()
      if (touch) await colleagueDoes(touch)
    },
    around: watched(() => desiredPort),
  })
  await me.refresh()

  for (const { refreshes, before, meanwhile: moments, mine, takesBack } of rounds) {
    for (const touch of before) await colleagueDoes(touch)
    if (refreshes) await me.refresh()
    const desired = desiredOfTouch(mine, me.seen()?.ports ?? [])
    if (desired === null) continue
    desiredPort = desired
    meanwhile = [...moments]
    hasJustRead = false
    await me.change(desired, { takesBack: takesBack && mine.what !== 'delete' })
    meanwhile = []
  }
  me.leave()
  colleague.leave()
  expect(violations).toEqual([])
}

test(
  'two people change one component at random moments, from pages that are old, and neither changes what they did not touch',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryComponent,
        fc.array(arbitraryRound, { minLength: 1, maxLength: 4 }),
        playRounds,
      ),
      parameters,
    )
  },
  timeout,
)
