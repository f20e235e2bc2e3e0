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
  /** Written into the request line as it is. */
  readonly path: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string
}

/** Sends a request over a connection of its own, without a URL parser that would tidy the path. */
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

/** An answer of the console as JSON. */
export const json = (status: number, body: unknown): UpstreamAnswer => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify(body),
})

const user = { user_id: 1, nick_name: 'admin', real_name: 'Admin', enterprise_id: 'e1', email: 'a@b.test' }

/** A console that knows one token and one team; `answer` says what every other route answers. */
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
  /** What reached the console, the two calls included that the gateway makes by itself. */
  readonly calls: readonly UpstreamRequest[]
  /** What reached the console in a person's name. */
  passed(): readonly UpstreamRequest[]
  send(sent: Sent): Promise<Answer>
  /** A request as the page makes it: same origin, with the cookie, JSON where there is a body. */
  ask(sent: Sent): Promise<Answer>
  /** The lines of the log so far, parsed. */
  logged(): readonly Readonly<Record<string, unknown>>[]
  /** The same as they were written. */
  logText(): string
  /** Signs in and gives the header `Cookie`, which `ask` sends from then on. */
  signIn(token?: string): Promise<string>
  /** The header `Cookie` of whoever is signed in. */
  cookie(): string
  close(): Promise<void>
}

export interface TestGatewayOptions extends Partial<Omit<ServeOptions, 'upstream'>> {
  /** In place of the scripted console; null for the gateway's own choice. */
  readonly upstream?: Upstream | null
  readonly answer?: (request: UpstreamRequest) => UpstreamAnswer | Promise<UpstreamAnswer>
}

/** A gateway on a free port before a scripted console; closed when the test is over. */
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
  let cookie = ''

  const ask = ({ headers, ...sent }: Sent) =>
    sendTo(listeningUrl, {
      ...sent,
      headers: {
        host: new URL(url).host,
        origin: url,
        'sec-fetch-site': 'same-origin',
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
    async signIn(token = goodToken) {
      const answered = await ask({ method: 'POST', path: '/session', body: JSON.stringify({ token }) })
      cookie = cookieOf(answered)
      return cookie
    },
    close: () => served.close(),
  }
}

/** The cookie that an answer sets, as a header `Cookie` gives it back. */
export function cookieOf({ headers }: Answer): string {
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}
