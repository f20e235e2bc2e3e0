import type { Context, Handler, MiddlewareHandler } from 'hono'
import { randomBytes } from 'node:crypto'
import { Refusal } from '../http/refusal'
import type { GatewayEnv } from '../http/request'
import { isNavigation } from '../http/target'
import { pagePolicy } from '../http/security-headers'
import { type Encoding, readStaticFiles, type StaticFile } from './static-files'

/** The placeholder that the build writes for a nonce (`html.cspNonce` in vite.config.ts). */
const noncePlace = '__CSP_NONCE__'

/** Tells paths of the app from missing files: they end in a name without a dot. A missing file must not get the page. */
const isDeepLink = (path: string) => !path.startsWith('/assets/') && !/\.[^/]*$/.test(path)

export interface StaticApp {
  /**
   * Answers with a file of the app, or else with the page.
   * @throws Refusal `not-found` for a missing file
   */
  readonly serve: Handler<GatewayEnv>
  /** Answers any navigation before its path is interpreted: with a file of the app, or else with the page. */
  readonly navigate: MiddlewareHandler<GatewayEnv>
}

/**
 * Serves the built app: its files, and the page for every deep link, with a new nonce per request. A missing file is
 * refused, so that the app can offer to reload.
 * @param basePath precedes the path of every request
 */
export function staticApp(directory: string, basePath: string): StaticApp {
  const { files, page: builtPage } = readStaticFiles(directory)
  const page = builtPage && pageBelow(builtPage, basePath)

  function sendPage(c: Context<GatewayEnv>, text: string) {
    const nonce = randomBytes(16).toString('base64')
    c.header('Content-Security-Policy', pagePolicy(nonce))
    return c.html(text.replaceAll(noncePlace, nonce))
  }

  return {
    serve(c) {
      const path = c.req.path.slice(basePath.length)
      const file = files.get(path)
      if (file !== undefined) return sendFile(c, file)
      if (page === undefined || (path !== '/index.html' && !isDeepLink(path))) throw new Refusal('not-found')
      return sendPage(c, page)
    },
    async navigate(c, next) {
      const { method, headers, url } = c.env.incoming
      // Browsers send absolute addresses to proxies only.
      if (page === undefined || !isNavigation(method, headers) || !url?.startsWith('/')) return next()
      const file = files.get(c.req.path.slice(basePath.length))
      return file === undefined ? sendPage(c, page) : sendFile(c, file)
    },
  }
}

/**
 * Writes the base path into the page, for the app to read, and makes the build's relative addresses absolute: a deep link
 * shows the same page, and a `<base>` element would change every link in it.
 */
const pageBelow = (page: string, basePath: string) =>
  page.replaceAll('="./', `="${basePath}/`).replace('data-base-path=""', `data-base-path="${basePath}"`)

/** Returns the best encoding that the client accepts; `q=0` excludes one. */
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
