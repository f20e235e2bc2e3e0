import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEmulator } from '../../../emulator/create-emulator'
import { riskJudge } from '../impact/risk'
import { connectionVariables } from '../impact/variables'
import { portOf } from '../model/diff'
import { gatewayRulesOfPort } from '../model/gateway-rules'
import type { ComponentState } from '../model/component'
import type { DesiredState } from '../model/desired-state'
import type { Port } from '../model/port'
import { withExposures } from '../plan/plan'
import { arbitraryDesiredState, desiredOf } from '../testing/arbitrary-desired-state'
import { arbitraryWorld } from '../testing/arbitrary-world'
import { componentOverHttp } from '../testing/component-over-http'
import { reachable } from '../testing/reachable-desired-state'
import { seedOf } from '../testing/seed-of-world'
import { type ConsentReason, reasonsToShow } from './consent'

const parameters = { seed: 20261120, numRuns: 1500 }

/** Seconds on a machine of its own, more beside others. */
const timeout = 240_000

const names = { service_cname: 'orders' }

/** Of the numbers of these worlds, those that are meant for the inside. */
const riskyNumbers = [3306, 6379]

/** DesiredPorts for one thing of one port are the ones that could run at the click. */
const arbitraryCase = fc.tuple(
  arbitraryWorld,
  arbitraryDesiredState,
  fc.constantFrom('all', 'outer', 'inner', 'alias', 'protocol', 'domain'),
)

function closedCustomDomains(before: ComponentState, after: ComponentState) {
  return (before.gatewayRules ?? []).filter(
    (was) =>
      was.custom &&
      was.open &&
      !gatewayRulesOfPort(after, was.port).some(
        (is) => is.open && is.kind === was.kind && is.publicAddress === was.publicAddress,
      ),
  )
}

function namesOf(component: ComponentState, port: Port) {
  const variables = connectionVariables(component, port)
  return variables && [variables.host, variables.port]
}

/** The ports of which a variable is there before and after, and is not the same. */
function renamedPorts(before: ComponentState, after: ComponentState) {
  return before.ports.filter((was) => {
    const is = portOf(after, was.container_port)
    const old = namesOf(before, was)
    const given = is && namesOf(after, is)
    return old && given && JSON.stringify(old) !== JSON.stringify(given)
  })
}

function openedPorts(before: ComponentState, after: ComponentState) {
  return after.ports.filter(
    (is) => is.is_outer_service && portOf(before, is.container_port)?.is_outer_service !== true,
  )
}

function isMeantForInside({ container_port, protocol }: Port): boolean {
  return protocol === 'mysql' || (riskyNumbers.includes(container_port) && protocol !== 'udp')
}

function hasNewAddress(before: ComponentState, { container_port, protocol }: Port): boolean {
  return (
    protocol !== 'http' && !gatewayRulesOfPort(before, container_port).some((rule) => rule.kind === 'tcp')
  )
}

describe('every state that can exist, every desired state that can be reached', () => {
  test(
    'what opens a risky port or an unknown address, closes a custom domain or renames anything is shown, and little else',
    { timeout },
    async () => {
      const seen = new Set<ConsentReason>()
      let atClick = 0
      await fc.assert(
        fc.asyncProperty(arbitraryCase, async ([world, sketch, what]) => {
          const emulator = createEmulator({ seed: seedOf(world), now: () => new Date(0) })
          const emulated = componentOverHttp(emulator.fetch, world.meshed)
          const before = await emulated.read()
          const { desired, plan } = reachable(before, oneOf(what, before, desiredOf(sketch, before.ports)))
          fc.pre(plan.steps.length > 0)
          const reasons = reasonsToShow(before, withExposures(plan, riskJudge(names)))
          for (const reason of reasons) seen.add(reason)
          if (reasons.length === 0) atClick += 1
          await emulated.run(plan.steps)
          const after = await emulated.read()

          const opened = openedPorts(before, after)
          const facts = {
            'opens-risky-port': opened.some(isMeantForInside),
            'opens-new-address': opened.some((port) => hasNewAddress(before, port)),
            'closes-custom-address': closedCustomDomains(before, after).length > 0,
            'renames-variable': renamedPorts(before, after).length > 0,
            'renames-internal-domain': before.ports.some((was) => {
              const is = portOf(after, was.container_port)
              return is !== undefined && is.k8s_service_name !== was.k8s_service_name
            }),
          }
          for (const [reason, isSo] of Object.entries(facts))
            if (isSo) expect(reasons, JSON.stringify([...desired.ports])).toContain(reason)
          if (plan.steps.length === 1 && !Object.values(facts).includes(true))
            expect(reasons.filter((reason) => reason !== 'loses-for-good')).toEqual([])
        }),
        parameters,
      )
      // what never came up was not tried
      expect([...seen].sort()).toEqual([
        'closes-custom-address',
        'loses-for-good',
        'opens-new-address',
        'opens-risky-port',
        'renames-internal-domain',
        'renames-variable',
        'several-steps',
      ])
      expect(atClick).toBeGreaterThan(parameters.numRuns / 20)
    },
  )
})

/** Makes of a ask for several ports one for a single thing of the first of them that is there. */
function oneOf(what: string, before: ComponentState, desired: DesiredState): DesiredState {
  if (what === 'all') return desired
  const internalDomain =
    desired.internalDomain === undefined ? {} : { internalDomain: desired.internalDomain }
  if (what === 'domain') return { ports: new Map(), ...internalDomain }
  for (const [port, one] of desired.ports) {
    if (one === 'delete' || portOf(before, port) === undefined) continue
    const fields = Object.entries(one).filter(([field]) => field === what)
    if (fields.length > 0) return { ports: new Map([[port, Object.fromEntries(fields)]]) }
  }
  return desired
}
