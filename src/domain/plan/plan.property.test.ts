import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEmulator } from '../../../emulator/create-emulator'
import type { ComponentState } from '../model/component'
import type { DesiredPort, DesiredState } from '../model/desired-state'
import { differences, fieldsOf, portOf } from '../model/diff'
import { gatewayRulesOfPort, openGatewayRules } from '../model/gateway-rules'
import { isProtocol } from '../model/port'
import type { Step, StepReason } from '../model/step'
import { applySteps } from '../model/step-effect'
import { arbitraryDesiredState, desiredOf, type DesiredSketch } from '../testing/arbitrary-desired-state'
import { arbitraryWorld, type World } from '../testing/arbitrary-world'
import { componentOverHttp } from '../testing/component-over-http'
import { isExcused } from '../testing/excused'
import { reachable } from '../testing/reachable-desired-state'
import { seedOf } from '../testing/seed-of-world'
import type { Loss } from '../undo/loss'
import { undoOf } from '../undo/undo'
import { type Plan, planPorts } from './plan'

const parameters = { seed: 20261120, numRuns: 1000 }

/** Seconds on a machine of its own, more beside others. */
const timeout = 240_000

const nothingToDo = { steps: [], losses: [], addressChanges: [], opened: [], exposures: [] }

const everyReason = [
  'desired',
  'leftover-gateway-rule',
  'reaching-gateway-rule',
  'restoring-protocol',
  'before-closing-inner',
  'before-deleting',
  'before-changing-protocol',
  'gateway-rules-before-deleting',
  'inner-before-outer',
  'reopening',
  'alias-for-inner',
  'passing-alias',
  'carries-internal-domain',
  'keeps-internal-domain',
] as const satisfies readonly StepReason[]

/** All but `gateway-rules-unknown`: here they are always read. */
const everyLoss = [
  'public-address',
  'tcp-port',
  'health-probe',
  'leftover-gateway-rule',
  'gateway-rule-opens',
  'shared-variables',
  'no-return',
  'separate-internal-domains',
] as const satisfies readonly Loss['kind'][]

const arbitraryCase = fc.tuple(arbitraryWorld, arbitraryDesiredState)

async function prepare([world, sketch]: [World, DesiredSketch]) {
  const emulator = createEmulator({ seed: seedOf(world), now: () => new Date(0) })
  const emulated = componentOverHttp(emulator.fetch, world.meshed)
  const before = await emulated.read()
  const asked = desiredOf(sketch, before.ports)
  return { emulated, before, ...reachable(before, asked) }
}

function expectDesired(before: ComponentState, after: ComponentState, desired: DesiredState, plan: Plan) {
  for (const [number, one] of desired.ports) {
    const port = portOf(after, number)
    if (one === 'delete') {
      expect(port).toBeUndefined()
      continue
    }
    if (port === undefined) throw new Error(`no port ${String(number)}`)
    expect(fieldsOf(port)).toMatchObject(one)
    const isReachable = isProtocol(portOf(before, number)?.protocol ?? 'http') || one.protocol !== undefined
    if (one.outer === false && isReachable) expect(openGatewayRules(after, number)).toEqual([])
  }
  if (desired.internalDomain !== undefined) {
    for (const port of after.ports) expect(port.k8s_service_name).toBe(desired.internalDomain)
  }
  const renames = plan.steps.some(
    (step) => step.call === 'change' && step.body.action === 'change_port_alias',
  )
  for (const port of before.ports) {
    if (desired.ports.has(port.container_port)) continue
    const is = portOf(after, port.container_port)
    expect(is).toMatchObject(renames ? fieldsAlone(port) : port)
    expect(gatewayRulesOfPort(after, port.container_port)).toEqual(
      gatewayRulesOfPort(before, port.container_port),
    )
  }
}

function fieldsAlone(port: ComponentState['ports'][number]) {
  return {
    container_port: port.container_port,
    protocol: port.protocol,
    port_alias: port.port_alias,
    is_inner_service: port.is_inner_service,
    is_outer_service: port.is_outer_service,
  }
}

