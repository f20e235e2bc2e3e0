import { buildConnector } from 'undici'
import { codeOf } from './connection-trouble'

const late = new WeakSet<Error>()

/**
 * Tells whether TLS failed on a connection that was already open, so that a call may have arrived. With TLS 1.3, the
 * refusal of a client without a certificate comes late too, but then no call was read.
 */
export function isLateTlsError(error: unknown): boolean {
  return (
    error instanceof Error && late.has(error) && codeOf(error) !== 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'
  )
}

/** Connects as undici does, but a TLS error of an open connection is what its calls fail with, not the end after it. */
export function createConnector(options: buildConnector.BuildOptions): buildConnector.connector {
  const connect = buildConnector(options)
  return (target, callback) =>
    connect(target, (...result) => {
      const [, socket] = result
      socket?.prependOnceListener('error', (error: Error) => {
        if (!codeOf(error).startsWith('ERR_SSL_')) return
        late.add(error)
        socket.destroy()
      })
      callback(...result)
    })
}
