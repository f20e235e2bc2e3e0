import { describe, expect, test } from 'vitest'
import { toApiError } from './refusal'

const none = { bean: {}, list: [] }
const traceback =
  'Traceback (most recent call last):\n  File "/app/ui/openapi/views/apps.py", line 412\nKeyError'

// Bodies as they were recorded from the server (docs/contract.md, "Shapes").
const refusals: [string, number, unknown, object][] = [
  [
    'no token',
    401,
    {
      detail: 'No token',
      code: 401,
      msg: 'No token',
      error_type: 'AuthenticationFailed',
      error_trace: traceback,
    },
    { kind: 'unauthenticated', detail: 'No token' },
  ],
  [
    'an expired token',
    401,
    { detail: 'No such user or user is not admin', code: 401, msg: 'No such user or user is not admin' },
    { kind: 'unauthenticated' },
  ],
  [
    'a licence problem, which is a 401 too',
    401,
    { code: 10400, msg: 'invalid license', msg_show: 'license不正确或已过期' },
    { kind: 'licence', detail: 'license不正确或已过期' },
  ],
  [
    'an unknown team',
    404,
    { code: 404, msg: 'no found team', msg_show: '团队不存在', data: none },
    { kind: 'not-found', detail: '团队不存在', msg: 'no found team' },
  ],
  [
    'an unknown region',
    404,
    { code: 3000, msg: 'the region is not found', msg_show: '集群不存在', data: none },
    { kind: 'not-found', code: 3000 },
  ],
  [
    'no enterprise',
    404,
    { code: 1000, msg: 'the enterprise is not found', msg_show: '用户所在企业不存在', data: none },
    { kind: 'not-found' },
  ],
  [
    'a port that is gone',
    404,
    { code: 404, msg: 'component port does not exist', msg_show: '组件端口不存在', data: none },
    { kind: 'not-found' },
  ],
  [
    'a 404 that means a wrong state',
    404,
    { code: 404, msg: 'inner port is not open', msg_show: '对外服务开启中，需先关闭对外服务', data: none },
    { kind: 'wrong-state', detail: '对外服务开启中，需先关闭对外服务' },
  ],
  [
    'a 404 that means the cluster',
    404,
    { code: 404, msg: 'region no found this resource', msg_show: '数据中心资源不存在' },
    { kind: 'cluster' },
  ],
  [
    'a team that is not in the region',
    409,
    {
      code: 2001,
      msg: 'the team is not initialized in the region',
      msg_show: '团队未在该集群中初始化',
      data: none,
    },
    { kind: 'wrong-state', code: 2001 },
  ],
  [
    'a port that exists',
    409,
    { code: 20501, msg: 'component port already exists', msg_show: '端口已存在', data: none },
    { kind: 'conflict', fields: { port: '端口已存在' } },
  ],
  [
    'an internal domain that is taken',
    409,
    { code: 20500, msg: 'k8s service name already exists', msg_show: '内部域名已存在', data: none },
    { kind: 'conflict', fields: { k8s_service_name: '内部域名已存在' } },
  ],
  [
    'a 409 that means a wrong state',
    409,
    { code: 409, msg: 'change port fail', msg_show: '请先为端口设置别名', data: none },
    { kind: 'wrong-state' },
  ],
  [
    'deleting an inner-open port',
    409,
    { code: 409, msg: 'can not delete inner port', msg_show: '请关闭对内服务', data: none },
    { kind: 'wrong-state' },
  ],
  [
    'deleting an outer-open port',
    409,
    { code: 409, msg: 'can not delete outer port', msg_show: '请关闭对外服务', data: none },
    { kind: 'wrong-state' },
  ],
  [
    'deleting a port with a domain',
    412,
    { code: 412, msg: 'contains custom domains', msg_show: '该端口有自定义域名，请先解绑域名', data: none },
    { kind: 'wrong-state' },
  ],
  [
    'too frequent',
    409,
    { code: 409, msg: 'wait a moment please', msg_show: '操作过于频繁，请稍后再试' },
    { kind: 'busy' },
  ],
  [
    'a refused protocol',
    400,
    { code: 400, msg: 'change port fail', msg_show: '请关闭外部访问', data: none },
    { kind: 'wrong-state' },
  ],
  [
    'a third-party component whose endpoints do not allow it',
    400,
    { code: 400, msg: ['do not support multi domain endpoint'], msg_show: '不支持多域名', data: none },
    { kind: 'wrong-state', detail: '不支持多域名', msg: undefined },
  ],
  [
    'a field that did not validate',
    400,
    {
      detail: '参数错误',
      err: { is_inner_service: ['该字段是必填项。'] },
      code: 20400,
      error_type: 'ValidationError',
    },
    { kind: 'invalid', fields: { is_inner_service: '该字段是必填项。' }, detail: '参数错误' },
  ],
  [
    'no port',
    400,
    { code: 400, msg: 'params error', msg_show: '缺少端口参数', data: none },
    { kind: 'invalid', fields: undefined },
  ],
  [
    'a port out of range',
    412,
    { code: 412, msg: 'component port out of range', msg_show: '端口必须为1到65535的整数', data: none },
    { kind: 'invalid', fields: { port: '端口必须为1到65535的整数' } },
  ],
  [
    'a refused alias',
    400,
    { code: 400, msg: 'add port error', msg_show: '端口别名不合法', data: none },
    { kind: 'invalid', fields: { port_alias: '端口别名不合法' } },
  ],
  [
    'a refused internal domain',
    400,
    {
      code: 400,
      msg: "regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?'",
      msg_show: '内部域名格式不正确',
      data: none,
    },
    { kind: 'invalid', fields: { k8s_service_name: '内部域名格式不正确' } },
  ],
  [
    'unreadable JSON of ours',
    400,
    { detail: 'JSON parse error', code: 400, msg: 'JSON parse error', error_type: 'ParseError' },
    { kind: 'invalid' },
  ],
  [
    'a method that is not there',
    405,
    { detail: '方法 “DELETE” 不被允许。', code: 405, msg: '方法 “DELETE” 不被允许。' },
    { kind: 'not-found' },
  ],
  [
    'a crash, without its traceback',
    500,
    { code: 10401, msg: "'NoneType' object", msg_show: traceback, error_type: 'AttributeError' },
    { kind: 'crash', detail: undefined },
  ],
  [
    'a failed cluster, its call in msg',
    400,
    {
      code: 400,
      msg: { apitype: 'Not specified', url: '/v2/tenants', method: 'PUT', httpcode: 500, body: {} },
      msg_show: '数据中心操作故障 etcdserver: request timed out',
    },
    { kind: 'cluster', detail: '数据中心操作故障 etcdserver: request timed out' },
  ],
  [
    'a cluster that cannot be reached',
    400,
    { code: 10411, msg: 'MaxRetryError', msg_show: '访问数据中心异常，请稍后重试' },
    { kind: 'cluster' },
  ],
  [
    'a cluster out of memory',
    412,
    { code: 10406, msg: 'resource is not enough', msg_show: '集群资源不足，请联系集群管理员' },
    { kind: 'cluster' },
  ],
  [
    'a route that the cluster did not bind',
    412,
    { code: 412, msg: 'change port fail', msg_show: '数据中心添加策略失败', data: none },
    { kind: 'cluster' },
  ],
  ['an unknown path: an HTML page', 404, undefined, { kind: 'not-found', detail: undefined }],
  ['an HTML page of something in front', 502, undefined, { kind: 'upstream' }],
]