/** What was foreseen is what is read, except for the rules that the server creates: nobody can foresee their addresses. */
function expectSame(foreseen: ComponentState, read: ComponentState) {
  const surprises = differences(foreseen, read).filter(
    (difference) => difference.kind !== 'gateway-rule-added',
  )
  expect(surprises).toEqual([])
}

/** A desired state that says what is: of every port all that can be asked for. */
function desiredOfState({ ports }: ComponentState): DesiredState {
  const desiredPorts = ports.map((port): [number, Partial<DesiredPort>] => {
    const { protocol, ...fields } = fieldsOf(port)
    return [port.container_port, isProtocol(protocol) ? { ...fields, protocol } : fields]
  })
  return { ports: new Map(desiredPorts) }
}

/** Rules that do not follow their port's switch are asked for away together with outer. */
function hasLeftovers(component: ComponentState): boolean {
  return component.ports.some(
    (port) => !port.is_outer_service && openGatewayRules(component, port.container_port).length > 0,
  )
}

/** Two calls for one port and one field, of which the first is not needed by anything in between. */
function couldBeOne(steps: readonly Step[]): boolean {
  const calls = steps.map((step) =>
    step.call === 'change' ? `${String(step.port)} ${step.body.action}` : `${String(step.port)} ${step.call}`,
  )
  const needed: readonly StepReason[] = [
    'passing-alias',
    'reaching-gateway-rule',
    'carries-internal-domain',
    'keeps-internal-domain',
  ]
  return steps.some((step, at) => {
    const again = calls.indexOf(calls[at] ?? '', at + 1)
    if (again === -1 || needed.includes(step.reason)) return false
    return !steps
      .slice(at, again)
      .some((between) => needed.includes(between.reason) || isProtocolStep(between))
  })
}

function isProtocolStep(step: Step): boolean {
  return step.call === 'change' && step.body.action === 'change_protocol'
}

describe('every state that can exist, every desired state that can be reached', () => {
  test(
    'the plan meets no refusal, ends as desired, and undoing it restores all that its losses do not name',
    { timeout },
    async () => {
      const reasons = new Set<string>()
      const lossKinds = new Set<string>()
      await fc.assert(
        fc.asyncProperty(arbitraryCase, async (given) => {
          const { emulated, before, desired, plan } = await prepare(given)
          for (const step of plan.steps) reasons.add(step.reason)
          for (const loss of plan.losses) lossKinds.add(loss.kind)
          await emulated.run(plan.steps)
          const after = await emulated.read()
          expectDesired(before, after, desired, plan)
          expectSame(applySteps(before, plan.steps), after)
          expect(couldBeOne(plan.steps)).toBe(false)
          expect(planPorts(after, desired)).toMatchObject({ steps: [] })

          const undo = undoOf(before, after, after, plan.steps)
          expect(undo.leftAlone).toEqual([])
          const back = planPorts(after, undo.desired)
          if ('unreachable' in back) throw new Error(JSON.stringify(back))
          await emulated.run(back.steps)
          const lost = differences(before, await emulated.read())
          expect(lost.filter((difference) => !isExcused(difference, before, plan.losses))).toEqual([])
        }),
        parameters,
      )
      // what never came up was not tried
      expect([...reasons].sort()).toEqual([...everyReason].sort())
      expect([...lossKinds].sort()).toEqual([...everyLoss].sort())
    },
  )

  test('a desired state that is empty, or says what is, gives no steps', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCase, async (given) => {
        const { before } = await prepare(given)
        expect(planPorts(before, { ports: new Map() })).toEqual(nothingToDo)
        fc.pre(!hasLeftovers(before))
        expect(planPorts(before, desiredOfState(before))).toEqual(nothingToDo)
      }),
      { ...parameters, numRuns: 200 },
    )
  })

  test('a plan depends on the state and the desired state alone, and offers no outer without inner', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCase, async (given) => {
        const { before, desired, plan } = await prepare(given)
        expect(planPorts(structuredClone(before), structuredClone(desired))).toEqual(plan)
        expect(JSON.stringify(plan.steps)).not.toContain('only_open_outer')
      }),
      { ...parameters, numRuns: 200 },
    )
  })
})
