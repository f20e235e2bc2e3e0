import type { AddPortBody, ChangePortBody } from '../../api/contract/port'
import type { PortField } from './desired-state'

/**
 * Why a step is in a plan. A screen has a sentence for each, together with the call:
 * - `asked for`: it is what was asked for
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

/** One call of the API, with its reason. */
export type Step =
  | { call: 'change'; port: number; body: ChangePortBody; reason: StepReason }
  | { call: 'add'; port: number; body: AddPortBody; reason: StepReason }
  | { call: 'delete'; port: number; reason: StepReason }

/** The field of its port that a change sets. An alias call may also stand for the internal domain that it carries. */
export function changedField({ body }: Extract<Step, { call: 'change' }>): PortField {
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

/** Whether a step opens or closes outer. */
export function isOuterAction(step: Step): boolean {
  return step.call === 'change' && ['open_outer', 'close_outer'].includes(step.body.action)
}
