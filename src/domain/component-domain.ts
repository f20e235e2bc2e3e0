import type { ComponentState, Port } from './port'

/** The internal domain of ports: the first one's, where old data has several; undefined where none has one. */
export function domainOf(ports: readonly Port[]): string | undefined {
  return ports.find((port) => port.k8s_service_name !== '')?.k8s_service_name
}

/** The internal domain that an alias call sends along where none is wished for: it must always be sent. */
export function currentDomain({
  ports,
  serviceAlias,
}: Pick<ComponentState, 'ports' | 'serviceAlias'>): string {
  return domainOf(ports) ?? serviceAlias
}
