import { factsOf, type ErrorFacts } from '../../../../api/errors/errors'
import { reasonsToShow, type ConsentReason } from '../../../../domain/execution/consent'
import { concernsDesired, mustBeReadFirst } from '../../../../domain/execution/read-first'
import type { Difference } from '../../../../domain/model/diff'
import { foreignDifferences } from '../../../../domain/execution/foreign-changes'
import type { ComponentState } from '../../../../domain/model/component'
import type { DesiredPort, DesiredState } from '../../../../domain/model/desired-state'
import type { Step } from '../../../../domain/model/step'
import { concernedPart } from '../../../../domain/plan/concerned'
import { planPorts, type Plan, withExposures } from '../../../../domain/plan/plan'
import type { Unreachable } from '../../../../domain/plan/unreachable'
import { undoOf } from '../../../../domain/undo/undo'
import type { LeftAlone } from '../../../../domain/undo/loss'
import type { Effects } from '../effects'
import { isUndo, type Desired } from '../job/job'
import type { Target } from '../target'

/** A plan for one component, or why there is none. */
export type Prepared = PreparedPlan | NoPlan

export interface PreparedPlan {
  readonly kind: 'planned'
  readonly target: Target
  readonly asked: Desired
  /** The state that is asked for; of an undo, what it comes to. */
  readonly desired: DesiredState
  /** What an undo does not touch, because somebody else has changed it since. */
  readonly leftAlone: readonly LeftAlone[]
  /** The component that the plan was made from. */
  readonly seen: ComponentState
  readonly plan: Plan
  /** What somebody else changed since the person looked. */
  readonly differences: readonly Difference[]
  /** Whether a person must see it before it runs, whatever else is planned along with it. */
  readonly mustBeShown: boolean
}

export type NoPlan = { readonly target: Target; readonly asked: Desired } & (
  | { readonly kind: 'as-desired'; readonly leftAlone: readonly LeftAlone[] }
  | { readonly kind: 'unreachable'; readonly why: Unreachable }
  /** What has to be read first could not be. */
  | { readonly kind: 'unread'; readonly error: ErrorFacts }
)

/** A change of one component, and what is known of the component. */
export interface Preparation {
  readonly target: Target
  readonly desired: Desired
  readonly effects: Effects
  /** A failure left it open what was done: what is cached may be behind. */
  readonly mustRead: boolean
  /** A person must see the plan, whatever it does. */
  readonly alwaysAsks?: boolean
  /** What was sent and has not been read back: what is cached is put together from the answers. */
  readonly earlier: readonly Step[]
}

/**
 * Plans a change of one component from what is cached, or from a fresh reading where that is not enough. Returns no
 * promise where nothing has to be waited for, so that a click is sent in its own frame. Never rejects.
 */
export function prepare(preparation: Preparation): Prepared | Promise<Prepared> {
  const { target, desired, effects, mustRead } = preparation
  const seen = isUndo(desired) || mustRead ? null : effects.cached(target)
  if (seen === null || effects.isFromLastVisit(target)) return prepareAgain(preparation, seen)
  const looked = planned(preparation, seen)
  return looked instanceof Promise ? looked.then(unlessOutdated) : unlessOutdated(looked)

  function unlessOutdated({ prepared, hangsOnRules }: Planned): Prepared | Promise<Prepared> {
    return needsReading(prepared, hangsOnRules && effects.lacksRules(target))
      ? prepareAgain(preparation, seen)
      : prepared
  }
}

/** Reads the component and plans from that. `seen` is what the person had before their eyes; null where nothing. */
export async function prepareAgain(preparation: Preparation, seen: ComponentState | null): Promise<Prepared> {
  const { target, desired, effects } = preparation
  try {
    return await prepareFrom(preparation, await effects.read(target), seen)
  } catch (error) {
    return { kind: 'unread', target, asked: desired, error: factsOf(error) }
  }
}

