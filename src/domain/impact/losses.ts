import { portOf } from '../model/diff'
import { gatewayRuleKindOf, gatewayRulesOfPort } from '../model/gateway-rules'
import type { ComponentState, GatewayRule } from '../model/component'
import type { Port } from '../model/port'
import type { Step } from '../model/step'
import { applySteps } from '../model/step-effect'
import { type NoReturn, noReturnOf } from './no-return'

/** What a plan takes away and its undo cannot bring back. */
export type Loss =
  /** A domain that goes with the deleted port. `custom`: a person bound it. */
  | { kind: 'public-address'; port: number; publicAddress: string; custom: boolean }
  /** The public TCP port number. `certain`: it goes with the port; else a reopening need not give it back. */
  | { kind: 'tcp-port'; port: number; publicAddress: string; certain: boolean }
  /** A health probe on the deleted port is switched off. Whether there is one cannot be read. */
  | { kind: 'health-probe'; port: number }
  /** The gateway rules could not be read: domains may go with the deleted port. */
  | { kind: 'gateway-rules-unknown'; port: number }
  /** A rule that was active beside a closed outer, or of another protocol: an undo leaves it closed. */
  | { kind: 'leftover-gateway-rule'; port: number; publicAddress: string }
  /** A rule that was closed beside an open outer: opening outer opens it too, here (`inPlan`) or in an undo. */
  | { kind: 'gateway-rule-opens'; port: number; publicAddress: string; inPlan: boolean }
  /** The port shares its alias with siblings, so that opening inner mixes up their connection variables. */
  | { kind: 'shared-variables'; port: number; alias: string; siblings: readonly number[] }
  | NoReturn

/** Whether a person must be shown a loss before it happens; the others need only be said. */
export function isGrave(loss: Loss): boolean {
  switch (loss.kind) {
    case 'public-address':
    case 'health-probe':
    case 'gateway-rules-unknown':
    case 'shared-variables':
    case 'separate-internal-domains':
      return true
    case 'tcp-port':
      return loss.certain
    case 'gateway-rule-opens':
      return loss.inPlan
    case 'leftover-gateway-rule':
    case 'no-return':
      return false
  }
}

/** A default http domain that the server would make again just so (`alias-port-team.<httpdomain>`). */
function isMadeAgain(address: string, port: number, componentAlias: string): boolean {
  return (
    address.startsWith(`http://${componentAlias}-${String(port)}-`) &&
    !address.slice('http://'.length).includes('/')
  )
}

/** Whether a rule of this kind follows the port's outer switch, and outer is on. */
function isLive(port: Port, kind: GatewayRule['kind']): boolean {
  return port.is_outer_service && kind === gatewayRuleKindOf(port.protocol)
}

/** What goes with a deleted port (docs/contract.md, "Deleting"). */
function lossesOfDeleting(component: ComponentState, was: Port): Loss[] {
  const port = was.container_port
  const losses: Loss[] = []
  if (component.gatewayRules === null) losses.push({ kind: 'gateway-rules-unknown', port })
  for (const { kind, custom, open, publicAddress } of gatewayRulesOfPort(component, port)) {
    if (kind === 'tcp') losses.push({ kind: 'tcp-port', port, publicAddress, certain: true })
    else if (custom || !isMadeAgain(publicAddress, port, component.componentAlias))
      losses.push({ kind: 'public-address', port, publicAddress, custom })
    else if (open && !isLive(was, kind)) losses.push({ kind: 'leftover-gateway-rule', port, publicAddress })
    else if (!open && isLive(was, kind))
      losses.push({ kind: 'gateway-rule-opens', port, publicAddress, inPlan: false })
  }
  losses.push({ kind: 'health-probe', port })
  return losses
}

function siblingsSharing({ ports }: ComponentState, port: Port): readonly number[] {
  if (port.port_alias === '') return []
  return ports
    .filter((sibling) => sibling !== port && sibling.port_alias === port.port_alias)
    .map((sibling) => sibling.container_port)
}

/** What happens to kept rules beside what is asked for: opening and closing outer takes all of the kind along. */
function lossesOfSwitching(before: ComponentState, was: Port, steps: readonly Step[]): Loss[] {
  const port = was.container_port
  const closes = steps.some((step) => isSwitch(step, port, 'close_outer'))
  const opens = steps.some((step) => isSwitch(step, port, 'open_outer'))
  if (!closes && !opens) return []
  return gatewayRulesOfPort(before, port).flatMap(({ kind, open, publicAddress }): Loss[] => {
    const live = isLive(was, kind)
    if (open && !live) return [{ kind: 'leftover-gateway-rule', port, publicAddress }]
    if (!open && live) return [{ kind: 'gateway-rule-opens', port, publicAddress, inPlan: opens }]
    return open && closes && kind === 'tcp' ? [{ kind: 'tcp-port', port, publicAddress, certain: false }] : []
  })
}

function isSwitch(step: Step, port: number, action: 'open_inner' | 'open_outer' | 'close_outer'): boolean {
  return step.call === 'change' && step.port === port && step.body.action === action
}

function lossesOfPort(
  before: ComponentState,
  after: ComponentState,
  was: Port,
  steps: readonly Step[],
): Loss[] {
  const port = was.container_port
  const is = portOf(after, port)
  if (is === undefined) return lossesOfDeleting(before, was)
  const losses = lossesOfSwitching(before, was, steps)
  const siblings = siblingsSharing(after, is)
  if (siblings.length > 0 && steps.some((step) => isSwitch(step, port, 'open_inner')))
    losses.push({ kind: 'shared-variables', port, alias: is.port_alias, siblings })
  return losses
}

/** Takes a component and the steps of a plan for it; gives what an undo of them cannot bring back. */
export function lossesOf(before: ComponentState, steps: readonly Step[]): Loss[] {
  const after = applySteps(before, steps)
  const touched = new Set(steps.map((step) => step.port))
  const losses = before.ports
    .filter((port) => touched.has(port.container_port))
    .flatMap((port) => lossesOfPort(before, after, port, steps))
  return [...losses, ...noReturnOf(before, after, steps)]
}
