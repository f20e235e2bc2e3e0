import { Hono } from 'hono'
import type { Config } from './config'
import { Refusal } from './errors'
import type { GatewayEnv } from './gateway-env'
import { errorFields } from './log'
import { isNavigation } from './navigation'
import { proxy } from './proxy'
import { requestLog } from './request-log'
import { plainTargetOnly } from './request-target'
import { ownHostOnly, sameSiteOnly } from './same-site'
import { securityHeaders } from './security-headers'
import { createServices, type GatewayParts, type Services } from './services'
import { sessionRoutes } from './session-routes'
import { staticApp } from './static'
import { refuseWhenStopping } from './stopping'

export interface Gateway extends Services {
  readonly fetch: Hono<GatewayEnv>['fetch']
}

/** The console as a person opens it: with the path that it lives under, without a slash at the end. */
const consoleAddressOf = ({ origin, pathname }: URL) => origin + pathname.replace(/\/+$/, '')

/** All routes of the gateway, in the order in which they are tried. */
export function createGateway(config: Config, parts: GatewayParts): Gateway {
  const { address, demoToken, distDir, isStopping } = parts
  const services = createServices(config, parts)
  const { log, metrics } = services
  const session = sessionRoutes({
    ...services,
    observe: metrics.signIn,
    about: {
      console: config.RAINBOND_URL ? consoleAddressOf(config.RAINBOND_URL) : null,
      demo: demoToken !== null,
      demoToken,
      readOnly: config.READ_ONLY,
    },
  })

  const built = staticApp(distDir)

  const app = new Hono<GatewayEnv>()
  app.use(requestLog({ log, metrics, hops: config.TRUST_PROXY }))
  app.use(securityHeaders(address))
  app.use(ownHostOnly(address), refuseWhenStopping(isStopping), built.navigate, plainTargetOnly)

  app.use('/session', sameSiteOnly(address))
  app.get('/session', session.show)
  app.post('/session', session.signIn)
  app.delete('/session', session.signOut)

  app.use('/openapi/*', sameSiteOnly(address))
  app.all('/openapi/*', proxy({ ...services, readOnly: config.READ_ONLY }))

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
    const { method, headers } = c.env.incoming
    if (isNavigation(method, headers)) return c.text(`Portdeck: ${refusal.message}\n`, refusal.status)
    return c.json(refusal.body(c.get('requestId')), refusal.status)
  })
  return { ...services, fetch: app.fetch }
}
