import { describe, expect, test } from 'vitest'
import { UpstreamFailure } from '../console/upstream'
import { goodToken, json, startGateway } from '../testing/test-gateway'
import { createLogOutput, loggedPath } from './log'

const ports = '/openapi/v1/teams/shop/regions/sh/apps/1/services/gr1a2b3c/ports'
const openOuter = { method: 'PUT', path: `${ports}/80`, body: '{"action":"open_outer"}' }

describe('the log', () => {
  test('has one line per request, with the id that the answer carries', async () => {
    const gateway = await startGateway()
    await gateway.signIn()
    const answer = await gateway.ask({ path: `${ports}?x=1` })
    const lines = gateway.logged().filter(({ event }) => event === 'request')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toEqual({
      time: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
      level: 'info',
      event: 'request',
      requestId: answer.headers['x-request-id'],
      address: '127.0.0.1',
      method: 'GET',
      path: ports,
      status: 400,
      refused: 'invalid',
      ms: expect.any(Number) as unknown,
    })
  })

  test('shares the request id with the console', async () => {
    const gateway = await startGateway()
    await gateway.signIn()
    const answer = await gateway.ask({ path: ports })
    expect(gateway.passed()[0]?.requestId).toBe(answer.headers['x-request-id'])
  })

  test('never contains a token, a cookie or a search', async () => {
    const gateway = await startGateway()
    const cookie = await gateway.signIn()
    await gateway.ask({ path: `/openapi/v1/teams/${goodToken}/regions` })
    await gateway.ask({ path: `/openapi/v1/teams?query=${goodToken}` })
    await gateway.ask({ path: `/deep/${goodToken}`, headers: { authorization: goodToken } })
    await gateway.ask({
      method: 'POST',
      path: ports,
      body: JSON.stringify({ port: 1, protocol: 'tcp', is_inner_service: false, port_alias: goodToken }),
    })
    await gateway.signIn(`${goodToken}x`)
    expect(gateway.logged().length).toBeGreaterThan(8)
    expect(gateway.logText()).not.toContain(goodToken)
    expect(gateway.logText()).not.toContain(cookie.split('=')[1])
  })

  test('always contains changes, whatever the level', async () => {
    const gateway = await startGateway({ env: { LOG_LEVEL: 'audit' } })
    await gateway.signIn()
    await gateway.ask({ path: ports })
    await gateway.ask(openOuter)
    expect(gateway.logged().map(({ event }) => event)).toEqual(['sign-in', 'write'])
  })

  test('contains the details of a crash, of which the person sees only the id', async () => {
    const gateway = await startGateway({ answer: () => Promise.reject(new Error('the inside')) })
    await gateway.signIn()
    const answer = await gateway.ask({ path: ports })
    expect(answer.text).not.toContain('the inside')
    expect(gateway.logged()).toContainEqual(
      expect.objectContaining({
        event: 'crash',
        requestId: answer.headers['x-request-id'],
        message: 'the inside',
      }),
    )
  })
})

describe('the audit line of a write', () => {
  async function lineOf(sent: typeof openOuter, options: Parameters<typeof startGateway>[0] = {}) {
    const gateway = await startGateway(options)
    await gateway.signIn()
    await gateway.ask(sent)
    return gateway.logged().filter(({ event }) => event === 'write')
  }

  test('says who did what to which port, and the outcome', async () => {
    expect(await lineOf(openOuter)).toEqual([
      {
        time: expect.any(String) as unknown,
        level: 'audit',
        event: 'write',
        requestId: expect.any(String) as unknown,
        address: '127.0.0.1',
        userId: 1,
        user: 'admin',
        team: 'shop',
        region: 'sh',
        app: '1',
        service: 'gr1a2b3c',
        port: '80',
        action: 'open_outer',
        body: openOuter.body,
        outcome: 'done',
        status: 200,
        ms: expect.any(Number) as unknown,
      },
    ])
  })

  test('is written when the gateway refuses, too', async () => {
    const readOnly = await lineOf(openOuter, { env: { READ_ONLY: '1' } })
    expect(readOnly).toMatchObject([{ outcome: 'refused', refused: 'forbidden' }])
    const foreign = await lineOf({ ...openOuter, path: openOuter.path.replace('shop', 'other') })
    expect(foreign).toMatchObject([{ team: 'other', outcome: 'refused', refused: 'forbidden' }])
    const misshapen = await lineOf({ ...openOuter, body: '{}' })
    expect(misshapen).toMatchObject([{ outcome: 'refused', refused: 'invalid' }])
  })

  test.each([
    ['a refusal', () => json(404, { code: 404, msg: 'change port fail' }), 'refused'],
    ['a list of reasons', () => json(400, { code: 400, msg: ['bad address'] }), 'refused'],
    ['a crash', () => json(500, { code: 10401 }), 'unclear'],
    ['a failed cluster', () => json(400, { code: 400, msg: { apitype: 'x', httpcode: 500 } }), 'unclear'],
    ['a cluster out of reach', () => json(400, { code: 10411, msg: 'MaxRetryError' }), 'unclear'],
    ['a page', () => ({ status: 502, contentType: 'text/html', body: '' }), 'unclear'],
    ['a broken connection', () => Promise.reject(new UpstreamFailure('broken')), 'unclear'],
    ['a token that is gone', () => json(401, { code: 401 }), 'refused'],
  ])('after %s', async (_, answer, outcome) => {
    expect(await lineOf(openOuter, { answer })).toMatchObject([{ outcome }])
  })
})

test('a logged path is shortened, and contains nothing that could be a token', () => {
  expect(loggedPath('/openapi/v1/teams?query=secret')).toBe('/openapi/v1/teams')
  expect(loggedPath(`/teams/${'0123456789abcdef'.repeat(2)}/x`)).toContain('0123456789abcdef0123456789abcdef')
  expect(loggedPath(`/teams/${'a'.repeat(40)}/x`)).toBe('/teams/…/x')
  expect(loggedPath('/a'.repeat(1000))).toHaveLength(300)
})

const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve))

test('lines of one turn of the event loop are written together, in order', async () => {
  const written: string[] = []
  const output = createLogOutput((text) => written.push(text))
  output('one\n', 'info')
  output('two\n', 'warn')
  expect(written).toEqual([])
  await turnOfTheLoop()
  expect(written).toEqual(['one\ntwo\n'])
  output('three\n', 'info')
  await turnOfTheLoop()
  expect(written).toEqual(['one\ntwo\n', 'three\n'])
})

test.each(['audit', 'error'] as const)('%s is written at once', async (level) => {
  const written: string[] = []
  const output = createLogOutput((text) => written.push(text))
  output('one\n', 'info')
  output('two\n', level)
  expect(written).toEqual(['one\ntwo\n'])
  await turnOfTheLoop()
  expect(written).toEqual(['one\ntwo\n'])
})
