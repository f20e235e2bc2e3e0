/**
 * What a connection can do instead of answering. A `Request → Response` function cannot break a connection, so it
 * rejects with one of these and each host turns it into the real thing:
 * - `timeout`: nothing is ever sent, and the connection stays open;
 * - `reset`: the connection is torn down with nothing sent;
 * - `cut`: the head and the first half of `answer` are sent, then the connection is torn down.
 */
export type TransportSignal =
  | { readonly kind: 'timeout' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'cut'; readonly answer: Response }

/** Thrown by the emulator where the transport, not the console, is to fail. */
export class TransportFault extends Error {
  readonly signal: TransportSignal

  constructor(signal: TransportSignal) {
    super(`the connection is to fail: ${signal.kind}`)
    this.name = 'TransportFault'
    this.signal = signal
  }
}
