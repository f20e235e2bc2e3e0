import type { FaultName } from '../faults/definitions'

/** How far a port is open; `outer alone` exists in old data only. */
export type Openness = 'closed' | 'inner' | 'both' | 'outer alone'

/** A domain that a person added to an http port, besides Rainbond's default. */
export interface CustomDomain {
  readonly name: string
  readonly path?: string
  /** Id of a certificate, which makes the address https. */
  readonly certificate?: number
}

export interface PortSpec {
  readonly port: number
  readonly protocol: 'http' | 'tcp' | 'udp' | 'mysql' | 'grpc'
  readonly open: Openness
  /** Absent: the component's alias in upper case and the port, as Rainbond suggests. */
  readonly alias?: string
  readonly domains?: readonly CustomDomain[]
  /** Formerly outer: its gateway rules are kept, closed. */
  readonly wasOuter?: boolean
}

export interface ComponentSpec {
  /** Its title, in any language. */
  readonly name: string
  /** Its name in the cluster: lower-case letters, digits and hyphens. */
  readonly slug: string
  readonly image: string
  readonly ports: readonly PortSpec[]
  /** Absent: the component's alias. */
  readonly internalDomain?: string
  /** Addresses of a third-party component, which Rainbond does not run itself. */
  readonly endpoints?: readonly string[]
  /** Created but never built: changes reach the console only. */
  readonly unfinished?: boolean
  readonly status?: string
  readonly note?: string
  /** The fault that the component always shows. */
  readonly fault?: FaultName
  /** The port of its health probe. */
  readonly probe?: number
  /** How many entries its log has besides those for its ports. */
  readonly operations?: number
}

export interface AppSpec {
  readonly name: string
  readonly slug: string
  readonly region: string
  readonly note?: string
  /** In the service mesh: a renamed internal domain is reached at 127.0.0.1. */
  readonly mesh?: boolean
  readonly components: readonly ComponentSpec[]
}

export interface TeamSpec {
  readonly name: string
  readonly alias: string
  readonly creator: string
  /** The ids of its users. */
  readonly members: readonly number[]
  /** The names of members' roles. */
  readonly roles?: readonly { readonly user: number; readonly name: string }[]
  /** The clusters in which it is initialized. */
  readonly regions: readonly string[]
  readonly apps: readonly AppSpec[]
}

type PortOptions = Omit<PortSpec, 'port' | 'protocol' | 'open'>

const specOf =
  (protocol: PortSpec['protocol']) =>
  (port: number, open: Openness, options: PortOptions = {}): PortSpec => ({
    port,
    protocol,
    open,
    ...options,
  })

export const http = specOf('http')
export const tcp = specOf('tcp')
export const udp = specOf('udp')
export const mysql = specOf('mysql')
export const grpc = specOf('grpc')

/** Describes a component that runs an image. */
export const component = (
  name: string,
  slug: string,
  image: string,
  ports: readonly PortSpec[],
  options: Omit<ComponentSpec, 'name' | 'slug' | 'image' | 'ports'> = {},
): ComponentSpec => ({ name, slug, image, ports, ...options })