/** Plans from what was just read, and says what has changed since the person looked. */
export async function prepareFrom(
  preparation: Preparation,
  now: ComponentState,
  seen: ComponentState | null,
): Promise<Prepared> {
  const { prepared } = await planned(preparation, now)
  if (prepared.kind !== 'planned' || seen === null) return prepared
  const differences = foreignDifferences(seen, now, preparation.earlier)
  const isConcerned = differences.some((difference) => concernsDesired(difference, prepared.desired))
  return { ...prepared, differences, mustBeShown: prepared.mustBeShown || isConcerned }
}

interface Planned {
  readonly prepared: Prepared
  /** Only the gateway rules, if they are not known, decide whether there is anything to do, or a person must see it. */
  readonly hangsOnRules: boolean
}

/** What judges risks is loaded only where a port opens outward; all else is known at once. */
function planned(
  { target, desired, effects, alwaysAsks = false }: Preparation,
  from: ComponentState,
): Planned | Promise<Planned> {
  const found = planFrom(target, desired, from)
  if (found.kind !== 'planned') return { prepared: found, hangsOnRules: mayHideOpenAddress(found) }
  const { plan } = found
  const part = concernedPart(from, found.desired)
  const reasons = reasonsToShow(part, plan)
  const isOpen = (reason: ConsentReason) =>
    reason === 'opens-risky-port' || reason === 'gateway-rules-unknown'
  if (plan.exposures !== null || !reasons.every(isOpen)) return judged(found, reasons, alwaysAsks)
  return effects
    .riskJudge(target)
    .then((judge) =>
      judged(found, judge === null ? reasons : reasonsToShow(part, withExposures(plan, judge)), alwaysAsks),
    )
}

function judged(prepared: PreparedPlan, reasons: readonly ConsentReason[], alwaysAsks: boolean): Planned {
  return {
    prepared: { ...prepared, mustBeShown: alwaysAsks || reasons.length > 0 },
    hangsOnRules: reasons.length > 0 && reasons.every((reason) => reason === 'gateway-rules-unknown'),
  }
}

function planFrom(target: Target, asked: Desired, seen: ComponentState): Prepared {
  const common = { target, asked }
  const { desired, leftAlone } = desiredFrom(asked, seen)
  const plan = planPorts(concernedPart(seen, desired), desired)
  if ('unreachable' in plan) return { ...common, kind: 'unreachable', why: plan.unreachable }
  if (plan.steps.length === 0) return { ...common, kind: 'as-desired', leftAlone }
  return { ...common, kind: 'planned', desired, leftAlone, seen, plan, differences: [], mustBeShown: false }
}

function desiredFrom(
  asked: Desired,
  now: ComponentState,
): { desired: DesiredState; leftAlone: readonly LeftAlone[] } {
  if (!isUndo(asked)) return { desired: asked, leftAlone: [] }
  const { before, after, steps } = asked.undo
  const { desired, leftAlone } = undoOf(before, after, now, steps)
  return { desired, leftAlone }
}

/**
 * A refusal is not told from what may be old, and what only rules decide that are still to come is not asked: the click
 * waits for them. A plan that is shown is read again when the person says yes to it.
 */
function needsReading(prepared: Prepared, waitsForRules: boolean): boolean {
  switch (prepared.kind) {
    case 'planned':
      if (prepared.mustBeShown) return waitsForRules
      return prepared.plan.steps.some(mustBeReadFirst)
    case 'as-desired':
      return waitsForRules
    case 'unreachable':
      return true
    case 'unread':
      return false
  }
}

/** A port that is closed to the outside may still answer at an address that a gateway rule was left over for. */
function mayHideOpenAddress({ kind, asked }: Prepared): boolean {
  return kind === 'as-desired' && !isUndo(asked) && [...asked.ports.values()].some(isClosedOutside)
}

function isClosedOutside(desired: Partial<DesiredPort> | 'delete'): boolean {
  return desired !== 'delete' && desired.outer === false
}
