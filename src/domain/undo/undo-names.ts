import type { DesiredPorts } from '../impact/alias-return'
import type { Loss } from '../impact/losses'
import { portOf } from '../model/diff'
import type { ComponentState } from '../model/port'
import { isDomain } from '../model/port-validation'
import type { Step } from '../model/step'
import type { LeftAlone } from './undo-ports'

/** The internal domains of a component, each once: one, unless its data is old. */
function domainsOf({ ports }: ComponentState): string[] {
  return [...new Set(ports.map((port) => port.k8s_service_name))]
}

export interface DomainUndo {
  internalDomain: string | null
  leftAlone: LeftAlone[]
  cannotRestore: Loss[]
}

const nothing: DomainUndo = { internalDomain: null, leftAlone: [], cannotRestore: [] }

function leavesPorts(now: ComponentState, desiredPorts: DesiredPorts): boolean {
  const isAdded = [...desiredPorts.values()].some((desired) => desired !== 'delete')
  return isAdded || now.ports.some((port) => desiredPorts.get(port.container_port) !== 'delete')
}

function changesDomain(step: Step): boolean {
  return step.call !== 'change' || step.body.action === 'change_port_alias'
}

/**
 * Gives the internal domain that an undo asks for: the one before, where the plan changed it and nobody else has
 * since. A component that the plan left empty gets its own back with the first port that is added again.
 */
export function undoOfDomain(
  { before, after, now }: { before: ComponentState; after: ComponentState; now: ComponentState },
  steps: readonly Step[],
  desiredPorts: DesiredPorts,
): DomainUndo {
  const domains = domainsOf(before)
  const [was] = domains
  const [planned] = domainsOf(after)
  const current = domainsOf(now)
  if (was === undefined || !steps.some(changesDomain)) return nothing
  const isChanged = before.ports.some((port) => {
    const is = portOf(after, port.container_port)
    return is === undefined ? planned !== was : is.k8s_service_name !== port.k8s_service_name
  })
  if (!isChanged) return nothing
  if (domains.length > 1 || !isDomain(was))
    return { ...nothing, cannotRestore: [{ kind: 'separate-domains', domains }] }
  if (!leavesPorts(now, desiredPorts)) return nothing
  if (current.length > 0 && current.every((domain) => domain === was)) return nothing
  if (current.every((domain) => domain === planned)) return { ...nothing, internalDomain: was }
  const theirs = current.find((domain) => domain !== planned) ?? ''
  return { ...nothing, leftAlone: [{ kind: 'domain', planned: planned ?? was, now: theirs }] }
}
