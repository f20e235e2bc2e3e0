import type { DesiredPort } from '../../../../domain/model/desired-state'
import type { DesiredState } from '../../../../domain/model/desired-state'
import type { Step } from '../../../../domain/model/step'

/** The fields of a port that are being changed, with the values they shall have; 'delete' for the whole port. */
export type PendingChange = Partial<DesiredPort> | 'delete'

/** Returns what the steps of a plan make of each port that they name, as far as a person sees it. */
export function changesOfSteps(steps: readonly Step[]): Map<number, PendingChange> {
  const changes = new Map<number, PendingChange>()
  for (const step of steps) {
    const earlier = changes.get(step.port) ?? {}
    const change = changeOfStep(step)
    changes.set(step.port, change === 'delete' || earlier === 'delete' ? change : { ...earlier, ...change })
  }
  return changes
}

function changeOfStep(step: Step): PendingChange {
  switch (step.call) {
    case 'add':
      return { inner: step.body.is_inner_service, protocol: step.body.protocol }
    case 'delete':
      return 'delete'
    case 'change':
      return fieldsOfChange(step.body)
  }
}

function fieldsOfChange(body: Extract<Step, { call: 'change' }>['body']): Partial<DesiredPort> {
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

/** Puts a later change of a port over an earlier one, with what it implies. */
export function joinChanges(earlier: PendingChange | undefined, later: PendingChange): PendingChange {
  if (later === 'delete' || earlier === undefined || earlier === 'delete') return later
  const joined: Partial<DesiredPort> = { ...earlier, ...later }
  // What the later change implies goes before what the earlier one said (`DesiredState`).
  if (later.outer === true && later.inner === undefined) delete joined.inner
  if (later.inner === false && later.outer === undefined) delete joined.outer
  return joined
}

/**
 * Returns the one desired state that is left of two in a row: the last word on each field of a port. Null where they are
 * not about one and the same port, or about more than its fields.
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
