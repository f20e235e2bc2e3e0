import type { GatewayRule } from '../../../domain/model/component'
import type { DesiredState } from '../../../domain/model/desired-state'
import type { Port } from '../../../domain/model/port'
import { createPlanDesk } from '../engine/plan-desk'
import { aTarget, FakeEffects } from './fake-effects'

/** Gives a desk for a test before a console whose one component has `ports`, and what proposes a change of it. */
export function aDesk(ports: Port[], gatewayRules: GatewayRule[] | null = []) {
  const effects = new FakeEffects({ ports, gatewayRules, componentAlias: 'gr1', meshed: false })
  const made = createPlanDesk(effects)
  return { effects, desk: made, propose: (desired: DesiredState) => made.propose(aTarget(), desired) }
}

/** Gives the ask for one port. */
export function desired(port: number, fields: { inner?: boolean; outer?: boolean } | 'delete'): DesiredState {
  return { ports: new Map([[port, fields]]) }
}

/** Gives what was sent, as action and port. */
export const calls = (effects: FakeEffects) =>
  effects.sent.map((step) =>
    step.call === 'change' ? `${step.body.action} ${step.port}` : `${step.call} ${step.port}`,
  )
