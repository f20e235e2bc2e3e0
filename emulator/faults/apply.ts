import { type ClusterFailure, toResponse, TransportFault } from './answers'
import type { FaultDecision } from './faults'
import { hold, type Wait } from './hold'

/**
 * Applies a decision to one request.
 * @param signal the request's own: when the client disconnects, the wait ends and nothing more happens
 * @param handle answers the request; it raises a cluster failure where the console would call the cluster
 * @param wait delays the request
 * @throws TransportFault if the connection must fail, or the signal's reason once the client has disconnected
 */
export async function applyFault(
  decision: FaultDecision,
  signal: AbortSignal,
  handle: (failure?: ClusterFailure) => Promise<Response>,
  wait: Wait = hold,
): Promise<Response> {
  await wait(decision.latencyMs, signal)
  switch (decision.kind) {
    case 'none':
    case 'no-effect':
      return handle()
    case 'answer':
      return toResponse(decision.answer)
    case 'signal':
      throw new TransportFault({ kind: decision.signal })
    case 'after':
      return decision.apply(await handle())
    case 'cluster':
      return handle(decision.failure)
  }
}
