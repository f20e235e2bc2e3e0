import type { DesiredPort, DesiredState } from '../../../domain/model/desired-state'
import type { Step } from '../../../domain/model/step'
import type { PendingChange } from './port-activity'

/** Gives what the steps of a plan make of each port that they name, as far as a person sees it. */
export function changesOfSteps(steps: readonly Step[]): Map<number, PendingChange> {
  const desiredPorts = new Map<number, PendingChange>()
  for (const step of steps) {
    const earlier = desiredPorts.get(step.port) ?? {}
    const desired = changeOfStep(step)
    desiredPorts.set(
      step.port,
      desired === 'delete' || earlier === 'delete' ? desired : { ...earlier, ...desired },
    )
  }
  return desiredPorts
}

function changeOfStep(step: Step): PendingChange {
  switch (step.call) {
    case 'add':
      return { inner: step.body.is_inner_service, protocol: step.body.protocol }
    case 'delete':
      return 'delete'
    case 'change':
      return desiredOfChange(step.body)
  }
}

function desiredOfChange(body: Extract<Step, { call: 'change' }>['body']): Partial<DesiredPort> {
  switch (body.action) {
    case 'open_inner':
      return { inner: true }
    case 'close_inner':
      return { inner: false }
    case 'open_outer':
      return { outer: true }
    case 'close_outer':
      return { outer: false }
    case 'change_protocol':
      return { protocol: body.protocol }
    case 'change_port_alias':
      return { alias: body.port_alias }
  }
}

/** Puts a later ask for a port over an earlier one, with what it implies. */
export function joinChanges(earlier: PendingChange | undefined, later: PendingChange): PendingChange {
  if (later === 'delete' || earlier === undefined || earlier === 'delete') return later
  const joined: Partial<DesiredPort> = { ...earlier, ...later }
  // What the later desired state implies goes before what the earlier one said (`DesiredState`).
  if (later.outer === true && later.inner === undefined) delete joined.inner
  if (later.inner === false && later.outer === undefined) delete joined.outer
  return joined
}

/**
 * Takes the desired state of a job that waits and the next one of the same component. Where both are about one and the same
 * port, gives the one desired state that a person has in the end: the last word on each field. Else null.
 */
export function lastWord(waiting: DesiredState, next: DesiredState): DesiredState | null {
  const [[port, earlier] = [], ...others] = waiting.ports
  const [[nextPort, later] = [], ...nextOthers] = next.ports
  if (port === undefined || earlier === undefined || later === undefined || port !== nextPort) return null
  if (others.length > 0 || nextOthers.length > 0 || waiting.adds || next.adds) return null
  if (earlier === 'delete' || waiting.internalDomain !== undefined || next.internalDomain !== undefined)
    return null
  return { ports: new Map([[port, joinChanges(earlier, later)]]) }
}
