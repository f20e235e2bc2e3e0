/** An answer as plain data: a JSON `body` or a whole `html` page. */
export type FaultAnswer =
  { readonly status: number; readonly body: unknown } | { readonly status: number; readonly html: string }

/** How the cluster (region) behind the console fails: see the table at the end of docs/contract.md. */
export type ClusterFailure =
  | 'too-frequent'
  | 'error'
  | 'html'
  | 'timeout'
  | 'no-answer'
  | 'empty-body'
  | 'own-code'
  | 'conflict'
  | 'not-found'
  | 'unreachable'
  | 'out-of-memory'
  | 'route-binding'

const traceback = (error: string) =>
  [
    'Traceback (most recent call last):',
    '  File "/app/ui/openapi/views/apps/apps.py", line 412, in dispatch',
    '    response = handler(request, *args, **kwargs)',
    error,
  ].join('\n')

const page = (title: string) =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`

/** The page of a proxy in front of the console. */
export const htmlAnswer: FaultAnswer = { status: 502, html: page('502 Bad Gateway') }

/** The answer of an older Rainbond to a route that it lacks. */
export const missingRouteAnswer: FaultAnswer = { status: 404, html: page('Not Found') }

/** The answer to a token that has expired or was revoked. */
export const unauthenticatedAnswer: FaultAnswer = {
  status: 401,
  body: {
    detail: 'No such user or user is not admin',
    code: 401,
    msg: 'No such user or user is not admin',
    msg_show: 'No such user or user is not admin',
    error_type: 'AuthenticationFailed',
    error_trace: traceback(
      'rest_framework.exceptions.AuthenticationFailed: No such user or user is not admin',
    ),
  },
}

/** A 401 that must not sign the person out (docs/contract.md, "Authentication"). */
export const licenceAnswer: FaultAnswer = {
  status: 401,
  body: { code: 10400, msg: 'invalid license', msg_show: 'license不正确或已过期' },
}

const crashed = (error_type: string, msg: string): FaultAnswer => {
  const trace = traceback(`${error_type}: ${msg}`)
  const details = { error_type, error_trace: trace, error_details: { exception_class: error_type } }
  return { status: 500, body: { code: 10401, msg, msg_show: trace, ...details } }
}

/** An unhandled exception of the console, with the traceback in `msg_show`. */
export const crashAnswer = crashed('AttributeError', "'NoneType' object has no attribute 'container_port'")

/** The crash after two simultaneous first requests stored the user's permission twice (docs/contract.md, "Shapes"). */
export const duplicatePermissionAnswer = crashed(
  'MultipleObjectsReturned',
  'get() returned more than one EnterpriseUserPerm -- it returned 2!',
)

/** The failing call of the console to the cluster's own API, which the answer repeats in `msg`. */
export interface ClusterCall {
  readonly url: string
  readonly method: string
}

const callFailed = (call: ClusterCall, httpcode: number, body: unknown, reason?: string): FaultAnswer => {
  const msg = { apitype: 'Not specified', url: call.url, method: call.method, httpcode, body }
  return {
    status: 400,
    body: { code: 400, msg, msg_show: `数据中心操作故障 ${reason ?? JSON.stringify(msg)}` },
  }
}

/** Returns the message of the console's HTTP client after its last retry. */
function givenUp({ url }: ClusterCall): string {
  const { hostname, port, pathname } = new URL(url)
  const pool = `HTTPSConnectionPool(host='${hostname}', port=${port})`
  const timeout = `ReadTimeoutError("${pool}: Read timed out. (read timeout=5)")`
  return `MaxRetryError("${pool}: Max retries exceeded with url: ${pathname} (Caused by ${timeout})")`
}

/**
 * Returns what the client sees when the console's call to the cluster fails (docs/contract.md, "When the cluster
 * fails").
 */
export function clusterAnswer(failure: ClusterFailure, call: ClusterCall): FaultAnswer {
  switch (failure) {
    case 'too-frequent':
      return {
        status: 409,
        body: { code: 409, msg: 'wait a moment please', msg_show: '操作过于频繁，请稍后再试' },
      }
    case 'error': {
      const msg = 'etcdserver: request timed out'
      return callFailed(call, 500, { code: 500, msg }, msg)
    }
    case 'html':
      return callFailed(call, 502, { raw: page('502 Bad Gateway') })
    case 'timeout':
      return callFailed(call, 101, { type: 'request time out', error: 'timed out', error_code: 10411 })
    case 'no-answer':
      return {
        status: 400,
        body: { code: 10411, msg: givenUp(call), msg_show: '访问数据中心异常，请稍后重试' },
      }
    case 'empty-body':
      return {
        status: 500,
        body: { code: 500, msg: 'request region api body is nil', msg_show: '集群请求网络异常' },
      }
    case 'own-code': {
      const msg = `Post "${call.url}": dial tcp ${new URL(call.url).host}: connect: connection refused`
      return { status: 500, body: { code: 10500, msg, msg_show: msg } }
    }
    case 'conflict': {
      const msg = 'the component is being upgraded'
      return { status: 409, body: { code: 409, msg, msg_show: msg } }
    }
    case 'not-found':
      return {
        status: 404,
        body: { code: 404, msg: 'region no found this resource', msg_show: '数据中心资源不存在' },
      }
    case 'unreachable':
      return {
        status: 400,
        body: { code: 10411, msg: 'MaxRetryError', msg_show: '访问数据中心异常，请稍后重试' },
      }
    case 'out-of-memory':
      return {
        status: 412,
        body: { code: 10406, msg: 'resource is not enough', msg_show: '集群资源不足，请联系集群管理员' },
      }
    case 'route-binding':
      return {
        status: 412,
        body: {
          code: 412,
          msg: 'change port fail',
          msg_show: '数据中心添加策略失败',
          data: { bean: {}, list: [] },
        },
      }
  }
}

/** Converts an answer into a Response with Rainbond's media type. */
export function toResponse(answer: FaultAnswer): Response {
  return 'html' in answer
    ? new Response(answer.html, {
        status: answer.status,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      })
    : Response.json(answer.body, { status: answer.status })
}

/**
 * How a connection fails. A function from Request to Response cannot break a connection, so it rejects with one of these
 * signals and each host does the rest:
 * - `timeout`: nothing is ever sent, and the connection stays open;
 * - `reset`: the connection is torn down with nothing sent;
 * - `cut`: the head and the first half of `answer` are sent, then the connection is torn down.
 */
export type TransportSignal =
  | { readonly kind: 'timeout' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'cut'; readonly answer: Response }

/** Thrown by the emulator when the transport must fail rather than the console. */
export class TransportFault extends Error {
  readonly signal: TransportSignal

  constructor(signal: TransportSignal) {
    super(`transport fault: ${signal.kind}`)
    this.name = 'TransportFault'
    this.signal = signal
  }
}
