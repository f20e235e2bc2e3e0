import { currentDomain, domainOf } from '../model/component'
import type { ComponentState, Port, DesiredState } from '../model/port'
import { isDomain } from '../model/port-validation'
import type { Step } from '../model/step'
import type { AddGoal, KeepGoal, PortGoal } from './goals'
import { domainCarrier, renameStep, renameSteps } from './renames'
import type { Unreachable } from './unreachable'

/** The alias and internal-domain calls of a plan, by where they belong in its order. */
export interface Naming {
  beforeDeleting: Step[]
  renames: Step[]
  afterFirstAdd: Step[]
}

const none: Naming = { beforeDeleting: [], renames: [], afterFirstAdd: [] }

interface DomainGoal {
  domain: string
  changes: boolean
}

/**
 * A component that loses all its ports and gets new ones keeps its internal domain, unless the desired state says otherwise:
 * left to the server it would be the service's alias.
 */
function domainOfReplaced(component: ComponentState, desiredPort: string | undefined): DomainGoal {
  const before = domainOf(component.ports)
  const kept = before !== undefined && isDomain(before) ? before : component.componentAlias
  const domain = desiredPort ?? kept
  return { domain, changes: domain !== component.componentAlias }
}

function domainGoal(
  component: ComponentState,
  left: readonly Port[],
  desiredPort: string | undefined,
): DomainGoal {
  if (left.length === 0) return domainOfReplaced(component, desiredPort)
  const domain = desiredPort ?? currentDomain({ ...component, ports: left })
  return {
    domain,
    changes: desiredPort !== undefined && left.some((port) => port.k8s_service_name !== desiredPort),
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
  return {
    left: component.ports.filter((port) => !deleted.includes(port)),
    deleted,
    kept: goals.filter((goal) => goal.kind === 'keep'),
    firstAdd: goals.find((goal) => goal.kind === 'add'),
  }
}

/** The one call that changes the internal domain, where no rename of the plan takes it along. */
function carry(component: ComponentState, parts: Parts, domain: string): Naming | null {
  const { left, deleted, firstAdd } = parts
  const carrier = domainCarrier(left, left)
  if (carrier !== undefined)
    return {
      ...none,
      renames: [renameStep(carrier.container_port, carrier.port_alias, domain, 'carries-domain')],
    }
  const leaving = left.length === 0 ? undefined : domainCarrier(deleted, component.ports)
  if (leaving !== undefined)
    return {
      ...none,
      beforeDeleting: [renameStep(leaving.container_port, leaving.port_alias, domain, 'carries-domain')],
    }
  if (firstAdd === undefined) return null
  const reason = left.length === 0 && domain === domainOf(component.ports) ? 'keeps-domain' : 'carries-domain'
  return { ...none, afterFirstAdd: [renameStep(firstAdd.port, firstAdd.alias, domain, reason)] }
}

/**
 * Gives the calls that bring the aliases and the internal domain to where the goals and the desired state have them. The
 * domain belongs to the component and changes only along with an alias call (docs/contract.md, "Changing").
 */
export function namingOf(
  component: ComponentState,
  desired: DesiredState,
  goals: readonly PortGoal[],
): Naming | { unreachable: Unreachable } {
  const parts = partsOf(component, goals)
  const { left, kept, firstAdd } = parts
  const desiredPort = desired.internalDomain
  if (left.length === 0 && firstAdd === undefined) {
    return desiredPort === undefined
      ? none
      : { unreachable: { reason: 'domain-without-port', domain: desiredPort } }
  }
  const { domain, changes } = domainGoal(component, left, desiredPort)
  const renames = renameSteps(left, kept, domain)
  if ((changes || renames.length > 0) && !isDomain(domain))
    return { unreachable: { reason: 'domain-invalid', domain } }
  if (renames.length > 0 || !changes) return { ...none, renames }
  const ports = left.map((port) => port.container_port)
  return carry(component, parts, domain) ?? { unreachable: { reason: 'domain-needs-alias', domain, ports } }
}
