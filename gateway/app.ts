import { Hono } from 'hono'
import { errorPage } from './answers/error-page'
import type { Config } from './config/config'
import { createDependencies, type GatewayParts, type Dependencies } from './dependencies'
import {
  belowBasePathOnly,
  fewHeadersOnly,
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
import { securityHeaders } from './http/security-headers'
import { errorFields } from './observe/log'
import { requestLog } from './observe/request-log'
import { auditRefusals } from './proxy/audit'
import { proxy } from './proxy/proxy'
import { sessionRoutes } from './session/routes'
import { staticApp } from './static/static-app'

export interface Gateway extends Dependencies {
  readonly fetch: Hono<GatewayEnv>['fetch']
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
  const app = new Hono<GatewayEnv>()
  const built = staticApp(distDir, basePath, app.fetch)
  app.use(requestLog({ log, metrics, trust: { hops: config.TRUST_PROXY, ranges: config.TRUSTED_PROXIES } }))
  app.use(auditRefusals(dependencies.audit))
  app.use(securityHeaders(address))
  app.use(fewHeadersOnly, noExpectation, ownHostOnly(address), refuseWhenStopping(isStopping))
  app.use(belowBasePathOnly(address), built.navigate, plainTargetOnly)

  const routes = app.basePath(basePath)
  routes.use('/session', sameSiteOnly(address))
  routes.get('/session', session.show)
  routes.post('/session', session.signIn)
  routes.delete('/session', session.signOut)

  routes.use('/openapi/*', sameSiteOnly(address))
  routes.all(
    '/openapi/*',
    proxy({
      ...dependencies,
      basePath,
      readOnly: config.READ_ONLY,
      readOnlyRoles: config.READ_ONLY_ROLES,
    }),
  )

  app.get('*', built.serve)

  app.notFound(() => {
    throw new Refusal('not-found')
  })
  app.onError((error, c) => {
    const refusal = error instanceof Refusal ? error : new Refusal('crash')
    if (refusal !== error) log('error', 'crash', { requestId: c.get('requestId'), ...errorFields(error) })
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
  return { ...dependencies, fetch: app.fetch }
}
