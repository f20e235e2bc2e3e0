import type { Plan } from '../../../domain/plan/plan'
import { isGrave, type Loss } from '../../../domain/undo/loss'
import type { ReviewPart } from '../engine/stores/review'
import { planFacts } from './many/part-facts'

/** Whether a plan takes something away: a port, an address that people may use, or what an undo can't bring back. */
export function isDestructive({ steps, losses, addressChanges }: Plan): boolean {
  return (
    steps.some(({ call }) => call === 'delete') ||
    losses.some(takesAway) ||
    addressChanges.some(
      (change) =>
        change.scope === 'outer' && change.before.some((address) => !change.after.includes(address)),
    )
  )
}

function takesAway(loss: Loss): boolean {
  return isGrave(loss) && loss.kind !== 'gateway-rule-opens' && loss.kind !== 'shared-variables'
}

/** Whether a plan opens something at the gateway that looks as if it were meant for internal use only. */
export function isExposing(part: Pick<ReviewPart, 'plan' | 'target'>): boolean {
  return planFacts(part).risks > 0
}
