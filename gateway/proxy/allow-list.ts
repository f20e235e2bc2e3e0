import type * as z from 'zod/mini'
import { appListSchema } from '../../src/api/contract/app'
import { componentListSchema, componentSchema } from '../../src/api/contract/component'
import { domainsSchema } from '../../src/api/contract/domain'
import { appsPortSchema, portSchema } from '../../src/api/contract/port'
import { regionPageSchema } from '../../src/api/contract/region'
import { addPortBodySchema, changePortBodySchema } from '../../src/api/contract/request-bodies'
import { teamPageSchema } from '../../src/api/contract/team'
import type { Method } from '../console/upstream'
import { Refusal } from '../http/refusal'
import { BoundedMap } from '../limits/bounded-map'
import { projectEvents } from '../projection/events'
import { beanOf, listOf, type Projection, projectionOf } from '../projection/project'

const root = '/openapi/v1/'

/** The allowed form of each path parameter, decoded. Rainbond's names are letters, digits, `-`, `_` and `.`. */
const parts = {
  team: /^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,127}$/u,
  region: /^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,127}$/u,
  app: /^[1-9]\d{0,9}$/,
  service: /^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,127}$/u,
  port: /^[1-9]\d{0,4}$/,
} as const

/** The allowed forms of query values, decoded. */
const page = /^[1-9]\d{0,5}$/
// The console lists as many rows as it is asked for; more than this only costs memory.
const pageSize = /^([1-9]\d?|100)$/
// A `"` crashes the server (docs/contract.md, "Reading"). `\ufffd` stands for bytes that were no text.
const search = /^[^"\p{C}\p{Zl}\p{Zp}\ufffd]{0,128}$/u

interface RouteMethod {
  /** The schema of the body; null for none. */
  readonly body: z.ZodMiniType | null
  /** Projects the body of a successful answer. */
  readonly answer: Projection
}

interface Route {
  readonly pattern: string
  readonly query?: Readonly<Record<string, RegExp>>
  readonly methods: Readonly<Partial<Record<Method, RouteMethod>>>
}

const read = (answer: Projection) => ({ GET: { body: null, answer } })
const portAnswer = beanOf(portSchema)

/** The routes of Rainbond's OpenAPI that Portdeck uses. */
const routes: readonly Route[] = [
  {
    pattern: 'teams',
    query: { query: search, page, page_size: pageSize },
    methods: read(projectionOf(teamPageSchema)),
  },
  {
    pattern: 'teams/:team/regions',
    // Any `query` crashes the server here.
    query: { page, page_size: pageSize },
    methods: read(projectionOf(regionPageSchema)),
  },
  {
    pattern: 'teams/:team/regions/:region/apps',
    query: { query: search },
    methods: read(projectionOf(appListSchema)),
  },
  { pattern: 'teams/:team/regions/:region/apps_port', methods: read(beanOf(appsPortSchema)) },
  {
    pattern: 'teams/:team/regions/:region/apps/:app/domains',
    query: { query: /^(http|tcp)$/ },
    methods: read(projectionOf(domainsSchema)),
  },
  {
    pattern: 'teams/:team/regions/:region/apps/:app/services',
    methods: read(projectionOf(componentListSchema)),
  },
  {
    pattern: 'teams/:team/regions/:region/apps/:app/services/:service',
    methods: read(projectionOf(componentSchema)),
  },
  {
    pattern: 'teams/:team/regions/:region/apps/:app/services/:service/events',
    query: { page, page_size: pageSize },
    methods: read(projectEvents),
  },
  {
    pattern: 'teams/:team/regions/:region/apps/:app/services/:service/ports',
    methods: { ...read(listOf(portSchema)), POST: { body: addPortBodySchema, answer: portAnswer } },
  },
  {
    pattern: 'teams/:team/regions/:region/apps/:app/services/:service/ports/:port',
    methods: {
      PUT: { body: changePortBodySchema, answer: portAnswer },
      DELETE: { body: null, answer: portAnswer },
    },
  },
]

/** How many of the last reads need no second look, and how long their targets may be: pages repeat the same ones. */
const remembered = 4096
const longestRemembered = 512

const table = routes.map((route) => ({ ...route, segments: route.pattern.split('/') }))

type Params = Readonly<Partial<Record<keyof typeof parts, string>>>

/** A request that may go to the console. */
export interface AllowedCall extends RouteMethod {
  readonly method: Method
  /** The route's pattern, a label of the metrics. */
  readonly pattern: string
  /**
   * Returns path and query for the console, written by the gateway.
   * @param teamId goes in place of the team that the browser named, if given
   */
  readonly pathFor: (teamId: string | undefined) => string
  readonly params: Params
}

const isPart = (name: string): name is keyof typeof parts => Object.hasOwn(parts, name)

const isMethod = (method: string): method is Method => ['GET', 'POST', 'PUT', 'DELETE'].includes(method)

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** Returns the parameters of a path, or undefined if it does not match. */
function match(pattern: readonly string[], segments: readonly string[]): Params | undefined {
  if (pattern.length !== segments.length) return undefined
  const params: Partial<Record<keyof typeof parts, string>> = {}
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? ''
    const name = expected.slice(1)
    if (expected.startsWith(':') && isPart(name)) {
      const value = decode(segment)
      if (value === undefined || !parts[name].test(value)) return undefined
      params[name] = value
    } else if (segment !== expected) return undefined
  }
  return params
}

function readQuery(allowed: Route['query'], text: string): string {
  const given = [...new URLSearchParams(text)]
  const names = new Set(given.map(([name]) => name))
  const fits = given.every(
    ([name, value]) => Object.hasOwn(allowed ?? {}, name) && allowed?.[name]?.test(value),
  )
  if (!fits || names.size !== given.length)
    throw new Refusal('invalid', { detail: 'The query is not allowed.' })
  return given.length === 0 ? '' : `?${given.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')}`
}

/**
 * Finds the route of a request and writes its path again from the parsed parts.
 * @param target as the browser sent it: a URL parser would resolve `..`
 * @throws Refusal `not-found` if no route matches, `invalid` if the query is not allowed
 */
export function allowedCall(method: string, target: string): AllowedCall {
  const [path = '', ...query] = target.split('?')
  const segments = path.startsWith(root) ? path.slice(root.length).split('/') : []
  for (const { pattern, segments: expected, query: names, methods } of table) {
    const params = match(expected, segments)
    if (params === undefined) continue
    const found = isMethod(method) ? methods[method] : undefined
    if (!isMethod(method) || found === undefined) break
    const sentQuery = readQuery(names, query.join('?'))
    const pathFor = (teamId: string | undefined) => {
      const sent = { ...params, ...(teamId !== undefined && { team: teamId }) }
      const written = expected.map((part) => {
        const name = part.slice(1)
        return part.startsWith(':') && isPart(name) ? encodeURIComponent(sent[name] ?? '') : part
      })
      return root + written.join('/') + sentQuery
    }
    return { ...found, method, pattern, params, pathFor }
  }
  throw new Refusal('not-found')
}

/** Looks up reads as `allowedCall` does, and remembers what it found: that depends on the target alone. */
export function createAllowedReads(): (target: string) => AllowedCall {
  const known = new BoundedMap<string, AllowedCall>(remembered)
  return (target) => {
    const found = known.get(target)
    if (found !== undefined) return found
    const allowed = allowedCall('GET', target)
    if (target.length <= longestRemembered) known.set(target, allowed)
    return allowed
  }
}
