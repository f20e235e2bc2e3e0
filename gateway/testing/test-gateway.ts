import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request as httpRequest } from 'node:http'
import { onTestFinished } from 'vitest'
import * as z from 'zod'
import type { Upstream, UpstreamAnswer, UpstreamRequest } from '../console/upstream'
import { serveGateway, type ServeOptions } from '../serve'

export const goodToken = 'a'.repeat(40)

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly json: unknown
}

export interface Sent {
  readonly method?: string
  /** Written into the request line unchanged. */
  readonly path: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string
}

/** Sends a request over a new connection, without a URL parser that would normalize the path. */
export function sendTo(url: string, { method = 'GET', path, headers = {}, body }: Sent): Promise<Answer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const all = { ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }), ...headers }
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
    const sent = httpRequest({ hostname, port, method, path, headers: given, agent: false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => (text += part))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json: parsed(text) }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Builds a JSON answer of the console. */
export const json = (status: number, body: unknown): UpstreamAnswer => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify(body),
})

const user = { user_id: 1, nick_name: 'admin', real_name: 'Admin', enterprise_id: 'e1', email: 'a@b.test' }

/** Creates a console that knows one token and one team; `answer` answers every other route. */
function scriptedConsole(answer: (request: UpstreamRequest) => UpstreamAnswer | Promise<UpstreamAnswer>) {
  const calls: UpstreamRequest[] = []
  const upstream = async (request: UpstreamRequest): Promise<UpstreamAnswer> => {
    calls.push(request)
    if (request.path === '/openapi/v1/currentuser') {
      return request.token === goodToken
        ? json(200, { bean: user })
        : json(401, { code: 401, msg: 'No such user' })
    }
    if (request.path.startsWith('/openapi/v1/teams?page=')) {
      return json(200, {
        tenants: [{ tenant_id: 't1', tenant_name: 'shop', tenant_alias: 'Shop' }],
        total: 1,
      })
    }
    return answer(request)
  }
  return { calls, upstream }
}

export interface TestGateway {
  readonly url: string
  readonly listeningUrl: string
  readonly managementUrl: string | null
  /** All calls that reached the console, including the two that the gateway makes by itself. */
  readonly calls: readonly UpstreamRequest[]
  /** The calls that reached the console on behalf of a person. */
  passed(): readonly UpstreamRequest[]
  send(sent: Sent): Promise<Answer>
  /** Sends a request as the page does: same-origin, with the cookie, and a body as JSON. */
  ask(sent: Sent): Promise<Answer>
  /** Returns the parsed lines of the log so far. */
  logged(): readonly Readonly<Record<string, unknown>>[]
  /** Returns the log so far as text. */
  logText(): string
  /** Signs in and returns the header `Cookie`, which `ask` sends from then on. */
  signIn(token?: string): Promise<string>
  /** Signs in with another browser and returns its header `Cookie`. */
  signInElsewhere(token?: string): Promise<string>
  /** Returns the current header `Cookie`. */
  cookie(): string
  close(): Promise<void>
}

export interface TestGatewayOptions extends Partial<Omit<ServeOptions, 'upstream'>> {
  /** Replaces the scripted console; null for the gateway's own choice. */
  readonly upstream?: Upstream | null
  readonly answer?: (request: UpstreamRequest) => UpstreamAnswer | Promise<UpstreamAnswer>
}

/** Starts a gateway on a free port with a scripted console, until the end of the test. */
export async function startGateway({
  answer = () => json(200, { data: { bean: {}, list: [] } }),
  upstream,
  ...options
}: TestGatewayOptions = {}): Promise<TestGateway> {
  const console = scriptedConsole(answer)
  let logText = ''
  const served = await serveGateway({
    writeLog: (line) => (logText += line),
    ...options,
    ...(upstream !== null && { upstream: upstream ?? console.upstream }),
    env: { PORT: '0', ...options.env },
  })
  onTestFinished(() => served.close())
  const { url, listeningUrl } = served
  const basePath = new URL(url).pathname.replace(/\/$/, '')
  let cookie = ''

  const ask = ({ headers, ...sent }: Sent) =>
    sendTo(listeningUrl, {
      ...sent,
      headers: {
        host: new URL(url).host,
        origin: new URL(url).origin,
        'sec-fetch-site': 'same-origin',
        'x-portdeck': '1',
        ...(cookie !== '' && { cookie }),
        ...(sent.body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
    })

  return {
    url,
    listeningUrl,
    managementUrl: served.managementUrl,
    calls: console.calls,
    passed: () =>
      console.calls.filter(
        ({ path }) => path !== '/openapi/v1/currentuser' && !path.startsWith('/openapi/v1/teams?page='),
      ),
    cookie: () => cookie,
    logText: () => logText,
    logged: () =>
      z.array(z.record(z.string(), z.unknown())).parse(logText.split('\n').filter(Boolean).map(parsed)),
    send: (sent) => sendTo(listeningUrl, sent),
    ask,
    async signInElsewhere(token = goodToken) {
      const headers = { cookie: undefined }
      return cookieOf(
        await ask({ method: 'POST', path: `${basePath}/session`, body: JSON.stringify({ token }), headers }),
      )
    },
    async signIn(token = goodToken) {
      const answered = await ask({
        method: 'POST',
        path: `${basePath}/session`,
        // As from another browser: a session that the request carries would end.
        headers: { cookie: undefined },
        body: JSON.stringify({ token }),
      })
      cookie = cookieOf(answered)
      return cookie
    },
    close: () => served.close(),
  }
}

/** Returns the cookie that an answer sets, in the form of the header `Cookie`. */
export function cookieOf({ headers }: Answer): string {
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}
