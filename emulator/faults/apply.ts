import { type ClusterFailure, toResponse, TransportFault } from './answers'
import type { FaultDecision } from './faults'

function hold(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  if (ms === 0) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(
        signal.reason instanceof Error
          ? signal.reason
          : new DOMException('The request was given up', 'AbortError'),
      )
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal.addEventListener('abort', stop, { once: true })
  })
}

/**
 * Lets a decision happen to one request.
 * @param signal the request's own: a client that gives up ends the waiting, and nothing more is done
 * @param handle answers the request; given a cluster failure, it raises it where the console would call the cluster
 * @throws TransportFault where the connection is to fail, and the signal's reason where the client gave up
 */
export async function applyFault(
  decision: FaultDecision,
  signal: AbortSignal,
  handle: (failure?: ClusterFailure) => Promise<Response>,
): Promise<Response> {
  await hold(decision.latencyMs, signal)
  switch (decision.kind) {
    case 'none':
    case 'in-vain':
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