describe('an error is classified by status, code and msg', () => {
  test.each(refusals)('%s', (_name, status, body, expected) => {
    expect(toApiError({ status, body })).toMatchObject({ status, ...expected })
  })

  test('the text of msg_show decides nothing', () => {
    const body = { code: 404, msg: 'inner port is not open', msg_show: '组件端口不存在' }
    expect(toApiError({ status: 404, body }).kind).toBe('wrong-state')
  })

  test('HTML and tracebacks never become a detail, and a long one is cut', () => {
    const shown = (msg_show: string) =>
      toApiError({ status: 400, body: { code: 400, msg: 'x', msg_show } }).detail
    expect(shown('<html><body>502</body></html>')).toBeUndefined()
    expect(shown(traceback)).toBeUndefined()
    expect(shown('长'.repeat(1000))).toHaveLength(401)
  })
})

describe('the gateway speaks for itself', () => {
  test('its kind is taken as it is, with the request and the reason', () => {
    const body = { error: { kind: 'forbidden', requestId: 'r-1', reason: 'read-only' } }
    expect(toApiError({ status: 403, body })).toMatchObject({
      kind: 'forbidden',
      requestId: 'r-1',
      reason: 'read-only',
    })
  })

  test.each([
    '10.0.0.1 refused the connection.',
    '[fd00::7] 拒绝了连接。',
    'The name console.rbd-system.svc can’t be resolved.',
    'Portdeck is at /tools/portdeck/.',
    `The console redirected to ${'long-'.repeat(100)}.test.`,
  ])('its sentence stays as it is (%#)', (sentence) => {
    const error = { kind: 'upstream', requestId: 'r-3', detail: sentence }
    const shown = toApiError({ status: 502, body: { error } })
    expect([shown.gatewayDetail, shown.detail]).toEqual([sentence, undefined])
  })

  test('words in another form are Rainbond’s, and hold no address of the inside', () => {
    const words = 'connect ECONNREFUSED 10.0.0.1:7070'
    const refused = { code: 400, msg_show: words, error: { detail: words } }
    const shown = toApiError({ status: 400, body: refused })
    expect([shown.gatewayDetail, shown.detail]).toEqual([undefined, 'connect ECONNREFUSED …'])
  })

  test('a wait comes from the body, else from the header', () => {
    const error = { kind: 'throttled', requestId: 'r-2' }
    expect(toApiError({ status: 429, body: { error }, retryAfter: 7 }).retryAfter).toBe(7)
    expect(
      toApiError({ status: 429, body: { error: { ...error, retryAfter: 3 } }, retryAfter: 7 }).retryAfter,
    ).toBe(3)
  })
})
