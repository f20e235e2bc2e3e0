import type { DesiredPort } from './desired-state'
import type { DesiredState } from './desired-state'

/** A desired state as plain data, which survives JSON. */
export interface StoredDesiredState {
  readonly ports: readonly (readonly [number, Partial<DesiredPort> | 'delete'])[]
  readonly internalDomain?: string
  readonly adds?: readonly number[]
}

export function storeDesiredState({ ports, internalDomain, adds }: DesiredState): StoredDesiredState {
  return {
    ports: [...ports],
    ...(internalDomain !== undefined && { internalDomain }),
    ...(adds && { adds: [...adds] }),
  }
}

export function restoreDesiredState({ ports, internalDomain, adds }: StoredDesiredState): DesiredState {
  return {
    ports: new Map(ports),
    ...(internalDomain !== undefined && { internalDomain }),
    ...(adds && { adds: new Set(adds) }),
  }
}
