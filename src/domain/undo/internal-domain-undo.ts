import type { ComponentState } from '../model/component'
import { portOf } from '../model/diff'
import { isInternalDomain } from '../model/port-validation'
import { isAliasStep, type Step } from '../model/step'
import type { DesiredPorts } from './alias-return'
import type { LeftAlone, Loss } from './loss'

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

/** An alias call sets the internal domain, and a deletion may take along a port that had another one. */
function mayChangeInternalDomain(step: Step): boolean {
  return step.call === 'delete' || isAliasStep(step)
}

/** Inner of a port that had no alias opens again only with one, and an alias call sets the internal domain of all. */
function namesNameless(losses: readonly Loss[]): boolean {
  return losses.some((loss) => loss.kind === 'no-return' && loss.value === '')
}

interface States {
  before: ComponentState
  after: ComponentState
  now: ComponentState
}

function isChanged({ before, after }: States, was: string, planned: string | undefined): boolean {
  return before.ports.some((port) => {
    const is = portOf(after, port.container_port)
    return is === undefined ? planned !== was : is.k8s_service_name !== port.k8s_service_name
  })
}

/**
 * Returns the internal domain that an undo asks for: the one before, where the plan changed it and nobody else has
 * since. A component that the plan left empty gets its own back with the first port that is added again.
 *
 * @param desiredPorts what the undo asks of the ports
 * @param losses what of the ports it cannot bring back
 */
export function undoOfInternalDomain(
  states: States,
  steps: readonly Step[],
  desiredPorts: DesiredPorts,
  losses: readonly Loss[],
): InternalDomainUndo {
  const { before, after, now } = states
  const internalDomains = internalDomainsOf(before)
  const [was] = internalDomains
  if (was === undefined) return nothing
  const [planned] = internalDomainsOf(after)
  const current = internalDomainsOf(now)
  const isTouched = steps.some(mayChangeInternalDomain)
  if (internalDomains.length > 1 || !isInternalDomain(was))
    return isTouched || namesNameless(losses)
      ? { ...nothing, cannotRestore: [{ kind: 'separate-internal-domains', internalDomains }] }
      : nothing
  if (!isTouched || !isChanged(states, was, planned) || !leavesPorts(now, desiredPorts)) return nothing
  if (current.length > 0 && current.every((domain) => domain === was)) return nothing
  if (current.every((domain) => domain === planned)) return { ...nothing, internalDomain: was }
  const theirs = current.find((domain) => domain !== planned) ?? ''
  return { ...nothing, leftAlone: [{ kind: 'internal-domain', planned: planned ?? was, now: theirs }] }
}
