import type { HttpBindings } from '@hono/node-server'
import { Stop, type StopSignal } from './stop'

export interface ClientWatch {
  /** Resolves when the answer has left or the client has disconnected. */
  readonly left: Promise<void>
  /** Aborts when the client disconnects before the end of the answer. */
  readonly gone: StopSignal
}

/**
 * Watches for the end of an exchange. A pipelined answer that is still queued does not tell that its connection has
 * closed; only its request does.
 */
export function watchClient({
  incoming,
  outgoing,
}: Pick<HttpBindings, 'incoming' | 'outgoing'>): ClientWatch {
  const gone = new Stop()
  const left = new Promise<void>((resolve) => {
    const close = () => {
      if (!outgoing.writableFinished) gone.abort()
      resolve()
    }
    if (incoming.destroyed || outgoing.destroyed) close()
    incoming.once('close', close)
    outgoing.once('close', close)
  })
  return { left, gone }
}
