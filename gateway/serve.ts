import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { httpAddress, publicAddress } from './address'
import { createGateway } from './app'
import { readConfig, type Config } from './config'
import { consoleUpstream } from './console-upstream'
import { Refusal } from './errors'
import type { Upstream } from './upstream'

export interface ServeOptions {
  /** The settings, as an environment; nothing is read from the process's own. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Answers the calls instead of what `RAINBOND_URL` names. */
  readonly upstream?: Upstream
  /** Where the built app is, if not in `dist`. */
  readonly distDir?: string
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** Takes the log, line by line; it goes to standard output by itself. */
  readonly writeLog?: (line: string) => void
}

export interface ServedGateway {
  /** Where browsers reach it, without a slash at the end. */
  readonly url: string
  /** Where it listens, which is another address when `PUBLIC_URL` names what stands in front. */
  readonly listeningUrl: string
  readonly demoToken: string | null
  readonly warnings: readonly string[]
  /** Stops listening, lets what runs finish, and ends. */
  close(): Promise<void>
}

const builtApp = fileURLToPath(new URL('../dist', import.meta.url))

/**
 * Starts a gateway and everything that belongs to it.
 * Throws `ConfigError` for settings that cannot be used, and the system's error when it cannot listen.
 */
export async function serveGateway(options: ServeOptions): Promise<ServedGateway> {
  const config = readConfig(options.env)
  const { upstream, demoToken, closeUpstream } = await chooseUpstream(config, options.upstream)
  const server = createServer()
  const port = await listen(server, config)
  const address = publicAddress(config.PUBLIC_URL, { host: config.HOST, port })
  const app = createGateway(config, {
    address,
    upstream,
    demoToken,
    distDir: options.distDir ?? builtApp,
    now: options.now ?? Date.now,
    writeLog: options.writeLog ?? ((line) => void process.stdout.write(line)),
  })
  const listener = getRequestListener(app.fetch, {
    hostname: address.url.host,
    // A target or a host that no Request can hold never reaches the app.
    errorHandler: () => Response.json(new Refusal('not-found').body(randomUUID()), { status: 404 }),
  })
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing))

  return {
    url: address.url.origin,
    listeningUrl: httpAddress(config.HOST, port).origin,
    demoToken,
    warnings: config.warnings,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      })
      await closeUpstream()
    },
  }
}

async function chooseUpstream(config: Config, given: Upstream | undefined) {
  const nothing = () => Promise.resolve()
  if (given !== undefined) return { upstream: given, demoToken: null, closeUpstream: nothing }
  if (config.RAINBOND_URL !== undefined) {
    const { call, close } = consoleUpstream(config.RAINBOND_URL, { connections: config.UPSTREAM_CONCURRENCY })
    return { upstream: call, demoToken: null, closeUpstream: close }
  }
  // Only here: a gateway before a real console never loads the emulator.
  const { demoUpstream, demoToken } = await import('./demo-upstream')
  return { upstream: demoUpstream(), demoToken, closeUpstream: nothing }
}

function listen(server: Server, { PORT, HOST }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(PORT, HOST, () => {
      const address = server.address()
      resolve(address !== null && typeof address === 'object' ? address.port : PORT)
    })
  })
}
