import { getRequestListener } from '@hono/node-server'
import { fileURLToPath } from 'node:url'
import { createGateway, type Gateway } from './app'
import { httpHandlers, type UnservedRequest } from './answers/http-handlers'
import { type Config, readConfig } from './config/config'
import { consoleUpstream } from './console/console-upstream'
import { cuttable } from './console/cuttable'
import { createReadiness } from './console/readiness'
import type { Upstream } from './console/upstream'
import { httpAddress, publicAddress } from './http/address'
import { isFromProxy } from './http/client-address'
import { createHttpServer, httpLimits, type HttpServer } from './http/http-server'
import { createRunning } from './http/running'
import { headersOfAll } from './http/security-headers'
import { holdableTarget, isNavigation } from './http/target'
import { signInLane } from './limits/sign-in-guard'
import { networksOf } from './limits/networks'
import { connectionLog } from './observe/connection-log'
import { loggedPath, type LogOptions } from './observe/log'
import { createLogOutput } from './observe/log-output'
import { management } from './observe/management'
import { isWrite } from './proxy/audit'

export interface ServeOptions {
  /** The settings. The environment of the process is not read. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Answers calls in place of `RAINBOND_URL`. */
  readonly upstream?: Upstream
  /** The directory of the built app; `dist` by default. */
  readonly distDir?: string
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** Receives every line of the log; standard output by default. */
  readonly writeLog?: LogOptions['write']
}

export interface ServedGateway {
  /** Where browsers reach it, without a trailing slash. */
  readonly url: string
  /** Where it listens, which differs from `url` behind a proxy. */
  readonly listeningUrl: string
  /** Where health and metrics are; null without `MANAGEMENT_PORT`. */
  readonly managementUrl: string | null
  readonly demoToken: string | null
  readonly warnings: readonly string[]
  /**
   * Refuses new requests, lets running ones finish, and closes. What outlasts `STOP_SECONDS` is cut off, after which the
   * writes under way have their lines in the log. Further calls wait for the first.
   */
  close(): Promise<void>
}

const builtApp = fileURLToPath(new URL('../dist', import.meta.url))

/**
 * Starts a gateway with its HTTP servers.
 * @throws ConfigError for invalid settings, or the system's error if it cannot listen
 */
export async function serveGateway(options: ServeOptions): Promise<ServedGateway> {
  const config = readConfig(options.env)
  const upstream = await chooseUpstream(config, options.upstream)
  const http = createHttpServer(
    httpLimits(Math.max(config.READ_TIMEOUT_SECONDS, config.WRITE_TIMEOUT_SECONDS), config.MAX_CONNECTIONS),
  )
  const port = await http.listen(config.PORT, config.HOST)
  const address = publicAddress(config.PUBLIC_URL, { host: config.HOST, port })
  const now = options.now ?? Date.now
  const calls = cuttable(upstream.call)
  const handlers = createRunning()
  const state = { stopping: false }
  const gateway = createGateway(config, {
    address,
    upstream: calls.call,
    demoToken: upstream.demoToken,
    demoExample: upstream.demoExample,
    distDir: options.distDir ?? builtApp,
    now,
    writeLog: options.writeLog ?? createLogOutput(process.stdout),
    isStopping: () => state.stopping,
  })
  const listener = getRequestListener(
    (request, bindings) => handlers.run(() => gateway.fetch(request, bindings)),
    {
      hostname: address.url.host,
      // Targets and hosts that a Request cannot represent never reach the app: `httpHandlers` answers.
      errorHandler: () => undefined,
    },
  )
  const trust = { hops: config.TRUST_PROXY, ranges: config.TRUSTED_PROXIES }
  http.serve(
    httpHandlers({
      unserved: logUnserved(gateway),
      always: headersOfAll(address),
      home: `${address.basePath}/`,
      networksOf: (remoteAddress) => (isFromProxy(remoteAddress, trust) ? [] : networksOf(remoteAddress)),
      ended: connectionLog({ log: gateway.log, count: gateway.metrics.connectionEnded, now }),
      serve(incoming, outgoing) {
        const { method, headers, url } = incoming
        if (url !== undefined && isNavigation(method, headers)) incoming.url = holdableTarget(url)
        const direct = gateway.readDirectly(incoming, outgoing)
        return direct === undefined ? listener(incoming, outgoing) : handlers.run(() => direct)
      },
    }),
  )
  gateway.metrics.connections(() => http.connections())
  const managing = await serveManagement(config, gateway, () => state.stopping, now).catch(
    async (error: unknown) => {
      await http.close()
      throw error
    },
  )

  async function finish() {
    await http.close()
    // Writes whose client is gone may still be running.
    await handlers.idle()
    await upstream.close()
  }

  async function stop() {
    state.stopping = true
    const cutOff = !(await endsWithin(config.STOP_SECONDS, finish()))
    if (cutOff) {
      calls.cut()
      http.cut()
      upstream.cut()
      // Each handler writes its line before the last one.
      await endsWithin(handlersEndMs, handlers.idle())
    }
    gateway.log(cutOff ? 'warn' : 'info', 'stopped', { cutOff })
    managing?.http.cut()
    await managing?.http.close()
  }
  let stopped: Promise<void> | undefined

  return {
    url: address.url.origin + address.basePath,
    listeningUrl: httpAddress(config.HOST, port).origin,
    managementUrl: managing?.url ?? null,
    demoToken: upstream.demoToken,
    warnings: config.warnings,
    close: () => (stopped ??= stop()),
  }
}

