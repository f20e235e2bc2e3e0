import type { Component } from '../../api/contract/component'
import type { Port } from './port'

/** A gateway rule of one component, http and tcp alike, with just what a plan and a screen need of it. */
export interface GatewayRule {
  port: number
  /** Open: the address answers. A closed rule stays listed and comes back with the next `open_outer`. */
  open: boolean
  /** A domain that a person bound, and that nothing but a person can bind again. */
  custom: boolean
  kind: 'http' | 'tcp'
  /** What the gateway speaks there: http or https, or what a TCP rule says, such as tcp or udp. */
  protocol: string
  /** As a person would type it: `https://www.acme.test/shop`, or `10.0.0.1:30306`. */
  publicAddress: string
}

/** One component's ports and rules as they were last read. */
export interface ComponentState {
  /** In the order they were added, as the server lists them. */
  ports: readonly Port[]
  /** Null where the side route is missing: the plan then assumes nothing about rules and says so in its losses. */
  gatewayRules: readonly GatewayRule[] | null
  componentAlias: string
  /** The app's governance mode is the built-in mesh: a rename sets every `*_HOST` variable to 127.0.0.1. */
  meshed: boolean
}

/** The internal domain of ports: the first one's, where old data has several; undefined where none has one. */
export function internalDomainOf(ports: readonly Port[]): string | undefined {
  return ports.find((port) => port.k8s_service_name !== '')?.k8s_service_name
}

/** The internal domain that an alias call sends along where none is asked for: it must always be sent. */
export function currentInternalDomain({
  ports,
  componentAlias,
}: Pick<ComponentState, 'ports' | 'componentAlias'>): string {
  return internalDomainOf(ports) ?? componentAlias
}

/** Whether every outer action first asks the cluster for the endpoints (docs/contract.md, "Components that differ"). */
export function isThirdParty({ service_source: source }: Pick<Component, 'service_source'>): boolean {
  return source === 'third_party'
}

/**
 * Whether changes reach only the console, except for the gateway's part of outer (docs/contract.md, "Components that
 * differ"). Nothing said means nothing special.
 */
export function isUnfinished({ create_status: created }: Pick<Component, 'create_status'>): boolean {
  return created !== undefined && created !== null && created !== '' && created !== 'complete'
}
