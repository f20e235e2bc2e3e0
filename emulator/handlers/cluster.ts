import { clusterAnswer, type ClusterFailure } from '../faults/answers'
import type { Region } from '../state/world'
import { Refused } from '../wire/answers'

/**
 * The console's line to a cluster. A handler calls it at the moment at which the console calls the cluster, so that a
 * failure meets the same half-done state as there (docs/contract.md, "When the cluster fails").
 */
export interface Cluster {
  readonly isDown: boolean
  /** @throws Refused with what the client sees of the failure, if there is one */
  call(method: string, path: string): void
  /** The gateway's part of opening an http port, which has a failure of its own. */
  bindRoute(path: string): void
}

/** @param failure what every call of this request meets; absent, they all succeed */
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