/** How long handlers may take to notice that they were cut off, in milliseconds. They need a turn of the event loop. */
const handlersEndMs = 500

/** Resolves with whether `work` ended within `ms` milliseconds. */
async function endsWithin(ms: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const bound = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  const ended = await Promise.race([work.then(() => true), bound])
  clearTimeout(timer)
  return ended
}

interface ChosenUpstream {
  readonly call: Upstream
  readonly demoToken: string | null
  readonly demoExample?: string
  readonly close: () => Promise<void>
  readonly cut: () => void
}

async function chooseUpstream(config: Config, given: Upstream | undefined): Promise<ChosenUpstream> {
  const nothingToClose = { close: () => Promise.resolve(), cut: () => undefined }
  if (given !== undefined) return { call: given, demoToken: null, ...nothingToClose }
  if (config.RAINBOND_URL !== undefined) {
    const { call, close, cut } = consoleUpstream(config.RAINBOND_URL, {
      // One more for the readiness check.
      connections: config.UPSTREAM_CONCURRENCY + signInLane + 1,
      proxy: config.proxy,
    })
    return { call, demoToken: null, close, cut }
  }
  // Imported only here, so that a gateway with a real console never loads the emulator.
  const { demoUpstream } = await import('./console/emulator-upstream')
  return { ...demoUpstream(), ...nothingToClose }
}

const managementConnections = 200

/** Returns what counts and logs requests like those that the app answers. */
const logUnserved =
  ({ log, metrics, audit }: Gateway) =>
  ({ target = '', ...request }: UnservedRequest): void => {
    const { method = '', requestId, address, status, refused } = request
    const path = loggedPath(target)
    metrics.request('other', method, status, 0)
    log('info', 'request', { ...request, ...(target !== '' && { path }) })
    if (isWrite(method, target)) {
      void audit.refuse({ requestId, address, method, path }, { outcome: 'not-sent', refused })
    }
  }

async function serveManagement(
  config: Config,
  gateway: Gateway,
  isStopping: () => boolean,
  now: () => number,
): Promise<{ readonly url: string; readonly http: HttpServer } | undefined> {
  if (config.MANAGEMENT_PORT === undefined) return undefined
  const host = config.MANAGEMENT_HOST ?? config.HOST
  const { log, metrics, call } = gateway
  const http = createHttpServer(httpLimits(0, managementConnections))
  const port = await http.listen(config.MANAGEMENT_PORT, host)
  const isConsoleReachable = createReadiness({
    call,
    now,
    onChange: (reachable, why) => log(reachable ? 'info' : 'warn', 'console', { reachable, ...why }),
  })
  const always = headersOfAll({ secure: false })
  http.serve(
    httpHandlers({
      always,
      home: '/',
      networksOf: () => [],
      ended: connectionLog({ log, count: metrics.connectionEnded, now }),
      unserved: logUnserved(gateway),
      serve: management({ log, always, host, registry: metrics.registry, isConsoleReachable, isStopping }),
    }),
  )
  return { url: httpAddress(host, port).origin, http }
}
