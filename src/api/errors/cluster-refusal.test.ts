import { expect, test } from 'vitest'
import { toApiError } from './refusal'

const none = { bean: {}, list: [] }
const traceback = 'Traceback (most recent call last):\n  File "/app/ui/openapi/views/base.py", line 58'

const timedOutCall = {
  apitype: 'Not specified',
  url: 'https://10.0.0.1:8443/v2/tenants/shop/services/gr1a2b3c/ports/80/inner',
  method: 'PUT',
  httpcode: 101,
  body: { type: 'request time out', error: 'timed out', error_code: 10411 },
}

// What the console answers when something behind it fails (docs/contract.md, "When the cluster fails").
const refusals: [string, number, unknown, object][] = [
  [
    'a cluster that did not answer its HTTP client in time',
    400,
    {
      code: 10411,
      msg: "MaxRetryError(HTTPSConnectionPool(host='10.0.0.1', port=8443): Max retries exceeded)",
      msg_show: '访问数据中心异常，请稍后重试',
    },
    { kind: 'cluster', msg: undefined, detail: '访问数据中心异常，请稍后重试' },
  ],
  [
    'a cluster that did not answer in time, its call in msg and msg_show',
    400,
    { code: 400, msg: timedOutCall, msg_show: `数据中心操作故障 ${JSON.stringify(timedOutCall)}` },
    { kind: 'cluster', msg: undefined, detail: '数据中心操作故障' },
  ],
  [
    'a cluster that answered nothing',
    500,
    { code: 500, msg: 'request region api body is nil', msg_show: '集群请求网络异常' },
    { kind: 'cluster', detail: '集群请求网络异常' },
  ],
  [
    'a cluster that answered nothing, with another status',
    502,
    { code: 502, msg: 'request region api body is nil', msg_show: '集群请求网络异常', data: none },
    { kind: 'cluster' },
  ],
  [
    'a cluster that failed with a code of its own',
    500,
    { code: 10500, msg: 'create event failure', msg_show: 'dial tcp 10.43.0.1:443: connection refused' },
    { kind: 'cluster', code: 10500, detail: 'dial tcp …: connection refused' },
  ],
  [
    'a failure of the console that is neither a crash nor the cluster’s',
    500,
    { code: 500, msg: 'system error', msg_show: '系统异常' },
    { kind: 'crash', detail: undefined },
  ],
  [
    'a 409 of the cluster’s own, which says no more than its msg',
    409,
    { code: 409, msg: 'the component is being upgraded' },
    { kind: 'cluster-refused', detail: 'the component is being upgraded', fields: undefined },
  ],
  [
    'a 409 of the cluster’s own, with a code of its own and words for people',
    409,
    { code: 10409, msg: 'operation conflict', msg_show: '组件正在升级' },
    { kind: 'cluster-refused', detail: '组件正在升级' },
  ],
  [
    'a port that exists, as a console without codes says it',
    409,
    { code: 409, msg: 'component port already exists', msg_show: '端口已存在' },
    { kind: 'conflict' },
  ],
  [
    'a permission that the console holds twice',
    500,
    {
      code: 10401,
      msg: 'get() returned more than one EnterpriseUserPerm -- it returned 2!',
      msg_show: traceback,
      error_type: 'MultipleObjectsReturned',
    },
    { kind: 'duplicate-permission', detail: undefined },
  ],
  [
    'a component that no app lists: a crash without a word',
    500,
    { code: 10401, msg: '', msg_show: traceback, error_type: 'DoesNotExist' },
    { kind: 'crash', msg: undefined, detail: undefined },
  ],
]

test.each(refusals)('%s', (_name, status, body, expected) => {
  expect(toApiError({ status, body })).toMatchObject({ status, ...expected })
})
