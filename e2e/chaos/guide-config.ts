import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const guide = fileURLToPath(new URL('../../deploy/nginx.conf', import.meta.url))

/** A replica in nginx's configuration. `isOut`: removed from the balancer before it stops. */
interface Backend {
  readonly port: number
  readonly isOut?: boolean
}

export interface GuideConfigOptions {
  /** Where nginx listens, on loopback and without TLS. */
  readonly port: number
  readonly backends: readonly [Backend, Backend]
  /** `default` removes the guide's rule for writes, so that nginx repeats methods that it considers idempotent. */
  readonly retries: 'guide' | 'default'
  /** The path in `PUBLIC_URL`; the root of the server by default. */
  readonly path?: string
}

/** Replaces the only occurrence of `before` in `text`. Throws if there is none, or more than one. */
function replaceOnce(text: string, before: string, after: string): string {
  const parts = text.split(before)
  if (parts.length !== 2)
    throw new Error(`deploy/nginx.conf contains this ${parts.length - 1} times instead of once:\n${before}`)
  return parts.join(after)
}

const server = ({ port, isOut = false }: Backend) =>
  `server 127.0.0.1:${port} max_fails=1 fail_timeout=2s${isOut ? ' down' : ''};`

const writesLeaveTheirLocation = `
    error_page 418 = @write;
    if ($request_method !~ ^(GET|HEAD)$) {
      return 418;
    }
`

const neverAgain = '    proxy_next_upstream off;\n'

/**
 * Returns `deploy/nginx.conf` with the addresses of this run and without TLS. Throws if a line to replace is missing, so
 * that the test covers the file that people read.
 */
export function guideConfig({ port, backends, retries, path = '' }: GuideConfigOptions): string {
  let text = readFileSync(guide, 'utf8')
  const replace = (before: string, after: string) => {
    text = replaceOnce(text, before, after)
  }
  replace('server 127.0.0.1:8081 max_fails=1 fail_timeout=2s;', server(backends[0]))
  replace('server 127.0.0.1:8082 max_fails=1 fail_timeout=2s;', server(backends[1]))
  replace('  listen 443 ssl;\n', `  listen 127.0.0.1:${port};\n`)
  replace('  http2 on;\n', '')
  replace('  server_name ports.example.com;\n', '')
  replace('  ssl_certificate /etc/nginx/tls/tls.crt;\n', '')
  replace('  ssl_certificate_key /etc/nginx/tls/tls.key;\n', '')
  // The one line that docs/nginx.md changes.
  replace('  location / {\n', `  location ${path}/ {\n`)
  // Checked in both cases, so that nobody removes these lines from the guide unnoticed.
  const withoutWrites = replaceOnce(text, writesLeaveTheirLocation, '\n')
  replaceOnce(text, neverAgain, '')
  return retries === 'guide' ? text : withoutWrites
}
