import type { Page, Request } from '@playwright/test'
import { bodyOf } from './firefox'

/** The routes of the API with their names in the tables of ARCHITECTURE.md. */
const routes: readonly (readonly [RegExp, string])[] = [
  [/\/session$/, 'session'],
  [/\/teams$/, 'teams'],
  [/\/regions$/, 'regions'],
  [/\/apps$/, 'apps'],
  [/\/apps_port$/, 'apps_port'],
  [/\/domains$/, 'domains'],
  [/\/services$/, 'services'],
  [/\/events$/, 'events'],
  [/\/ports$/, 'ports'],
  [/\/ports\/\d+$/, 'port'],
  [/\/services\/[^/]+$/, 'service'],
]

function actionOf(request: Request): string {
  const body = bodyOf(request)
  return typeof body === 'object' && body !== null && 'action' in body ? ` ${String(body.action)}` : ''
}

/** Names a request, such as `GET ports` or `PUT port 8080 open_inner`; undefined unless it is a call of the API. */
function nameOf(request: Request): string | undefined {
  const { pathname } = new URL(request.url())
  if (!pathname.startsWith('/openapi/') && pathname !== '/session') return undefined
  const route = routes.find(([pattern]) => pattern.test(pathname))?.[1] ?? pathname
  const number = route === 'port' ? ` ${pathname.split('/').at(-1) ?? ''}` : ''
  return `${request.method()} ${route}${number}${request.method() === 'PUT' ? actionOf(request) : ''}`
}

/** The requests between the page and the gateway, in order. */
export interface Calls {
  /** Names every request since the start or the last `forget`. */
  sent(): string[]
  /** Counts the reads of a route. */
  reads(route: string): number
  /** Names every write. */
  writes(): string[]
  /** Names every request before the first answer of the console. */
  beforeFirstAnswer(): string[]
  forget(): void
}

/** Records all further calls of `page`. */
export function listen(page: Page): Calls {
  let sent: string[] = []
  let early: string[] | undefined
  page.on('request', (request) => {
    const name = nameOf(request)
    if (name !== undefined) sent.push(name)
  })
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/openapi/')) early ??= [...sent]
  })
  return {
    sent: () => [...sent],
    reads: (route) => sent.filter((name) => name === `GET ${route}`).length,
    writes: () => sent.filter((name) => !name.startsWith('GET ')),
    beforeFirstAnswer: () => early ?? [...sent],
    forget: () => {
      sent = []
      early = undefined
    },
  }
}
