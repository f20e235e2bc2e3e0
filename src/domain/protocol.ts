import type { Protocol } from './port'

const known = { http: true, tcp: true, udp: true, mysql: true, grpc: true } satisfies Record<Protocol, true>

/** The protocols that a port can be given, in the order in which a person is offered them. */
export const protocolChoices = ['http', 'tcp', 'udp', 'mysql', 'grpc'] as const satisfies readonly Protocol[]

/** Whether a port's protocol is one that can be wished for. Old data holds others, which can only be left. */
export function isProtocol(protocol: string): protocol is Protocol {
  return Object.hasOwn(known, protocol)
}
