import { describe, expect, test } from 'vitest'
import { componentSchema } from '../../src/api/contract/component'
import { unwrapBean, unwrapList } from '../../src/api/contract/envelope'
import { portSchema } from '../../src/api/contract/port'
import { toApiError } from '../../src/api/errors/refusal'
import { recordedCases } from '../../emulator/recorded/read-recorded'
import { allowedCall } from '../proxy/allow-list'
import { Refusal } from '../http/refusal'
import { beanOf, listOf, projectionOf } from './project'
import { projectRefusal } from './refused'

function callOf(method: string, path: string) {
  try {
    return allowedCall(method, `/openapi/v1${path}`)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

describe('what a real console answered', () => {
  test('means the same to the app after the projection, if it was refused', () => {
    const refusals = recordedCases.filter(({ expect: { status } }) => status >= 400)
    expect(refusals.length).toBeGreaterThan(100)
    for (const { expect: answered } of refusals) {
      const { status, body } = answered
      const { kind, code, fields, detail } = toApiError({ status, body })
      const projected = toApiError({ status, body: projectRefusal(status, body) })
      expect(projected).toMatchObject({ kind, code })
      expect([projected.fields, projected.detail]).toEqual([fields, status < 500 ? detail : undefined])
    }
  })

  test('is never longer after the projection', () => {
    const successes = recordedCases.flatMap(({ request, expect: { status, body } }) => {
      const call = callOf(request.method, request.path)
      return status === 200 && call !== undefined ? [{ call, body }] : []
    })
    expect(successes.length).toBeGreaterThan(50)
    for (const { call, body } of successes) {
      const projected = call.answer(body)
      expect(JSON.stringify(projected).length).toBeLessThanOrEqual(JSON.stringify(body).length)
      // A second projection finds nothing more to remove.
      expect(call.answer(projected)).toEqual(projected)
    }
  })
})

const port = {
  container_port: 80,
  protocol: 'http',
  port_alias: 'WEB80',
  is_inner_service: true,
  is_outer_service: false,
  k8s_service_name: 'web',
}
const more = { mapping_port: 80, lb_mapping_port: 0, token: 's' }

describe('a list of ports', () => {
  const project = listOf(portSchema)
  test.each([
    ['the envelope', { code: 200, data: { bean: {}, list: [{ ...port, ...more }] } }, [port]],
    ['an empty envelope', { code: 200, data: { bean: {}, list: [] } }, []],
    ['a bare array', [{ ...port, ...more }], [port]],
    ['one bare object', { ...port, ...more }, [port]],
    [
      'an old row',
      [{ ...port, port_alias: null, k8s_service_name: null }],
      [{ ...port, port_alias: null, k8s_service_name: null }],
    ],
  ])('survives as %s', (_, body, rows) => {
    expect(unwrapList(project(body))).toEqual(rows)
  })
})

test.each([
  ['the envelope', { code: 200, data: { bean: { ...port, ...more }, list: [] } }],
  ['one bare object', { ...port, ...more }],
])('a port survives as %s', (_, body) => {
  expect(unwrapBean(beanOf(portSchema)(body))).toEqual(port)
})

test.each([
  ['a list', ['x']],
  ['an object', { x: 1 }],
  ['a text', 'x'],
  ['a number', 1],
  ['true', true],
])('%s in place of a value is reported as the same field, without its content', (_, wrong) => {
  for (const name of Object.keys(portSchema.shape)) {
    const body = { ...port, [name]: wrong }
    const projected = projectionOf(portSchema)(body)
    const issueOf = (value: unknown) => portSchema.safeParse(value).error?.issues[0]?.path
    expect(issueOf(projected)).toEqual(issueOf(body))
  }
  const projected = projectionOf(componentSchema)({ service_id: wrong, image: wrong })
  expect(JSON.stringify(projected)).not.toContain(typeof wrong === 'object' ? 'x' : '"y"')
})

test('a traceback in place of a name becomes empty, and a name of any length stays bounded', () => {
  const project = projectionOf(componentSchema)
  const trace = 'x\nTraceback (most recent call last):\n  File "/app/x.py"'
  expect(project({ service_cname: trace, image: 'i'.repeat(10_000) })).toEqual({
    service_cname: '',
    image: 'i'.repeat(4096),
  })
})

test.each([
  [500, { code: 500, msg: 'request region api body is nil', msg_show: '集群请求网络异常' }, 'cluster'],
  [500, { code: 10500, msg: 'create event failure', msg_show: 'dial tcp 10.43.0.1:443' }, 'cluster'],
  [
    500,
    { code: 10401, msg: 'get() returned more than one EnterpriseUserPerm -- it returned 2!' },
    'duplicate-permission',
  ],
  [500, { code: 10401, msg: '', msg_show: 'x' }, 'crash'],
  [500, { code: 500, msg: 'system error' }, 'crash'],
  [503, { msg: 'x' }, 'upstream'],
  [400, { code: 400, msg: { apitype: 'x', url: 'https://10.0.0.1', httpcode: 101 } }, 'cluster'],
  [400, { code: 400, msg: ['do not support multi domain endpoint'] }, 'wrong-state'],
  [400, { code: '400' }, 'upstream'],
  [404, ['x'], 'not-found'],
  [401, { code: 10400, msg: 'invalid license', msg_show: 'license不正确或已过期' }, 'licence'],
])('%i %j is told apart as %s', (status, body, kind) => {
  expect(toApiError({ status, body }).kind).toBe(kind)
  expect(toApiError({ status, body: projectRefusal(status, body) }).kind).toBe(kind)
})

test.each([['change port fail'], [['no endpoint']]])(
  'a failure with the msg %j means the same after the projection',
  (msg) => {
    const body = { code: 500, msg }
    const shown = toApiError({ status: 500, body: projectRefusal(500, body) })
    expect(shown.kind).toBe(toApiError({ status: 500, body }).kind)
  },
)
