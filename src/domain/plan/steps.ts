import type { ComponentState } from '../model/component'
import type { DesiredState } from '../model/desired-state'
import { isProtocol } from '../model/port'
import type { Step } from '../model/step'
import { type Closing, closingOf, protocolStep, switchStep } from './closing'
import { opensOuter, type PortGoal } from './goals'
import type { Naming } from './internal-domain'

function isDesired(desired: DesiredState, port: number, field: 'inner' | 'outer', value: boolean): boolean {
  const desiredPort = desired.ports.get(port)
  return desiredPort !== undefined && desiredPort !== 'delete' && desiredPort[field] === value
}

function closingFor(goal: PortGoal, component: ComponentState, desired: DesiredState): Closing | null {
  if (goal.kind === 'add') return null
  return closingOf(goal, component, isDesired(desired, goal.port, 'outer', false))
}

function closeInner(goal: PortGoal): Step[] {
  if (goal.kind === 'add' || !goal.now.is_inner_service) return []
  if (goal.kind === 'delete') return [switchStep(goal.port, 'close_inner', 'before-deleting')]
  return goal.inner ? [] : [switchStep(goal.port, 'close_inner', 'desired')]
}

function deletePort(goal: PortGoal): Step[] {
  return goal.kind === 'delete' ? [{ call: 'delete', port: goal.port, reason: 'desired' }] : []
}

/** The protocol as desired, or as it was before closing took another one to reach a rule. */
function changeProtocol(goal: PortGoal, closing: Closing | null): Step[] {
  if (goal.kind !== 'keep' || closing === null) return []
  const protocol = goal.newProtocol ?? goal.now.protocol
  if (closing.protocol === protocol || !isProtocol(protocol)) return []
  return [protocolStep(goal.port, protocol, goal.newProtocol === null ? 'restoring-protocol' : 'desired')]
}

/** The alias is always sent, so that what the server gives is what was checked against the siblings. */
function addPort(goal: PortGoal): Step[] {
  if (goal.kind !== 'add') return []
  const { port, protocol, alias, inner } = goal
  const body = { port, protocol, port_alias: alias, is_inner_service: inner }
  return [{ call: 'add', port, body, reason: 'desired' }]
}

function openInner(goal: PortGoal, desired: DesiredState): Step[] {
  if (goal.kind !== 'keep' || goal.now.is_inner_service || !goal.inner) return []
  const reason = isDesired(desired, goal.port, 'inner', true) ? 'desired' : 'inner-before-outer'
  return [switchStep(goal.port, 'open_inner', reason)]
}

function openOuter(goal: PortGoal): Step[] {
  if (goal.kind === 'delete' || !opensOuter(goal)) return []
  const reason = goal.kind === 'keep' && goal.now.is_outer_service ? 'reopening' : 'desired'
  return [switchStep(goal.port, 'open_outer', reason)]
}

/** Puts the calls of all goals in the one order that the server accepts (ARCHITECTURE.md, "The plan"). */
export function stepsOf(
  component: ComponentState,
  desired: DesiredState,
  goals: readonly PortGoal[],
  naming: Naming,
): Step[] {
  const closings = goals.map((goal) => closingFor(goal, component, desired))
  const [firstAdd, ...otherAdds] = goals.flatMap(addPort)
  return [
    ...closings.flatMap((closing) => closing?.steps ?? []),
    ...goals.flatMap(closeInner),
    ...naming.beforeDeleting,
    ...goals.flatMap(deletePort),
    ...goals.flatMap((goal, at) => changeProtocol(goal, closings[at] ?? null)),
    ...naming.renames,
    ...(firstAdd === undefined ? [] : [firstAdd]),
    ...naming.afterFirstAdd,
    ...otherAdds,
    ...goals.flatMap((goal) => openInner(goal, desired)),
    ...goals.flatMap(openOuter),
  ]
}
