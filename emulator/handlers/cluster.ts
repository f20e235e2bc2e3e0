import { clusterAnswer, type ClusterFailure } from '../faults/answers'
import type { Region } from '../state/world'
import { Refused } from '../wire/answers'

/**
 * The console's connection to a cluster. Handlers call it where the console calls the cluster, so that a failure finds
 * the same partial changes (docs/contract.md, "When the cluster fails").
 */
export interface Cluster {
  readonly isDown: boolean
  /** @throws Refused with what the client sees of a failure */
  call(method: string, path: string): void
  /** Creates the http route of an outer port in the gateway, which can fail by itself. */
  bindRoute(path: string): void
}

/** @param failure the failure of every call of this request; undefined if they succeed */
export function connectCluster(region: Region, failure: ClusterFailure | undefined): Cluster {
  const raise = (failing: ClusterFailure, method: string, path: string): never => {
    throw new Refused(clusterAnswer(failing, { url: region.url + path, method }))
  }
  return {
    isDown: failure !== undefined && failure !== 'route-binding',
    call: (method, path) => {
      if (failure !== undefined && failure !== 'route-binding') raise(failure, method, path)
    },
    bindRoute: (path) => {
      if (failure !== undefined) raise(failure, 'POST', path)
    },
  }
}
