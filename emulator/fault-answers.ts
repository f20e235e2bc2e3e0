/** An answer as plain data: `body` is JSON, or a whole page where `html` is given instead. */
export type FaultAnswer =
  { readonly status: number; readonly body: unknown } | { readonly status: number; readonly html: string }

/** How the cluster (region) behind the console fails; the table at the end of docs/contract.md. */
export type ClusterFailure =
  | 'too-frequent'
  | 'error'
  | 'html'
  | 'timeout'
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

/** What stands between the person and the console answers with a page of its own. */
export const htmlAnswer: FaultAnswer = { status: 502, html: page('502 Bad Gateway') }

/** The console does not know the route, as an older Rainbond does not know some. */
export const missingRouteAnswer: FaultAnswer = { status: 404, html: page('Not Found') }

/** The token has expired or was withdrawn. */
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

/** A 401 that must not sign the person out (docs/contract.md, Authentication). */
export const licenceAnswer: FaultAnswer = {
  status: 401,
  body: { code: 10400, msg: 'invalid license', msg_show: 'license不正确或已过期' },
}

const crash = "AttributeError: 'NoneType' object has no attribute 'container_port'"

/** An unhandled exception of the console: `msg_show` is the traceback. */
export const crashAnswer: FaultAnswer = {
  status: 500,
  body: {
    code: 10401,
    msg: "'NoneType' object has no attribute 'container_port'",
    msg_show: traceback(crash),
    error_type: 'AttributeError',
    error_trace: traceback(crash),
    error_details: { exception_class: 'AttributeError' },
  },
}

/** The call of the console to the cluster's own API that fails: it is named in the answer's `msg`. */
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

/**
 * What the client sees when the console's call to the cluster fails.
 * Gives the answer of the table "When the cluster behind the console fails" in docs/contract.md.
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

/** The answer as a Response with the media type that Rainbond gives it. */
export function toResponse(answer: FaultAnswer): Response {
  return 'html' in answer
    ? new Response(answer.html, {
        status: answer.status,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      })
    : Response.json(answer.body, { status: answer.status })
}
