import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEmulator } from '../../emulator/create-emulator'
import { openRules, rulesOfPort } from './address'
import { applySteps } from './apply-step'
import { differences, fieldsOf, portOf } from './diff'
import { planPorts, type Plan } from './plan'
import type { ComponentState, Wish } from './port'
import { isProtocol } from './protocol'
import { arbitraryWish, wishOf, type WishSketch } from './testing/arbitrary-wish'
import { arbitraryWorld, type World } from './testing/arbitrary-world'
import { componentOverHttp } from './testing/component-over-http'
import { isExcused } from './testing/excused'
import { reachable } from './testing/reachable-wish'
import { seedOf } from './testing/seed-of-world'
import { wishToUndo } from './undo'

const parameters = { seed: 20261120, numRuns: 1500 }

const arbitraryCase = fc.tuple(arbitraryWorld, arbitraryWish)

async function prepare([world, sketch]: [World, WishSketch]) {
  const emulator = createEmulator({ seed: seedOf(world), now: () => new Date(0) })
  const emulated = componentOverHttp(emulator.fetch, world.meshed)
  const before = await emulated.read()
  const asked = wishOf(
    sketch,
    before.ports.map((port) => port.container_port),
  )
  return { emulated, before, ...reachable(before, asked) }
}

function expectWished(before: ComponentState, after: ComponentState, wish: Wish, plan: Plan) {
  for (const [number, one] of wish.ports) {
    const port = portOf(after, number)
    if (one === 'delete') {
      expect(port).toBeUndefined()
      continue
    }
    if (port === undefined) throw new Error(`no port ${String(number)}`)
    expect(fieldsOf(port)).toMatchObject(one)
    const isReachable = isProtocol(portOf(before, number)?.protocol ?? 'http') || one.protocol !== undefined
    if (one.outer === false && isReachable) expect(openRules(after, number)).toEqual([])
  }
  if (wish.internalDomain !== undefined) {
    for (const port of after.ports) expect(port.k8s_service_name).toBe(wish.internalDomain)
  }
  const renames = plan.steps.some(
    (step) => step.call === 'change' && step.body.action === 'change_port_alias',
  )
  for (const port of before.ports) {
    if (wish.ports.has(port.container_port)) continue
    const is = portOf(after, port.container_port)
    expect(is).toMatchObject(renames ? fieldsAlone(port) : port)
    expect(rulesOfPort(after, port.container_port)).toEqual(rulesOfPort(before, port.container_port))
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

/** What was foreseen is what is read, save the rules that the server made: their addresses nobody can foresee. */
function expectSame(foreseen: ComponentState, read: ComponentState) {
  const surprises = differences(foreseen, read).filter((difference) => difference.kind !== 'rule-added')
  expect(surprises).toEqual([])
}

describe('every state that can exist, every wish that can be reached', () => {
  test('the plan meets no refusal, ends as wished, and undoing it restores all that its losses do not name', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCase, async (given) => {
        const { emulated, before, wish, plan } = await prepare(given)
        await emulated.run(plan.steps)
        const after = await emulated.read()
        expectWished(before, after, wish, plan)
        expectSame(applySteps(before, plan.steps), after)

        const undo = wishToUndo(before, after, after, plan.steps)
        expect(undo.leftAlone).toEqual([])
        const back = planPorts(after, undo.wish)
        if ('unreachable' in back) throw new Error(JSON.stringify(back))
        await emulated.run(back.steps)
        const lost = differences(before, await emulated.read())
        expect(lost.filter((difference) => !isExcused(difference, before, plan.losses))).toEqual([])
      }),
      parameters,
    )
  })
})
