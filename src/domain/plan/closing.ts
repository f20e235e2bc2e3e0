import { openGatewayRules, gatewayRuleKindOf } from '../model/gateway-rules'
import type { ComponentState, GatewayRule } from '../model/component'
import { type Port, type Protocol, isProtocol } from '../model/port'
import type { Step, StepReason, SwitchAction } from '../model/step'
import type { KeepGoal, PortGoal } from './goals'

export function switchStep(port: number, action: SwitchAction, reason: StepReason): Step {
  return { call: 'change', port, body: { action }, reason }
}

export function protocolStep(port: number, protocol: Protocol, reason: StepReason): Step {
  return { call: 'change', port, body: { action: 'change_protocol', protocol }, reason }
}

/** The closing calls of one goal, and the protocol that the port has after them. */
export interface Closing {
  steps: Step[]
  protocol: string
}

function hasOpen(component: ComponentState, port: Port, kind: GatewayRule['kind']): boolean {
  return openGatewayRules(component, port.container_port).some((rule) => rule.kind === kind)
}

/** Whether `close_outer` has something to close: the switch, or an active rule of the protocol's kind. */
function isOpen(component: ComponentState, now: Port): boolean {
  return now.is_outer_service || hasOpen(component, now, gatewayRuleKindOf(now.protocol))
}

/** Whether its active http rules keep a port from being deleted (docs/contract.md, "Deleting"). */
function blocksDeleting(component: ComponentState, { container_port: port }: Port): boolean {
  const active = openGatewayRules(component, port).filter((rule) => rule.kind === 'http')
  return active.length > 1 || active.some((rule) => rule.custom)
}

/**
 * Active http rules block deleting even of a port that is no longer http; `close_outer` reaches only the rules of the
 * port's protocol (docs/contract.md, "Deleting", "Changing"). A rule that does not block is closed as well: nothing may
 * answer for a port that is gone.
 */
function closingToDelete(component: ComponentState, now: Port): Closing {
  const port = now.container_port
  const isHttp = gatewayRuleKindOf(now.protocol) === 'http'
  const httpReason = blocksDeleting(component, now)
    ? 'gateway-rules-before-deleting'
    : 'leftover-gateway-rule'
  const reason = now.is_outer_service ? 'before-deleting' : isHttp ? httpReason : 'leftover-gateway-rule'
  const steps = isOpen(component, now) ? [switchStep(port, 'close_outer', reason)] : []
  if (isHttp || !hasOpen(component, now, 'http')) return { steps, protocol: now.protocol }
  const closeHttp = switchStep(port, 'close_outer', httpReason)
  return {
    steps: [...steps, protocolStep(port, 'http', 'reaching-gateway-rule'), closeHttp],
    protocol: 'http',
  }
}

/**
 * Closes outer for good: also the rules that an earlier change of protocol left behind, which only a port of their
 * kind can close. They stay where the port has an old protocol that could not be given back to it.
 */
function closingForGood(goal: KeepGoal, component: ComponentState, reason: StepReason): Closing {
  const { port, now, newProtocol } = goal
  const ownReason = now.is_outer_service ? reason : 'leftover-gateway-rule'
  const steps = isOpen(component, now) ? [switchStep(port, 'close_outer', ownReason)] : []
  const otherKind = gatewayRuleKindOf(now.protocol) === 'http' ? 'tcp' : 'http'
  const canReach = newProtocol !== null || isProtocol(now.protocol)
  if (!hasOpen(component, now, otherKind) || !canReach) return { steps, protocol: now.protocol }
  const isWanted = newProtocol !== null && gatewayRuleKindOf(newProtocol) === otherKind
  const protocol = isWanted ? newProtocol : otherKind
  steps.push(protocolStep(port, protocol, isWanted ? 'desired' : 'reaching-gateway-rule'))
  steps.push(switchStep(port, 'close_outer', 'leftover-gateway-rule'))
  return { steps, protocol }
}

/**
 * Returns the calls that close outer for a goal: to delete the port, because it is asked for closed (or implied by
 * closing inner, where `isDesired` is false), or for as long as its protocol changes.
 */
export function closingOf(
  goal: Exclude<PortGoal, { kind: 'add' }>,
  component: ComponentState,
  isDesired: boolean,
): Closing {
  if (goal.kind === 'delete') return closingToDelete(component, goal.now)
  if (goal.closesOuter) return closingForGood(goal, component, isDesired ? 'desired' : 'before-closing-inner')
  const { now, newProtocol, port } = goal
  const isInterrupted = now.is_outer_service && newProtocol !== null
  const steps = isInterrupted ? [switchStep(port, 'close_outer', 'before-changing-protocol')] : []
  return { steps, protocol: now.protocol }
}
