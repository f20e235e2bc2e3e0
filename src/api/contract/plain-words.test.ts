import { expect, test } from 'vitest'
import { plainWords } from './plain-words'

const call = {
  apitype: 'Not specified',
  url: 'https://10.0.0.1:8443/v2/tenants/shop/services/gr1a2b3c/ports/80/inner',
  method: 'PUT',
  httpcode: 101,
  body: { type: 'request time out', error: 'timed out' },
}
const python = "{'apitype': 'Not specified', 'url': 'https://10.0.0.1:8443/v2', 'httpcode': 500}"

test.each([
  ['端口已存在', '端口已存在'],
  ['Please wait (60 s): port 8080/tcp is busy.', 'Please wait (60 s): port 8080/tcp is busy.'],
  ['域名 www.acme.test 已被使用', '域名 www.acme.test 已被使用'],
  ['请在 A/B 中选择', '请在 A/B 中选择'],
  ['版本 1.2.3 不支持', '版本 1.2.3 不支持'],
])('words for people stay as they are: %s', (said, shown) => {
  expect(plainWords(said)).toBe(shown)
})

test.each([
  [`数据中心操作故障 ${JSON.stringify(call)}`, '数据中心操作故障'],
  [`数据中心操作故障: ${python}`, '数据中心操作故障'],
  ['failed: [{"a": 1}]', 'failed'],
])('JSON and Python dictionaries are cut off: %s', (said, shown) => {
  expect(plainWords(said)).toBe(shown)
})

test.each([
  [
    'Post "https://10.43.0.1:443/apis/apps/v1": dial tcp 10.43.0.1:443: connect: connection refused',
    'Post "…": dial tcp …: connect: connection refused',
  ],
  ['lookup rbd-api.rbd-system.svc.cluster.local: no such host', 'lookup …: no such host'],
  ['lookup rbd-api.rbd-system.svc:8443 on localhost:53', 'lookup … on …'],
  ['dial tcp [fd00::12]:6443: i/o timeout', 'dial tcp …: i/o timeout'],
  ['ws://region.internal:6060 closed', '… closed'],
  ['Max retries exceeded with url: /v2/tenants/shop/services', 'Max retries exceeded with url: …'],
  ['open /opt/rainbond/etc/kube.key: no such file', 'open …: no such file'],
  ['数据中心 https://10.0.0.1:8443，无法访问', '数据中心 …，无法访问'],
])('addresses of the inside are left out: %s', (said, shown) => {
  expect(plainWords(said)).toBe(shown)
})

test.each([
  undefined,
  null,
  '',
  ' \n',
  42,
  call,
  [JSON.stringify(call)],
  JSON.stringify(call),
  python,
  '<html><body>502</body></html>',
  '<!doctype html>',
  'Traceback (most recent call last):\n  File "/app/ui/openapi/views/apps.py", line 412',
  "MaxRetryError(HTTPSConnectionPool(host='10.0.0.1', port=8443): Max retries exceeded)",
  'https://10.0.0.1:8443/v2',
  '10.0.0.1:8443',
])('nothing is left of what only programs can read: %j', (said) => {
  expect(plainWords(said)).toBeUndefined()
})

test('what is long is cut', () => {
  expect(plainWords('长'.repeat(1000))).toHaveLength(401)
})
