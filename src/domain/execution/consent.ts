import { portsWithNewAddress } from '../impact/exposures'
import { variableChanges } from '../impact/variables'
import type { ComponentState, GatewayRule } from '../model/component'
import { portOf } from '../model/diff'
import { gatewayRuleKindOf } from '../model/gateway-rules'
import { isAliasStep, isSwitch } from '../model/step'
import { applySteps } from '../model/step-effect'
import type { Plan } from '../plan/plan'
import { isGrave } from '../undo/loss'

/** A plan, and the component before and after it. */
interface Question {
  before: ComponentState
  after: ComponentState
  plan: Plan
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
  'opens-risky-port': ({ plan }) => plan.exposures?.length !== 0,
  /** A port opens at an address that nobody has seen yet. */
  'opens-new-address': ({ after, plan }) => portsWithNewAddress(after, plan.opened).length > 0,
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
 * Returns why a person must see a plan before it runs; empty where it runs at the click. Exposures that nobody has
 * judged count as risky.
 */
export function reasonsToShow(before: ComponentState, plan: Plan): ConsentReason[] {
  const question = { before, after: applySteps(before, plan.steps), plan }
  return everyReason.filter((reason) => reasons[reason](question))
}

/** How many ports may be deleted or opened outward at a press; of more, the person types the number. */
const mostAtAPress = 10

/**
 * Returns how many ports plans delete or open to the outside in all, where a person has to type it before they run; null
 * where a press is enough.
 */
export function typedNumber(plans: readonly Plan[]): number | null {
  const count = plans.reduce(
    (sum, { steps, opened }) => sum + opened.length + steps.filter(({ call }) => call === 'delete').length,
    0,
  )
  return count > mostAtAPress ? count : null
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
  const mayCloseCustom = plan.steps.some(
    (step) => isSwitch(step, 'close_outer') && kindOf(step.port) === 'http',
  )
  return mayCloseCustom || plan.opened.some(({ protocol }) => gatewayRuleKindOf(protocol) === 'tcp')
}

function renamesVariable({ before, plan }: Question): boolean {
  // What comes and goes with inner is what the switch says; nothing that is there is called otherwise by it.
  return (
    plan.steps.some(isAliasStep) &&
    variableChanges(before, plan.steps).some(({ before: was, after: is }) => was && is)
  )
}

function renamesDomain({ before, after }: Question): boolean {
  return before.ports.some((was) => {
    const is = portOf(after, was.container_port)
    return is !== undefined && is.k8s_service_name !== was.k8s_service_name
  })
}
