import { Hono } from 'hono'
import { errorPage } from './answers/error-page'
import type { Config } from './config/config'
import { createDirectReads } from './direct-reads'
import { createDependencies, type GatewayParts, type Dependencies } from './dependencies'
import {
  belowBasePathOnly,
  fewHeadersOnly,
  type Guard,
  guarded,
  noExpectation,
  ownHostOnly,
  plainTargetOnly,
  refuseWhenStopping,
  sameSiteOnly,
} from './http/guards'
import { languageOf } from './http/language'
import { Refusal } from './http/refusal'
import type { GatewayEnv } from './http/request'
import { isNavigation } from './http/target'
import { headersOfAll, securityHeaders } from './http/security-headers'
import { errorFields } from './observe/log'
import { requestLog } from './observe/request-log'
import { auditRefusals } from './proxy/audit'
import { createProxy } from './proxy/proxy'
import { sessionRoutes } from './session/routes'
import { staticApp } from './static/static-app'

export interface Gateway extends Dependencies {
  readonly fetch: Hono<GatewayEnv>['fetch']
  /** Answers a page's reads of the console without the app; returns undefined for any other request. */
  readonly readDirectly: ReturnType<typeof createDirectReads>
}

/** Returns the address at which people open the console: with its path, without a trailing slash. */
const consoleAddressOf = ({ origin, pathname }: URL) => origin + pathname.replace(/\/+$/, '')

/** Creates the gateway with all its routes, in matching order. */
export function createGateway(config: Config, parts: GatewayParts): Gateway {
  const { address, demoToken, demoExample, distDir, isStopping } = parts
  const dependencies = createDependencies(config, parts)
  const { log, metrics } = dependencies
  const session = sessionRoutes({
    ...dependencies,
    observe: metrics.signIn,
    ownsOrigin: address.basePath === '',
    about: {
      console: config.RAINBOND_URL ? consoleAddressOf(config.RAINBOND_URL) : null,
      demo: demoToken !== null,
      demoToken,
      ...(demoExample !== undefined && { example: demoExample }),
      readOnly: config.READ_ONLY,
    },
  })

  const { basePath } = address
  const proxy = createProxy({
    ...dependencies,
    basePath,
    readOnly: config.READ_ONLY,
    readOnlyRoles: config.READ_ONLY_ROLES,
  })
  const trust = { hops: config.TRUST_PROXY, ranges: config.TRUSTED_PROXIES }
  const first: readonly Guard[] = [
    fewHeadersOnly,
    noExpectation,
    ownHostOnly(address),
    refuseWhenStopping(isStopping),
  ]
  const sameSite = sameSiteOnly(address)

  function refusalOf(error: unknown, requestId: string): Refusal {
    if (error instanceof Refusal) return error
    log('error', 'crash', { requestId, ...errorFields(error) })
    return new Refusal('crash')
  }

  const app = new Hono<GatewayEnv>()
  const built = staticApp(distDir, basePath, app.fetch)
  app.use(requestLog({ log, metrics, trust }))
  app.use(auditRefusals(dependencies.audit))
  app.use(securityHeaders(address))
  app.use(...first.map(guarded))
  app.use(belowBasePathOnly(address), built.navigate, guarded(plainTargetOnly))

  const routes = app.basePath(basePath)
  routes.use('/session', guarded(sameSite))
  routes.get('/session', session.show)
  routes.post('/session', session.signIn)
  routes.delete('/session', session.signOut)

  routes.use('/openapi/*', guarded(sameSite))
  routes.all('/openapi/*', proxy.handle)
  app.get('*', built.serve)

  app.notFound(() => {
    throw new Refusal('not-found')
  })
  app.onError((error, c) => {
    const refusal = refusalOf(error, c.get('requestId'))
    const { retryAfter } = refusal.facts
    if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter))
    c.set('refused', refusal.kind)
    c.set('refusedBecause', refusal.facts.logged)
    c.set('reason', refusal.facts.reason)
    const { method, headers } = c.env.incoming
    const language = languageOf(headers['accept-language'])
    if (isNavigation(method, headers)) {
      const { status } = refusal
      const home = `${basePath}/`
      return c.html(errorPage({ status, requestId: c.get('requestId'), language, home }), status)
    }
    return c.json(refusal.body(c.get('requestId'), language), refusal.status)
  })
  const readDirectly = createDirectReads({
    log,
    metrics,
    trust,
    basePath,
    always: headersOfAll(address),
    clearedCookie: dependencies.cookie.cleared,
    guards: [...first, plainTargetOnly, sameSite],
    read: proxy.read,
    refusalOf,
  })
  return { ...dependencies, fetch: app.fetch, readDirectly }
}
