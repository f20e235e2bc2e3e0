import type { PortAction } from '../api/contract/port'
import { rulesOfPort } from './address'
import { opensOuter, type PortGoal } from './plan-goal'
import type { Naming } from './plan-domain'
import type { ComponentState, Wish } from './port'
import type { Step, StepReason } from './step'

type Switch = Exclude<PortAction, 'change_protocol' | 'change_port_alias'>

function switchStep(port: number, action: Switch, reason: StepReason): Step {
  return { call: 'change', port, body: { action }, reason }
}

function isWished(wish: Wish, port: number, field: 'inner' | 'outer', value: boolean): boolean {
  const portWish = wish.ports.get(port)
  return portWish !== undefined && portWish !== 'delete' && portWish[field] === value
}

/** An active rule blocks deleting also where outer is off, until outer is closed (docs/contract.md, "Deleting"). */
function closeOuter(goal: PortGoal, component: ComponentState, wish: Wish): Step[] {
  const { port } = goal
  if (goal.kind === 'add') return []
  if (goal.kind === 'delete') {
    const stands = goal.now.is_outer_service || rulesOfPort(component, port).some((rule) => rule.open)
    return stands ? [switchStep(port, 'close_outer', 'before-deleting')] : []
  }
  if (goal.closesRules) return [switchStep(port, 'close_outer', 'leftover-rule')]
  if (!goal.now.is_outer_service) return []
  if (!goal.outer) {
    const reason = isWished(wish, port, 'outer', false) ? 'wished' : 'before-closing-inner'
    return [switchStep(port, 'close_outer', reason)]
  }
  return goal.newProtocol === null ? [] : [switchStep(port, 'close_outer', 'before-changing-protocol')]
}

function closeInner(goal: PortGoal): Step[] {
  if (goal.kind === 'add' || !goal.now.is_inner_service) return []
  if (goal.kind === 'delete') return [switchStep(goal.port, 'close_inner', 'before-deleting')]
  return goal.inner ? [] : [switchStep(goal.port, 'close_inner', 'wished')]
}

function deletePort(goal: PortGoal): Step[] {
  return goal.kind === 'delete' ? [{ call: 'delete', port: goal.port, reason: 'wished' }] : []
}

function changeProtocol(goal: PortGoal): Step[] {
  if (goal.kind !== 'keep' || goal.newProtocol === null) return []
  const body = { action: 'change_protocol', protocol: goal.newProtocol } as const
  return [{ call: 'change', port: goal.port, body, reason: 'wished' }]
}

/** The alias is always sent, so that what the server gives is what was checked against the siblings. */
function addPort(goal: PortGoal): Step[] {
  if (goal.kind !== 'add') return []
  const { port, protocol, alias, inner } = goal
  const body = { port, protocol, port_alias: alias, is_inner_service: inner }
  return [{ call: 'add', port, body, reason: 'wished' }]
}

function openInner(goal: PortGoal, wish: Wish): Step[] {
  if (goal.kind !== 'keep' || goal.now.is_inner_service || !goal.inner) return []
  const reason = isWished(wish, goal.port, 'inner', true) ? 'wished' : 'inner-before-outer'
  return [switchStep(goal.port, 'open_inner', reason)]
}

function openOuter(goal: PortGoal): Step[] {
  if (goal.kind === 'delete' || !opensOuter(goal)) return []
  const reason = goal.kind === 'keep' && goal.now.is_outer_service ? 'reopening' : 'wished'
  return [switchStep(goal.port, 'open_outer', reason)]
}

/** Puts the calls of all goals in the one order that the server accepts (ARCHITECTURE.md, "The plan"). */
export function stepsOf(
  component: ComponentState,
  wish: Wish,
  goals: readonly PortGoal[],
  naming: Naming,
): Step[] {
  const [firstAdd, ...otherAdds] = goals.flatMap(addPort)
  return [
    ...goals.flatMap((goal) => closeOuter(goal, component, wish)),
    ...goals.flatMap(closeInner),
    ...naming.beforeDeleting,
    ...goals.flatMap(deletePort),
    ...goals.flatMap(changeProtocol),
    ...naming.renames,
    ...(firstAdd === undefined ? [] : [firstAdd]),
    ...naming.afterFirstAdd,
    ...otherAdds,
    ...goals.flatMap((goal) => openInner(goal, wish)),
    ...goals.flatMap(openOuter),
  ]
}
