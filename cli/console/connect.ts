import { EnvHttpProxyAgent, fetch } from 'undici'
import { setTransport } from '../../src/api/request/client'
import { misconfigured } from '../failure'

/** How long a connection may be idle: less than a console keeps it (gunicorn: 2 s). */
const keepAliveMs = 1000

/**
 * Sends all requests to the console that the environment names, by the proxy that it names, and returns the console's
 * address. Throws a `Failure` where it names no console, or no token.
 *
 * Every write gets a new connection and is never sent again: the console may close a kept one just as the write arrives,
 * and then nobody can tell whether it was carried out. No redirect is followed (`request`), so that the token goes to
 * this console alone.
 */
export function connect({ RAINBOND_URL: url, RAINBOND_TOKEN: token }: NodeJS.ProcessEnv): string {
  const address = URL.canParse(url ?? '') ? new URL(url ?? '') : null
  if (address === null || !/^https?:$/.test(address.protocol) || address.username !== '')
    throw misconfigured(({ say }) => say('options.url'))
  if (token === undefined || !/^[\x21-\x7e]+$/.test(token))
    throw misconfigured(({ say }) => say('options.tokenMissing'))
  const base = address.origin + address.pathname.replace(/\/+$/, '')
  const kept = new EnvHttpProxyAgent({ keepAliveTimeout: keepAliveMs, keepAliveMaxTimeout: keepAliveMs })
  const fresh = new EnvHttpProxyAgent({ pipelining: 0 })
  setTransport((path, { method = 'GET', body, headers, signal = null, redirect = 'manual' }) =>
    fetch(base + path, {
      ...{ method, signal, redirect, body: typeof body === 'string' ? body : null },
      headers: { ...Object.fromEntries(new Headers(headers)), Authorization: token },
      dispatcher: method === 'GET' ? kept : fresh,
    }),
  )
  return base
}
