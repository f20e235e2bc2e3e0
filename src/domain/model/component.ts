import type { Component } from '../../api/contract/component'
import type { ComponentState, Port } from './port'
import type { Step } from './step'

/** The internal domain of ports: the first one's, where old data has several; undefined where none has one. */
export function domainOf(ports: readonly Port[]): string | undefined {
  return ports.find((port) => port.k8s_service_name !== '')?.k8s_service_name
}

/** The internal domain that an alias call sends along where none is asked for: it must always be sent. */
export function currentDomain({
  ports,
  componentAlias,
}: Pick<ComponentState, 'ports' | 'componentAlias'>): string {
  return domainOf(ports) ?? componentAlias
}

/** Whether every outer action first asks the cluster for the endpoints (docs/contract.md, "Components that differ"). */
export function isThirdParty({ service_source: source }: Pick<Component, 'service_source'>): boolean {
  return source === 'third_party'
}

/**
 * Whether changes reach only the console, save the gateway's part of outer (docs/contract.md, "Components that
 * differ"). Nothing said means nothing special.
 */
export function isUnfinished({ create_status: created }: Pick<Component, 'create_status'>): boolean {
  return created !== undefined && created !== null && created !== '' && created !== 'complete'
}

/** Whether a step opens or closes outer. */
export function isOuterAction(step: Step): boolean {
  return step.call === 'change' && ['open_outer', 'close_outer'].includes(step.body.action)
}
