import { Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { goodToken, startGateway } from '../testing/test-gateway'
import { createLog, loggedPath } from './log'
import { createLogOutput } from './log-output'

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
    expect(gateway.logged().map(({ event }) => event)).toEqual(['sign-in', 'write-start', 'write'])
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

test('a logged path is shortened, and contains nothing that could be a token', () => {
  expect(loggedPath('/openapi/v1/teams?query=secret')).toBe('/openapi/v1/teams')
  expect(loggedPath(`/teams/${'0123456789abcdef'.repeat(2)}/x`)).toContain('0123456789abcdef0123456789abcdef')
  expect(loggedPath(`/teams/${'a'.repeat(40)}/x`)).toBe('/teams/…/x')
  expect(loggedPath('/a'.repeat(1000))).toHaveLength(300)
})

test.each(Array.from({ length: 60 }, (_, index) => 240 + index))(
  'a token in a path is removed wherever the path is cut, such as at %i',
  (before) => {
    const path = loggedPath(
      `/${'x/'.repeat(before / 2)}${before % 2 ? 'y' : ''}/${'0123456789abcdef'.repeat(3)}`,
    )
    expect(path).not.toContain('0123')
  },
)

test('a token in a path is recognized however it is encoded', () => {
  const encoded = goodToken.replaceAll(/./g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
  expect(loggedPath(`/teams/${encoded}/x`)).toBe('/teams/…/x')
})

test('every control and format character is escaped in every field', () => {
  const tricks = [
    ...[
      '\u0000',
      '\u001b[2J',
      '\r\n',
      '\u007f',
      '\u0085',
      '\u009b31m',
      '\u00ad',
      '\u061c',
      '\u200b',
      '\u200d',
    ],
    ...[
      '\u200e',
      '\u2028',
      '\u2029',
      '\u202e',
      '\u2066',
      '\u2069',
      '\ufeff',
      '\ufff9',
      '\u{e0041}',
      '\ud800',
    ],
  ]
  const fields = Object.fromEntries(tricks.map((trick, index) => [`field${index}`, `a${trick}b商店`]))
  let line = ''
  createLog({ least: 'info', write: (text) => (line += text), now: () => 0 })('info', 'x', {
    ...fields,
    deep: [tricks],
  })
  expect(line.endsWith('\n')).toBe(true)
  expect(line.slice(0, -1)).toMatch(/^[\x20-\x7e商店]*$/)
  expect(JSON.parse(line)).toMatchObject({ ...fields, deep: [tricks] })
})

const streamInto = (written: string[]) =>
  new Writable({
    write(chunk, _, done) {
      written.push(String(chunk))
      done()
    },
  })

const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve))

test('lines of one turn of the event loop are written together, in order', async () => {
  const written: string[] = []
  const output = createLogOutput(streamInto(written))
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
  const output = createLogOutput(streamInto(written))
  output('one\n', 'info')
  output('two\n', level)
  expect(written).toEqual(['one\ntwo\n'])
  await turnOfTheLoop()
  expect(written).toEqual(['one\ntwo\n'])
})
