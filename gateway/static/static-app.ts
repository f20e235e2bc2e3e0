import type { Context, Handler, MiddlewareHandler } from 'hono'
import { randomBytes } from 'node:crypto'
import { Refusal } from '../http/refusal'
import type { GatewayEnv } from '../http/request'
import { isNavigation } from '../http/target'
import { pagePolicy } from '../http/security-headers'
import { documents, type Documents } from './document'
import { type Dispatch, readAhead, type ReadsAhead } from './read-ahead'
import { type Encoding, readStaticFiles, type StaticFile } from './static-files'

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
 * refused, so that the app can offer to reload. Whoever is signed in gets the page with the answers to its first reads.
 * @param basePath precedes the path of every request
 */
export function staticApp(directory: string, basePath: string, dispatch: Dispatch): StaticApp {
  const { files, page, manifest } = readStaticFiles(directory)
  const built = page === undefined ? undefined : documents(page, manifest, basePath)

  function sendPage(c: Context<GatewayEnv>, { write, scriptSources }: Documents, reads: ReadsAhead | null) {
    const nonce = randomBytes(16).toString('base64')
    c.header('Content-Security-Policy', pagePolicy(nonce, scriptSources))
    const { head, tail } = write(c.req.path.slice(basePath.length), nonce, reads?.promise ?? null)
    if (reads === null) return c.html(head + tail)
    // A proxy that collects the answer would hold up what is already there (nginx).
    c.header('X-Accel-Buffering', 'no')
    return c.body(streamed(head, reads, tail), 200, { 'Content-Type': 'text/html; charset=UTF-8' })
  }

  return {
    serve(c) {
      const path = c.req.path.slice(basePath.length)
      const file = files.get(path)
      if (file !== undefined) return sendFile(c, file)
      if (built === undefined || (path !== '/index.html' && !isDeepLink(path))) throw new Refusal('not-found')
      return sendPage(c, built, null)
    },
    async navigate(c, next) {
      const { method, headers, url } = c.env.incoming
      // Browsers send absolute addresses to proxies only.
      if (built === undefined || !isNavigation(method, headers) || !url?.startsWith('/')) return next()
      const file = files.get(c.req.path.slice(basePath.length))
      if (file !== undefined) return sendFile(c, file)
      return sendPage(c, built, await readAhead(c, basePath, dispatch))
    },
  }
}

/** Sends the first part at once, and each answer when it is there and the one before has been taken. */
function streamed(head: string, { answers, end }: ReadsAhead, tail: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  async function* parts() {
    yield head
    yield* answers
    yield tail
  }
  const iterator = parts()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await iterator.next()
        if (done === true) controller.close()
        else controller.enqueue(encoder.encode(value))
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  )
}

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
