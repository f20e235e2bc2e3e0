import { type ComponentState, currentInternalDomain, internalDomainOf } from '../model/component'
import type { DesiredState } from '../model/desired-state'
import type { Port } from '../model/port'
import { isInternalDomain } from '../model/port-validation'
import type { Step } from '../model/step'
import type { AddGoal, KeepGoal, PortGoal } from './goals'
import { internalDomainCarrier, renameStep, renameSteps } from './renames'
import type { Unreachable } from './unreachable'

/** The alias and internal-domain calls of a plan, by where they belong in its order. */
export interface Naming {
  beforeDeleting: Step[]
  renames: Step[]
  afterFirstAdd: Step[]
}

const none: Naming = { beforeDeleting: [], renames: [], afterFirstAdd: [] }

interface InternalDomainGoal {
  internalDomain: string
  changes: boolean
}

/**
 * A component that loses all its ports and gets new ones keeps its internal domain, unless the desired state says otherwise:
 * left to the server it would be the service's alias.
 */
function internalDomainOfReplaced(
  component: ComponentState,
  desiredDomain: string | undefined,
): InternalDomainGoal {
  const before = internalDomainOf(component.ports)
  const kept = before !== undefined && isInternalDomain(before) ? before : component.componentAlias
  const internalDomain = desiredDomain ?? kept
  return { internalDomain, changes: internalDomain !== component.componentAlias }
}

function internalDomainGoal(
  component: ComponentState,
  left: readonly Port[],
  desiredDomain: string | undefined,
): InternalDomainGoal {
  if (left.length === 0) return internalDomainOfReplaced(component, desiredDomain)
  const internalDomain = desiredDomain ?? currentInternalDomain({ ...component, ports: left })
  return {
    internalDomain,
    changes: desiredDomain !== undefined && left.some((port) => port.k8s_service_name !== desiredDomain),
  }
}

interface Parts {
  left: readonly Port[]
  deleted: readonly Port[]
  kept: readonly KeepGoal[]
  firstAdd: AddGoal | undefined
}

function partsOf(component: ComponentState, goals: readonly PortGoal[]): Parts {
  const deleted = goals.filter((goal) => goal.kind === 'delete').map((goal) => goal.now)
  const isDeleted = new Set(deleted)
  return {
    left: component.ports.filter((port) => !isDeleted.has(port)),
    deleted,
    kept: goals.filter((goal) => goal.kind === 'keep'),
    firstAdd: goals.find((goal) => goal.kind === 'add'),
  }
}

/** The one call that changes the internal domain, where no rename of the plan takes it along. */
function carry(component: ComponentState, parts: Parts, domain: string): Naming | null {
  const { left, deleted, firstAdd } = parts
  const carrier = internalDomainCarrier(left, left)
  if (carrier !== undefined)
    return {
      ...none,
      renames: [renameStep(carrier.container_port, carrier.port_alias, domain, 'carries-internal-domain')],
    }
  const leaving = left.length === 0 ? undefined : internalDomainCarrier(deleted, component.ports)
  if (leaving !== undefined)
    return {
      ...none,
      beforeDeleting: [
        renameStep(leaving.container_port, leaving.port_alias, domain, 'carries-internal-domain'),
      ],
    }
  if (firstAdd === undefined) return null
  const reason =
    left.length === 0 && domain === internalDomainOf(component.ports)
      ? 'keeps-internal-domain'
      : 'carries-internal-domain'
  return { ...none, afterFirstAdd: [renameStep(firstAdd.port, firstAdd.alias, domain, reason)] }
}

/**
 * Returns the calls that bring the aliases and the internal domain to where the goals and the desired state have them.
 * The domain belongs to the component and changes only along with an alias call (docs/contract.md, "Changing").
 */
export function namingOf(
  component: ComponentState,
  desired: DesiredState,
  goals: readonly PortGoal[],
): Naming | { unreachable: Unreachable } {
  const parts = partsOf(component, goals)
  const { left, kept, firstAdd } = parts
  const desiredDomain = desired.internalDomain
  if (left.length === 0 && firstAdd === undefined) {
    return desiredDomain === undefined
      ? none
      : { unreachable: { reason: 'internal-domain-without-port', internalDomain: desiredDomain } }
  }
  const { internalDomain, changes } = internalDomainGoal(component, left, desiredDomain)
  const renames = renameSteps(left, kept, internalDomain)
  if ((changes || renames.length > 0) && !isInternalDomain(internalDomain))
    return { unreachable: { reason: 'internal-domain-invalid', internalDomain } }
  if (renames.length > 0 || !changes) return { ...none, renames }
  const ports = left.map((port) => port.container_port)
  return (
    carry(component, parts, internalDomain) ?? {
      unreachable: { reason: 'internal-domain-needs-alias', internalDomain, ports },
    }
  )
}
