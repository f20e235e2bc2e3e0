import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import type { PublicAddress } from './address'
import type { Config } from './config'
import { consoleCalls } from './console-calls'
import { Refusal } from './errors'
import type { GatewayEnv } from './gateway-env'
import { proxy } from './proxy'
import { plainTargetOnly } from './request-target'
import { ownHostOnly, sameSiteOnly } from './same-site'
import { securityHeaders } from './security-headers'
import { createSessionCookie } from './session-cookie'
import { sessionRoutes } from './session-routes'
import { createSeal } from './session-seal'
import { createSessions } from './session'
import { staticApp } from './static'
import type { Upstream } from './upstream'

export interface GatewayParts {
  readonly address: PublicAddress
  readonly upstream: Upstream
  /** Shown to whoever opens the demo; null for a real console. */
  readonly demoToken: string | null
  /** Where the built app is. */
  readonly distDir: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** All routes of the gateway, in the order in which they are tried. */
export function createGateway(config: Config, parts: GatewayParts): Hono<GatewayEnv> {
  const { address, upstream, demoToken } = parts
  const consoleOrigin = config.RAINBOND_URL?.origin ?? null
  const call = consoleCalls(upstream, {
    readMs: config.READ_TIMEOUT_SECONDS,
    writeMs: config.WRITE_TIMEOUT_SECONDS,
  })
  const sessions = createSessions(
    createSeal(config.secrets, config.RAINBOND_URL?.href ?? 'demo'),
    { absoluteMs: config.SESSION_HOURS, idleMs: config.SESSION_IDLE_MINUTES },
    parts.now,
  )
  const cookie = createSessionCookie(sessions, address)
  const session = sessionRoutes({
    call,
    sessions,
    cookie,
    about: { console: consoleOrigin, demo: demoToken !== null, demoToken, readOnly: config.READ_ONLY },
  })

  const app = new Hono<GatewayEnv>()
  app.use(async (c, next) => {
    c.set('requestId', randomUUID())
    c.header('X-Request-Id', c.get('requestId'))
    await next()
  })
  app.use(securityHeaders(address))
  app.use(plainTargetOnly, ownHostOnly(address))

  app.use('/session', sameSiteOnly(address))
  app.get('/session', session.show)
  app.post('/session', session.signIn)
  app.delete('/session', session.signOut)

  app.use('/openapi/*', sameSiteOnly(address))
  app.all('/openapi/*', proxy({ call, sessions, cookie, readOnly: config.READ_ONLY }))

  app.get('*', staticApp(parts.distDir))

  app.notFound(() => {
    throw new Refusal('not-found')
  })
  app.onError((error, c) => {
    const refusal = error instanceof Refusal ? error : new Refusal('crash', {}, { cause: error })
    if (refusal.kind === 'crash') console.error(error)
    if (refusal.facts.retryAfter !== undefined) c.header('Retry-After', String(refusal.facts.retryAfter))
    return c.json(refusal.body(c.get('requestId')), refusal.status)
  })
  return app
}
