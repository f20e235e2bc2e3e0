import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import * as z from 'zod/mini'
import { sessionSchema } from '../../src/api/contract/session'
import { paths } from '../../src/api/paths'
import { firstReads } from '../../src/features/scope/link/first-reads'
import { type InnerExchange, innerRead } from '../http/inner-exchange'
import { languageOf } from '../http/language'
import type { GatewayEnv } from '../http/request'
import { answerBlock, promiseOf } from './answer-block'

/** Answers a request of the gateway to itself. */
export type Dispatch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>

/** What the page of somebody who is signed in reads first, already under way. */
export interface ReadsAhead {
  /** Markup for the head of the page: which answers will follow. */
  readonly promise: string
  /** Yields markup for the body of the page, an answer each, as they arrive. */
  readonly answers: AsyncGenerator<string>
  /** Ends what has not been answered. */
  readonly end: () => void
}

/** Milliseconds after which a page ends without the answers that are still missing. The app then reads them by itself. */
const longestMs = 5000

/**
 * Starts the reads of a page, by the same way as the page's own requests: guards, limits, membership, projection and log.
 * Returns null for somebody who is not signed in, and where no browser is going to show the page.
 */
export async function readAhead(
  c: Context<GatewayEnv>,
  basePath: string,
  dispatch: Dispatch,
): Promise<ReadsAhead | null> {
  if (!isShown(c)) return null
  const session = startRead(c, basePath + paths.session(), dispatch)
  const answer = await session.answer
  session.exchange.end()
  if (answer?.status !== 200 || !isSomebody(answer.body)) return null
  for (const cookie of answer.cookies) c.header('Set-Cookie', cookie, { append: true })

  const later = firstReads(c.req.path.slice(basePath.length)).filter((path) => path !== paths.session())
  const reads = [
    { path: paths.session(), ...session },
    ...later.map((path) => ({ path, ...startRead(c, basePath + path, dispatch) })),
  ]
  const end = () => {
    for (const { exchange } of reads) exchange.end()
  }
  c.env.outgoing.once('close', end)
  return {
    promise: promiseOf(
      reads.map(({ path }) => path),
      languageOf(c.env.incoming.headers['accept-language']),
    ),
    answers: asTheyArrive(reads, longestMs),
    end,
  }
}

/** Not for requests of other websites, whose cookie would have to be another one, nor before somebody looks at the page. */
function isShown({ env: { incoming } }: Context<GatewayEnv>): boolean {
  const { method, headers } = incoming
  const site = headers['sec-fetch-site']
  return (
    method === 'GET' &&
    headers['sec-purpose'] === undefined &&
    (site === undefined || site === 'same-origin' || site === 'none')
  )
}

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  readonly body: string
}

export interface Read {
  readonly exchange: Pick<InnerExchange, 'end'>
  /** Undefined where the gateway has no answer in JSON. */
  readonly answer: Promise<Answered | undefined>
}

function startRead(c: Context<GatewayEnv>, target: string, dispatch: Dispatch): Read {
  const exchange = innerRead(c.env, new URL(c.req.url).origin, target)
  const answer = Promise.resolve(dispatch(exchange.request, exchange.bindings)).then(
    async (response) => {
      if (!(response.headers.get('Content-Type') ?? '').includes('json')) return undefined
      const kept = ['Content-Type', 'X-Request-Id', 'Retry-After'].flatMap((name) => {
        const value = response.headers.get(name)
        return value === null ? [] : [[name, value] as const]
      })
      return {
        status: response.status,
        headers: Object.fromEntries(kept),
        cookies: response.headers.getSetCookie(),
        body: await response.text(),
      }
    },
    () => undefined,
  )
  return { exchange, answer }
}

function isSomebody(body: string): boolean {
  const session = z.safeParse(sessionSchema, JSON.parse(body))
  return session.success && session.data.user !== null
}

/**
 * Yields each answer as markup once it is there, until all are or time is up. An answer has left when the next one is asked
 * for.
 */
export async function* asTheyArrive(
  reads: readonly (Read & { readonly path: string })[],
  patienceMs: number,
): AsyncGenerator<string> {
  let timer: NodeJS.Timeout | undefined
  const timeUp = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMs, undefined)
  })
  const waiting = new Map(
    reads.map((read) => [read, read.answer.then((answer) => ({ read, answer }))] as const),
  )
  try {
    while (waiting.size > 0) {
      const next = await Promise.race([...waiting.values(), timeUp])
      if (next === undefined) return
      waiting.delete(next.read)
      if (next.answer !== undefined) yield answerBlock(next.read.path, next.answer)
      next.read.exchange.end()
    }
  } finally {
    clearTimeout(timer)
    for (const { exchange } of reads) exchange.end()
  }
}
