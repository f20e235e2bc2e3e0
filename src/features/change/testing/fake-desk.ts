import type { Port, Rule, Wish } from '../../../domain/model/port'
import { createPlanDesk } from '../engine/plan-desk'
import { aTarget, FakeEffects } from './fake-effects'

/** Gives a desk for a test before a console whose one component has `ports`, and what proposes a change of it. */
export function aDesk(ports: Port[], rules: Rule[] | null = []) {
  const effects = new FakeEffects({ ports, rules, serviceAlias: 'gr1', meshed: false })
  const made = createPlanDesk(effects)
  return { effects, desk: made, propose: (wish: Wish) => made.propose(aTarget(), wish) }
}

/** Gives the wish for one port. */
export function wish(port: number, fields: { inner?: boolean; outer?: boolean } | 'delete'): Wish {
  return { ports: new Map([[port, fields]]) }
}

/** Gives what was sent, as action and port. */
export const calls = (effects: FakeEffects) =>
  effects.sent.map((step) =>
    step.call === 'change' ? `${step.body.action} ${step.port}` : `${step.call} ${step.port}`,
  )
