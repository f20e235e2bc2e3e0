import type { Exposure } from '../impact/exposures'
import { isGrave } from '../impact/losses'
import { openedPorts, portsWithNewAddress } from '../impact/opened-ports'
import { variableChanges } from '../impact/variables'
import { portOf } from '../model/diff'
import { gatewayRuleKindOf } from '../model/gateway-rules'
import type { ComponentState, GatewayRule } from '../model/component'
import { applySteps } from '../model/step-effect'
import type { Plan } from '../plan/plan'

/** A plan, and the component before and after it. */
interface Question {
  before: ComponentState
  after: ComponentState
  plan: Plan
  exposures: readonly Exposure[] | null
}

/**
 * Why a plan is shown before it runs, each with how to tell. Everything else is sent at the click: a plain assigned
 * address that closes comes back with the next opening, and its notice names it.
 */
const reasons = {
  /** It is more than what was clicked. */
  'several-steps': ({ plan }) => plan.steps.length > 1,
  /** An undo cannot bring it back. */
  'loses-for-good': ({ plan }) => plan.losses.some(isGrave),
  /** A port that is meant for the inside opens outward. */
  'opens-risky-port': ({ plan, exposures }) => openedPorts(plan.steps).length > 0 && exposures?.length !== 0,
  /** A port opens at an address that nobody has seen yet. */
  'opens-new-address': ({ after, plan }) => portsWithNewAddress(after, plan.steps).length > 0,
  /** A domain that a person bound stops answering. */
  'closes-custom-address': closesCustomDomain,
  /** Nobody can tell whether one of the last two is so. */
  'gateway-rules-unknown': hangsOnUnknownRules,
  /** Whatever depends on the component receives a variable by another name, or with another value. */
  'renames-variable': renamesVariable,
  /** The other ports of the component get another internal domain, too. */
  'renames-internal-domain': renamesDomain,
} as const satisfies Record<string, (question: Question) => boolean>

export type ConsentReason = keyof typeof reasons

const everyReason = Object.keys(reasons).filter((reason): reason is ConsentReason => reason in reasons)

/**
 * Returns why a person must see a plan before it runs; empty where it runs at the click.
 *
 * @param exposures the risky ports that it opens (`exposuresOf`); null where they could not be judged
 */
export function reasonsToShow(
  before: ComponentState,
  plan: Plan,
  exposures: readonly Exposure[] | null,
): ConsentReason[] {
  const question = { before, after: applySteps(before, plan.steps), plan, exposures }
  return everyReason.filter((reason) => reasons[reason](question))
}

function keyOf({ port, kind, publicAddress }: GatewayRule): string {
  return `${String(port)} ${kind} ${publicAddress}`
}

function closesCustomDomain({ before, after }: Question): boolean {
  const open = new Set(after.gatewayRules?.filter((rule) => rule.open).map(keyOf))
  return before.gatewayRules?.some((rule) => rule.custom && rule.open && !open.has(keyOf(rule))) ?? false
}

function hangsOnUnknownRules({ before, after, plan }: Question): boolean {
  if (before.gatewayRules !== null) return false
  const kindOf = (port: number) => gatewayRuleKindOf(portOf(after, port)?.protocol ?? 'http')
  const mayCloseDomain = plan.steps.some(
    (step) => step.call === 'change' && step.body.action === 'close_outer' && kindOf(step.port) === 'http',
  )
  return mayCloseDomain || openedPorts(plan.steps).some((port) => kindOf(port) === 'tcp')
}

function renamesVariable({ before, plan }: Question): boolean {
  const isNamed = plan.steps.some(
    (step) => step.call === 'change' && step.body.action === 'change_port_alias',
  )
  // What comes and goes with inner is what the switch says; nothing that is there is called otherwise by it.
  return isNamed && variableChanges(before, plan.steps).some(({ before: was, after: is }) => was && is)
}

function renamesDomain({ before, after }: Question): boolean {
  return before.ports.some((was) => {
    const is = portOf(after, was.container_port)
    return is !== undefined && is.k8s_service_name !== was.k8s_service_name
  })
}
