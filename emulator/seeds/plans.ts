import type { FaultName } from '../faults/definitions'

/** How far a port is open; `outer alone` exists in old data only. */
export type Openness = 'closed' | 'inner' | 'both' | 'outer alone'

/** A domain that a person bound to an http port, beside the one that Rainbond makes. */
export interface CustomDomain {
  readonly name: string
  readonly path?: string
  /** Id of a certificate: the address is https. */
  readonly certificate?: number
}

export interface PortPlan {
  readonly port: number
  readonly protocol: 'http' | 'tcp' | 'udp' | 'mysql' | 'grpc'
  readonly open: Openness
  /** Absent: the component's alias in upper case and the port, as Rainbond proposes. */
  readonly alias?: string
  readonly domains?: readonly CustomDomain[]
  /** Closed again after it had been open: its rules are kept, and a reopening brings them back. */
  readonly wasOuter?: boolean
}

export interface ComponentPlan {
  /** As people call it, in any language. */
  readonly name: string
  /** Its name in the cluster: lower-case letters, digits and hyphens. */
  readonly slug: string
  readonly image: string
  readonly ports: readonly PortPlan[]
  /** Absent: the service's alias. */
  readonly internalDomain?: string
  /** Addresses of a third-party component, which Rainbond does not run itself. */
  readonly endpoints?: readonly string[]
  /** Created, but never built: changes reach the console alone. */
  readonly unfinished?: boolean
  readonly status?: string
  readonly note?: string
  /** What each request on its ports is to suffer. */
  readonly fault?: FaultName
  /** The port that its health probe asks. */
  readonly probe?: number
  /** How many further operations its log holds, besides those on its ports. */
  readonly operations?: number
}

export interface AppPlan {
  readonly name: string
  readonly slug: string
  readonly region: string
  readonly note?: string
  /** Governed by the service mesh: a renamed internal domain is reached at 127.0.0.1. */
  readonly mesh?: boolean
  readonly components: readonly ComponentPlan[]
}

export interface TeamPlan {
  readonly name: string
  readonly alias: string
  readonly creator: string
  /** Ids of the users who are in it. */
  readonly members: readonly number[]
  /** Clusters in which it is set up. */
  readonly regions: readonly string[]
  readonly apps: readonly AppPlan[]
}

type PortOptions = Omit<PortPlan, 'port' | 'protocol' | 'open'>

const planner =
  (protocol: PortPlan['protocol']) =>
  (port: number, open: Openness, options: PortOptions = {}): PortPlan => ({
    port,
    protocol,
    open,
    ...options,
  })

export const http = planner('http')
export const tcp = planner('tcp')
export const udp = planner('udp')
export const mysql = planner('mysql')
export const grpc = planner('grpc')

/** A component run from an image. */
export const component = (
  name: string,
  slug: string,
  image: string,
  ports: readonly PortPlan[],
  options: Omit<ComponentPlan, 'name' | 'slug' | 'image' | 'ports'> = {},
): ComponentPlan => ({ name, slug, image, ports, ...options })
