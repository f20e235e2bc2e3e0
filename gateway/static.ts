import { randomBytes } from 'node:crypto'
import type { Context, Handler } from 'hono'
import { Refusal } from './errors'
import type { GatewayEnv } from './gateway-env'
import { pagePolicy } from './security-headers'
import { readStaticFiles, type Encoding, type StaticFile } from './static-files'

/** What the build writes where a nonce belongs (`html.cspNonce` in vite.config.ts). */
const noncePlace = '__CSP_NONCE__'

/** A path of the app ends in a name without a dot; a file that is missing must not look like the page. */
const isDeepLink = (path: string) => !path.startsWith('/assets/') && !/\.[^/]*$/.test(path)

/**
 * Serves the built app: its files, and the page for every deep link, made per request with a nonce of its own.
 * Throws a `Refusal` of kind `not-found` for a missing file, so that the app can offer to reload.
 */
export function staticApp(directory: string): Handler<GatewayEnv> {
  const { files, page } = readStaticFiles(directory)

  return (c) => {
    const { path } = c.req
    const file = files.get(path)
    if (file !== undefined) return sendFile(c, file)
    if (page === undefined || (path !== '/index.html' && !isDeepLink(path))) throw new Refusal('not-found')
    const nonce = randomBytes(16).toString('base64')
    c.header('Content-Security-Policy', pagePolicy(nonce))
    return c.html(page.replaceAll(noncePlace, nonce))
  }
}

/** The best encoding that both sides know; a `q=0` refuses one. */
function chooseEncoding(file: StaticFile, accepted: string): Encoding | undefined {
  const names = accepted.split(',').map((part) => part.trim().toLowerCase())
  return [...file.encoded.keys()].find((encoding) =>
    names.some(
      (name) => name === encoding || (name.startsWith(`${encoding};`) && !/;\s*q=0(\.0*)?$/.test(name)),
    ),
  )
}

function sendFile(c: Context<GatewayEnv>, file: StaticFile) {
  const encoding = chooseEncoding(file, c.req.header('Accept-Encoding') ?? '')
  const etag = `"${file.etag}${encoding === undefined ? '' : `-${encoding}`}"`
  c.header('Cache-Control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('ETag', etag)
  c.header('Vary', 'Accept-Encoding')
  const known = (c.req.header('If-None-Match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(etag)) return c.body(null, 304)
  if (encoding !== undefined) c.header('Content-Encoding', encoding)
  const body = (encoding === undefined ? undefined : file.encoded.get(encoding)) ?? file.plain
  return c.body(body, 200, { 'Content-Type': file.type })
}
