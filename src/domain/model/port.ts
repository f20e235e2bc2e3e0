import type { Port, Protocol } from '../../api/contract/port'

/** A gateway rule of one component, http and tcp alike, with just what a plan and a screen need of it. */
export interface Rule {
  port: number
  /** Open: the address answers. A closed rule stays listed and comes back with the next `open_outer`. */
  open: boolean
  /** A domain that a person bound, and that nothing but a person can bind again. */
  custom: boolean
  kind: 'http' | 'tcp'
  /** As a person would type it: `https://www.acme.test/shop`, or `10.0.0.1:30306`. */
  address: string
}

/** One component's ports and rules as they were last read. */
export interface ComponentState {
  /** In the order they were added, as the server lists them. */
  ports: readonly Port[]
  /** Null where the side route is missing: the plan then assumes nothing about rules and says so in its losses. */
  rules: readonly Rule[] | null
  componentAlias: string
  /** The app's governance mode is the built-in mesh: a rename sets every `*_HOST` variable to 127.0.0.1. */
  meshed: boolean
}

/** What is asked of one port. A field left out is left as it is. */
export interface DesiredPort {
  protocol: Protocol
  alias: string
  inner: boolean
  outer: boolean
}

/**
 * What is asked of a component. A port that is not named is left alone.
 *
 * A number that does not exist yet is added when its desired state says what an add needs: the protocol, and inner (or
 * `outer: true`, which implies it). With less it is the edit of a port that has gone meanwhile, and unreachable: a
 * plan made anew must not bring back what somebody else deleted.
 *
 * `outer: true` alone implies inner, and `inner: false` alone implies that an open outer closes.
 */
export interface DesiredState {
  ports: ReadonlyMap<number, Partial<DesiredPort> | 'delete'>
  /** Of the component, not of a port: it names all its ports (docs/contract.md, "Changing"). */
  internalDomain?: string
  /**
   * Numbers that are to be new. Where one is there by now under another protocol or alias, somebody else has added it
   * meanwhile, and it must not be turned into the one that is asked for: unreachable.
   */
  adds?: ReadonlySet<number>
}

/** The fields of a port that a person can ask for one by one. */
export type PortField = keyof DesiredPort

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
