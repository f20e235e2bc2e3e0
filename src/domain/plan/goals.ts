import { openGatewayRules } from '../model/gateway-rules'
import type { ComponentState } from '../model/component'
import type { DesiredPort, DesiredState } from '../model/desired-state'
import { type Port, type Protocol, numbersTwice } from '../model/port'
import { isPortNumber } from '../model/port-validation'
import type { Unreachable } from './unreachable'

/** What a plan brings one port to. A port that the desired state does not name has none. */
export type PortGoal =
  | { kind: 'delete'; port: number; now: Port }
  | {
      kind: 'keep'
      port: number
      now: Port
      /** Null where the protocol stays, even one that cannot be asked for. */
      newProtocol: Protocol | null
      alias: string
      /** Nobody asked for the alias: inner needs one. */
      aliasIsProposed: boolean
      inner: boolean
      outer: boolean
      /** Outer is to be closed for good: it is on, or it is asked for closed while a gateway rule is still active. */
      closesOuter: boolean
    }
  | { kind: 'add'; port: number; protocol: Protocol; alias: string; inner: boolean; outer: boolean }

export type KeepGoal = Extract<PortGoal, { kind: 'keep' }>
export type AddGoal = Extract<PortGoal, { kind: 'add' }>

/**
 * Whether a goal makes the server open outer. A protocol change does too where outer stays open: it is closed for as
 * long as that takes (docs/contract.md, "Changing").
 */
export function opensOuter(goal: KeepGoal | AddGoal): boolean {
  if (goal.kind === 'add') return goal.outer
  return goal.outer && (!goal.now.is_outer_service || goal.newProtocol !== null)
}

function keepGoal(component: ComponentState, now: Port, desired: Partial<DesiredPort>): KeepGoal {
  const closesInner = desired.inner === false && now.is_inner_service
  const outer = desired.outer ?? (now.is_outer_service && !closesInner)
  const isStillOpen = desired.outer === false && openGatewayRules(component, now.container_port).length > 0
  return {
    kind: 'keep',
    port: now.container_port,
    now,
    newProtocol:
      desired.protocol === undefined || desired.protocol === now.protocol ? null : desired.protocol,
    alias: desired.alias ?? now.port_alias,
    aliasIsProposed: false,
    inner: desired.inner ?? (desired.outer === true || now.is_inner_service),
    outer,
    closesOuter: !outer && (now.is_outer_service || isStillOpen),
  }
}

/** Whether a port is not the one that an add of this desired state makes: a plan that stopped after its add goes on with it. */
function isAnother(now: Port, { protocol, alias }: Partial<DesiredPort>): boolean {
  return (
    (protocol !== undefined && protocol !== now.protocol) || (alias !== undefined && alias !== now.port_alias)
  )
}

function addGoal(port: number, desired: Partial<DesiredPort>): AddGoal | null {
  const inner = desired.inner ?? (desired.outer === true ? true : null)
  if (desired.protocol === undefined || inner === null) return null
  return {
    kind: 'add',
    port,
    protocol: desired.protocol,
    alias: desired.alias ?? '',
    inner,
    outer: desired.outer ?? false,
  }
}

/**
 * Returns what each named port is to become, existing ports in the server's order and then the new ones in the desired
 * state's, with what a desired state implies filled in. Aliases are as desired, and not yet checked. Deleting a port
 * that has gone already is no goal: it is met.
 */
export function goalsOf(
  component: ComponentState,
  desired: DesiredState,
): PortGoal[] | { unreachable: Unreachable } {
  const goals: PortGoal[] = []
  const twice = numbersTwice(component.ports)
  for (const now of component.ports) {
    const desiredPort = desired.ports.get(now.container_port)
    if (desiredPort === undefined) continue
    if (twice.has(now.container_port))
      return { unreachable: { reason: 'port-twice', port: now.container_port } }
    if (desiredPort === 'delete') {
      goals.push({ kind: 'delete', port: now.container_port, now })
      continue
    }
    if (desired.adds?.has(now.container_port) && isAnother(now, desiredPort))
      return { unreachable: { reason: 'port-taken', port: now.container_port } }
    const goal = keepGoal(component, now, desiredPort)
    const unmet = !goal.inner && goal.outer && (now.is_inner_service || opensOuter(goal))
    if (unmet) return { unreachable: { reason: 'outer-without-inner', port: goal.port } }
    goals.push(goal)
  }
  const existing = new Set(component.ports.map((port) => port.container_port))
  for (const [port, desiredPort] of desired.ports) {
    if (existing.has(port) || desiredPort === 'delete') continue
    if (!isPortNumber(port)) return { unreachable: { reason: 'port-invalid', port } }
    const goal = addGoal(port, desiredPort)
    if (goal === null) return { unreachable: { reason: 'port-gone', port } }
    if (goal.outer && !goal.inner) return { unreachable: { reason: 'outer-without-inner', port } }
    goals.push(goal)
  }
  return goals
}
