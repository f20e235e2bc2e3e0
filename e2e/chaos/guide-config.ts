import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const guide = fileURLToPath(new URL('../../deploy/nginx.conf', import.meta.url))

/** A replica as nginx sees it. `isOut`: taken out of the balancer before it is stopped. */
interface Backend {
  readonly port: number
  readonly isOut?: boolean
}

export interface GuideConfigOptions {
  /** Where nginx listens, on loopback and without TLS. */
  readonly port: number
  readonly backends: readonly [Backend, Backend]
  /** `default`: what the guide says of writes is taken out, so that nginx repeats what it takes for idempotent. */
  readonly retries: 'guide' | 'default'
}

/** Replaces the one place of `before` in `text`. Throws where there is none or more than one. */
function replaceOnce(text: string, before: string, after: string): string {
  const parts = text.split(before)
  if (parts.length !== 2)
    throw new Error(
      `deploy/nginx.conf holds ${parts.length - 1} times what is to be replaced once:\n${before}`,
    )
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
 * Gives `deploy/nginx.conf` itself, with the addresses of this run for those of the example, and plain http for TLS.
 * Throws where a line that is to be replaced is not there, so that what is tested is what people read.
 */
export function guideConfig({ port, backends, retries }: GuideConfigOptions): string {
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
  // Read in both cases: whoever takes these lines out of the guide has to change this too.
  const withoutWrites = replaceOnce(text, writesLeaveTheirLocation, '\n')
  replaceOnce(text, neverAgain, '')
  return retries === 'guide' ? text : withoutWrites
}
