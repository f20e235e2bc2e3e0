import { setTransport } from '../src/api/request/client'
import { misconfigured } from './failure'

/** Sends all requests to the console that the environment names. Throws a `Failure` where it names none. */
export function connect({ RAINBOND_URL: url, RAINBOND_TOKEN: token }: NodeJS.ProcessEnv): void {
  const address = URL.canParse(url ?? '') ? new URL(url ?? '') : null
  if (address === null || !/^https?:$/.test(address.protocol) || address.username !== '')
    throw misconfigured(
      'RAINBOND_URL must be the address of the Rainbond console, such as https://console.example.com.',
    )
  if (token === undefined || !/^[\x21-\x7e]+$/.test(token))
    throw misconfigured('RAINBOND_TOKEN must be an access token of the Rainbond console.')
  const base = address.origin + address.pathname.replace(/\/+$/, '')
  setTransport((path, init) => {
    const headers = new Headers(init.headers)
    headers.set('Authorization', token)
    return fetch(base + path, { ...init, headers })
  })
}
