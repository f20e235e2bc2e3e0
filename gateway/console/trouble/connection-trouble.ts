import { errors } from 'undici'
import type { Trouble, TroubleCause } from './trouble'

const causes: Readonly<Record<string, TroubleCause>> = {
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-early',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-issuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-issuer',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'client-certificate',
  EPROTO: 'tls',
  ENOTFOUND: 'name',
  EAI_AGAIN: 'name',
  EAI_NODATA: 'name',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'no-route',
  ENETUNREACH: 'no-route',
  ETIMEDOUT: 'no-connection',
  UND_ERR_CONNECT_TIMEOUT: 'no-connection',
  UND_ERR_PRX_TLS: 'proxy',
}

const patterns: readonly (readonly [RegExp, TroubleCause])[] = [
  [/^(CERT_|HOSTNAME_MISMATCH|INVALID_|UNABLE_TO_)/, 'certificate'],
  [/^ERR_SSL_.*_ALERT_/, 'tls-refused'],
  [/^ERR_(SSL|TLS)_/, 'tls'],
  [/^HPE_/, 'not-http'],
]

/** Returns the code of a system's, a TLS or an undici error; empty if there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/**
 * Returns what an error of a connection says of its cause; undefined for a connection that just broke.
 * @param host the console's
 */
export function connectionTrouble(error: unknown, host: string): Trouble | undefined {
  const code = codeOf(error)
  // The network may fail under an open connection too, when nobody knows what arrived.
  if (error instanceof Error && 'syscall' in error && /^(read|write)/.test(String(error.syscall)))
    return undefined
  // undici has no code of its own for a proxy that refuses the tunnel.
  const isProxy = error instanceof errors.RequestAbortedError && /^Proxy response/.test(error.message)
  const cause = isProxy ? 'proxy' : (causes[code] ?? patterns.find(([pattern]) => pattern.test(code))?.[1])
  if (cause === undefined) return undefined
  // The name that could not be resolved may be a proxy's.
  const named = error instanceof Error && 'hostname' in error ? error.hostname : undefined
  return { cause, code, host: typeof named === 'string' ? named : host }
}
