import type { Protocol } from './port'

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
 * plan made from a new reading must not bring back what somebody else deleted.
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
