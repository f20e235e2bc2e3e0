import type { ComponentState, GatewayRule } from '../model/component'
import { portOf } from '../model/diff'
import { gatewayRuleKindOf, gatewayRulesOfPort } from '../model/gateway-rules'
import type { Port } from '../model/port'
import { isSwitch, type Step } from '../model/step'
import type { Loss } from './loss'

/** Whether an address is a default one, which the server creates again just so (`alias-port-team.<httpdomain>`). */
function isCreatedAgain(address: string, port: number, componentAlias: string): boolean {
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
    else if (custom || !isCreatedAgain(publicAddress, port, component.componentAlias))
      losses.push({ kind: 'public-address', port, publicAddress, custom })
    else if (open && !isLive(was, kind)) losses.push({ kind: 'leftover-gateway-rule', port, publicAddress })
    else if (!open && isLive(was, kind))
      losses.push({ kind: 'gateway-rule-opens', port, publicAddress, inPlan: false })
  }
  losses.push({ kind: 'health-probe', port })
  return losses
}

function isProtocolChange(step: Step): boolean {
  return step.call === 'change' && step.body.action === 'change_protocol'
}

/** What happens to kept rules beside what is asked for: opening and closing outer takes all of the kind along. */
function lossesOfSwitching(before: ComponentState, was: Port, steps: readonly Step[]): Loss[] {
  const port = was.container_port
  // The way back from another protocol closes outer, also where the way there did so without effect.
  const closes =
    steps.some((step) => isSwitch(step, 'close_outer')) ||
    (was.is_outer_service && steps.some(isProtocolChange))
  const opens = steps.some((step) => isSwitch(step, 'open_outer'))
  if (!closes && !opens) return []
  return gatewayRulesOfPort(before, port).flatMap(({ kind, open, publicAddress }): Loss[] => {
    const live = isLive(was, kind)
    if (open && !live) return [{ kind: 'leftover-gateway-rule', port, publicAddress }]
    if (!open && live) return [{ kind: 'gateway-rule-opens', port, publicAddress, inPlan: opens }]
    return open && closes && kind === 'tcp' ? [{ kind: 'tcp-port', port, publicAddress, certain: false }] : []
  })
}

/**
 * Returns what of a port's gateway rules, and of what else goes with a deleted port, does not come back.
 *
 * @param steps those of this port
 */
export function addressLossesOf(
  before: ComponentState,
  after: ComponentState,
  was: Port,
  steps: readonly Step[],
): Loss[] {
  return portOf(after, was.container_port) === undefined
    ? lossesOfDeleting(before, was)
    : lossesOfSwitching(before, was, steps)
}
