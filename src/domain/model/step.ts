import type { PortAction } from '../../api/contract/port'
import type { AddPortBody, ChangePortBody } from '../../api/contract/request-bodies'
import { grouped } from '../collections/grouped'
import type { PortField } from './desired-state'

/**
 * Why a step is in a plan. It is for display alone: what a step does is judged by the states before and after it. A
 * screen has a sentence for each, together with the call:
 * - `desired`: it is what was asked for
 * - `leftover-gateway-rule`: a gateway rule of the port is still active, though outer is off or the protocol has changed
 * - `reaching-gateway-rule`: only with this protocol can such a rule be closed
 * - `restoring-protocol`: the rule is closed, and the port gets its own protocol back
 * - `before-closing-inner`, `before-deleting`, `before-changing-protocol`: the server refuses the one while this is open
 * - `gateway-rules-before-deleting`: the server refuses it while a custom domain, or two rules, are active
 * - `inner-before-outer`: outer needs inner
 * - `reopening`: outer was closed only for the protocol change
 * - `alias-for-inner`: the port has no alias, and inner needs one
 * - `passing-alias`: aliases change places, and one must step aside first
 * - `carries-internal-domain`: the internal domain changes, and only a port's own alias call can say so
 * - `keeps-internal-domain`: the first port of a component left empty gets the service's alias as internal domain
 */
export type StepReason =
  | 'desired'
  | 'leftover-gateway-rule'
  | 'reaching-gateway-rule'
  | 'restoring-protocol'
  | 'before-closing-inner'
  | 'before-deleting'
  | 'before-changing-protocol'
  | 'gateway-rules-before-deleting'
  | 'inner-before-outer'
  | 'reopening'
  | 'alias-for-inner'
  | 'passing-alias'
  | 'carries-internal-domain'
  | 'keeps-internal-domain'

type Change<Body extends ChangePortBody> = { call: 'change'; port: number; body: Body; reason: StepReason }

/** A call that changes an existing port. */
export type ChangeStep = Change<ChangePortBody>
export type AddStep = { call: 'add'; port: number; body: AddPortBody; reason: StepReason }

/** One call of the API, with its reason. */
export type Step = ChangeStep | AddStep | { call: 'delete'; port: number; reason: StepReason }

/** The one call that sets an alias. It always sets the internal domain of the component along with it. */
export type AliasStep = Change<Extract<ChangePortBody, { action: 'change_port_alias' }>>

/** The actions that open or close inner or outer of a port. */
export type SwitchAction = Exclude<PortAction, 'change_protocol' | 'change_port_alias'>

/** Whether a step switches inner or outer of a port as an action says. */
export function isSwitch(step: Step, action: SwitchAction): boolean {
  return step.call === 'change' && step.body.action === action
}

/** Whether a step opens or closes outer. */
export function isOuterAction(step: Step): boolean {
  return isSwitch(step, 'open_outer') || isSwitch(step, 'close_outer')
}

/** Whether public addresses of its port stop answering with a step: a deletion closes them, too. */
export function closesOuter(step: Step): boolean {
  return step.call === 'delete' || isSwitch(step, 'close_outer')
}

export function isAliasStep(step: Step): step is AliasStep {
  return step.call === 'change' && step.body.action === 'change_port_alias'
}

/** Whether a step changes what `…/apps_port` lists: the inner-open ports of a team (docs/contract.md, "Reading"). */
export function changesTeamPorts(step: Step): boolean {
  switch (step.call) {
    case 'add':
      return step.body.is_inner_service
    case 'delete':
      return false
    case 'change':
      return isAliasStep(step) || isSwitch(step, 'open_inner') || isSwitch(step, 'close_inner')
  }
}

/** Returns the field of its port that a change sets. An alias call may be there for the internal domain alone. */
export function changedField({ body }: ChangeStep): PortField {
  switch (body.action) {
    case 'open_inner':
    case 'close_inner':
      return 'inner'
    case 'open_outer':
    case 'close_outer':
      return 'outer'
    case 'change_protocol':
      return 'protocol'
    case 'change_port_alias':
      return 'alias'
  }
}

/** Returns the steps of each port, in their order, by its number. */
export function stepsByPort(steps: readonly Step[]): ReadonlyMap<number, readonly Step[]> {
  return grouped(steps, ({ port }) => port)
}
