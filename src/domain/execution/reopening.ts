import type { ComponentState } from '../model/component'
import type { DesiredPort, DesiredState } from '../model/desired-state'
import { portOf } from '../model/diff'
import { isSwitch, type Step } from '../model/step'

/** What a plan that was not carried to its end has done so far. */
interface Unfinished {
  /** The component before it, with what others have changed since. */
  readonly before: ComponentState
  readonly now: ComponentState
  /** The steps that were carried out. */
  readonly done: readonly Step[]
}

/**
 * Returns a desired state that also asks for external access where a plan has closed it only on its way, as for a new
 * protocol: a plan made from the component as it reads by now would take it for closed before. Where somebody else has
 * closed internal access since, external access can't open again, and stays closed.
 */
export function withReopening(desired: DesiredState, { before, now, done }: Unfinished): DesiredState {
  const closed = closedPorts(done)
  if (closed.size === 0) return desired
  const ports = new Map(
    [...desired.ports].map(([port, asked]) =>
      closed.has(port) && isClosedOnTheWay(asked, portOf(before, port), portOf(now, port))
        ? [port, { ...asked, outer: true }]
        : [port, asked],
    ),
  )
  return { ...desired, ports }
}

/** The ports that the steps close outside, and don't open again. */
function closedPorts(steps: readonly Step[]): ReadonlySet<number> {
  const closed = new Set<number>()
  for (const step of steps) {
    if (isSwitch(step, 'close_outer')) closed.add(step.port)
    else if (isSwitch(step, 'open_outer')) closed.delete(step.port)
  }
  return closed
}

type PortNow = ReturnType<typeof portOf>

function isClosedOnTheWay(
  asked: Partial<DesiredPort> | 'delete',
  was: PortNow,
  is: PortNow,
): asked is Partial<DesiredPort> {
  if (asked === 'delete' || asked.outer !== undefined || asked.inner === false) return false
  return was?.is_outer_service === true && is?.is_outer_service === false && is.is_inner_service
}
