import type { Port, Protocol } from '../../api/contract/port'

export type { Port, Protocol }

const known = { http: true, tcp: true, udp: true, mysql: true, grpc: true } satisfies Record<Protocol, true>

/** The protocols that a port can be given, in the order in which a person is offered them. */
export const protocolChoices = ['http', 'tcp', 'udp', 'mysql', 'grpc'] as const satisfies readonly Protocol[]

/** Whether a port's protocol is one that can be asked for. Old data holds others, which can only be left. */
export function isProtocol(protocol: string): protocol is Protocol {
  return Object.hasOwn(known, protocol)
}

/**
 * The numbers that a component has more than once, as one has that serves tcp and udp on the same. The API names ports by
 * number alone, so that such ports can be read, but not changed.
 */
export function numbersTwice(ports: readonly Port[]): ReadonlySet<number> {
  const seen = new Set<number>()
  const twice = new Set<number>()
  for (const { container_port: port } of ports) (seen.has(port) ? twice : seen).add(port)
  return twice
}

/**
 * Returns each port by what tells it from the others, in their order: its number, which stays when the protocol changes; for
 * a further port of the same number the protocol with it.
 */
export function portsByIdentity(ports: readonly Port[]): ReadonlyMap<string, Port> {
  const byIdentity = new Map<string, Port>()
  for (const port of ports) {
    const number = String(port.container_port)
    let identity = byIdentity.has(number) ? `${number}/${port.protocol}` : number
    for (let n = 2; byIdentity.has(identity); n += 1) identity = `${number}/${port.protocol}/${String(n)}`
    byIdentity.set(identity, port)
  }
  return byIdentity
}
