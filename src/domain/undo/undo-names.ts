import type { DesiredPorts } from '../impact/alias-return'
import type { Loss } from '../impact/losses'
import { portOf } from '../model/diff'
import type { ComponentState } from '../model/component'
import { isInternalDomain } from '../model/port-validation'
import type { Step } from '../model/step'
import type { LeftAlone } from './undo-ports'

/** The internal domains of a component, each once: one, unless its data is old. */
function internalDomainsOf({ ports }: ComponentState): string[] {
  return [...new Set(ports.map((port) => port.k8s_service_name))]
}

export interface InternalDomainUndo {
  internalDomain: string | null
  leftAlone: LeftAlone[]
  cannotRestore: Loss[]
}

const nothing: InternalDomainUndo = { internalDomain: null, leftAlone: [], cannotRestore: [] }

function leavesPorts(now: ComponentState, desiredPorts: DesiredPorts): boolean {
  const isAdded = [...desiredPorts.values()].some((desired) => desired !== 'delete')
  return isAdded || now.ports.some((port) => desiredPorts.get(port.container_port) !== 'delete')
}

function changesInternalDomain(step: Step): boolean {
  return step.call !== 'change' || step.body.action === 'change_port_alias'
}

/**
 * Gives the internal domain that an undo asks for: the one before, where the plan changed it and nobody else has
 * since. A component that the plan left empty gets its own back with the first port that is added again.
 */
export function undoOfInternalDomain(
  { before, after, now }: { before: ComponentState; after: ComponentState; now: ComponentState },
  steps: readonly Step[],
  desiredPorts: DesiredPorts,
): InternalDomainUndo {
  const internalDomains = internalDomainsOf(before)
  const [was] = internalDomains
  const [planned] = internalDomainsOf(after)
  const current = internalDomainsOf(now)
  if (was === undefined || !steps.some(changesInternalDomain)) return nothing
  const isChanged = before.ports.some((port) => {
    const is = portOf(after, port.container_port)
    return is === undefined ? planned !== was : is.k8s_service_name !== port.k8s_service_name
  })
  if (!isChanged) return nothing
  if (internalDomains.length > 1 || !isInternalDomain(was))
    return { ...nothing, cannotRestore: [{ kind: 'separate-internal-domains', internalDomains }] }
  if (!leavesPorts(now, desiredPorts)) return nothing
  if (current.length > 0 && current.every((domain) => domain === was)) return nothing
  if (current.every((domain) => domain === planned)) return { ...nothing, internalDomain: was }
  const theirs = current.find((domain) => domain !== planned) ?? ''
  return { ...nothing, leftAlone: [{ kind: 'internal-domain', planned: planned ?? was, now: theirs }] }
}
