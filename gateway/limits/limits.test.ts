import { describe, expect, test } from 'vitest'
import { readConfig } from '../config/config'
import { portsIn, startPeopleConsole, tokenOf } from '../testing/people-console'
import { goodToken, json, startGateway } from '../testing/test-gateway'

const ports = '/openapi/v1/teams/shop/regions/sh/apps/1/services/gr1a2b3c/ports'
const throttled = (retryAfter: number) => [429, { error: { kind: 'throttled', retryAfter } }]

function clock() {
  let time = Date.parse('2026-11-01T08:00:00Z')
  return { now: () => time, passSeconds: (seconds: number) => (time += seconds * 1000) }
}

describe('the budget of a person', () => {
  test('limits reads and writes separately, and refills', async () => {
    const { now, passSeconds } = clock()
    const gateway = await startGateway({ now, env: { READ_BURST: '3', WRITE_BURST: '2' } })
    await gateway.signIn()
    const read = () => gateway.ask({ path: ports })
    const write = () => gateway.ask({ method: 'DELETE', path: `${ports}/80` })

    for (let sent = 0; sent < 3; sent += 1) expect((await read()).status).toBe(200)
    const refused = await read()
    expect([refused.status, refused.json]).toMatchObject(throttled(200))
    expect(refused.headers['retry-after']).toBe('200')
    for (let sent = 0; sent < 2; sent += 1) expect((await write()).status).toBe(200)
    expect((await write()).status).toBe(429)
    expect(gateway.passed()).toHaveLength(5)

    passSeconds(200)
    expect((await read()).status).toBe(200)
    expect((await read()).status).toBe(429)
  })

  test('is not multiplied by signing in again, and is separate for each person', async () => {
    const { url } = await startPeopleConsole()
    const gateway = await startGateway({
      upstream: null,
      env: { RAINBOND_URL: url, READ_BURST: '1', WRITE_BURST: '1' },
    })
    const bothAs = async (person: number) => {
      await gateway.signIn(tokenOf(person))
      const read = await gateway.ask({ path: portsIn('sh') })
      const write = await gateway.ask({ method: 'DELETE', path: `${portsIn('sh')}/80` })
      return [read.status, write.status]
    }
    expect(await bothAs(1)).toEqual([200, 200])
    expect(await bothAs(1)).toEqual([429, 429])
    expect(await bothAs(2)).toEqual([200, 200])
  })

  test('is 5,000 reads and 600 writes by default', async () => {
    const gateway = await startGateway({ now: clock().now })
    await gateway.signIn()
    const statuses: number[] = []
    for (let batch = 0; batch < 16; batch += 1) {
      const sent = Array.from({ length: 40 }, () => gateway.ask({ method: 'DELETE', path: `${ports}/80` }))
      for (const { status } of await Promise.all(sent)) statuses.push(status)
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(600)
    expect(statuses.filter((status) => status === 429)).toHaveLength(40)
    expect(readConfig({}).READ_BURST).toBe(5000)
  })
})

describe('sign-ins with a wrong token', () => {
  const tryFrom = (address: string, token = 'wrong') => ({
    method: 'POST',
    path: '/session',
    body: JSON.stringify({ token }),
    headers: { 'x-forwarded-for': address },
  })

  test('are limited by address, and then a right token is refused too', async () => {
    const { now, passSeconds } = clock()
    const gateway = await startGateway({ now, env: { SIGN_IN_FAILURES: '2', TRUST_PROXY: '1' } })
    const statuses = []
    for (const token of ['wrong', 'wrong', goodToken]) {
      statuses.push((await gateway.ask(tryFrom('192.0.2.1', token))).status)
    }
    expect(statuses).toEqual([401, 401, 429])
    expect((await gateway.ask(tryFrom('192.0.2.2', goodToken))).status).toBe(200)
    passSeconds(300)
    expect((await gateway.ask(tryFrom('192.0.2.1', goodToken))).status).toBe(200)
  })

  test('beyond the total refuse only the addresses that sent one, and nobody else', async () => {
    const { now, passSeconds } = clock()
    const gateway = await startGateway({ now, env: { TRUST_PROXY: '1' } })
    for (let last = 1; last <= 200; last += 1) {
      expect((await gateway.ask(tryFrom(`192.0.2.${last}`))).status).toBe(401)
    }
    expect((await gateway.ask(tryFrom('192.0.2.1'))).status).toBe(429)
    expect((await gateway.ask(tryFrom('198.51.100.1', goodToken))).status).toBe(200)
    expect((await gateway.ask(tryFrom('198.51.100.2'))).status).toBe(401)
    expect((await gateway.ask(tryFrom('198.51.100.2', goodToken))).status).toBe(429)
    passSeconds(30)
    expect((await gateway.ask(tryFrom('192.0.2.1', goodToken))).status).toBe(200)
  })

  test('are counted when they run in parallel', async () => {
    const gateway = await startGateway({ env: { SIGN_IN_FAILURES: '3' } })
    const answers = await Promise.all(Array.from({ length: 10 }, () => gateway.ask(tryFrom('-'))))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(3)
    expect(gateway.calls).toHaveLength(3)
  })

  test('are counted when hundreds run in parallel', async () => {
    const gateway = await startGateway()
    const answers = await Promise.all(Array.from({ length: 200 }, () => gateway.ask(tryFrom('-'))))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(20)
    expect(answers.every(({ status }) => [401, 429, 503].includes(status))).toBe(true)
    expect(gateway.calls).toHaveLength(20)
  })

  test('do not count right tokens that are tried at the same time', async () => {
    let checks = 0
    const gateway = await startGateway({
      upstream: async () => {
        checks += 1
        await new Promise((resolve) => setTimeout(resolve, 20))
        return json(200, { bean: { user_id: 1, nick_name: 'admin' } })
      },
    })
    const tries = Array.from({ length: 60 }, () => gateway.ask(tryFrom('-', goodToken)))
    for (const { status } of await Promise.all(tries)) expect(status).toBe(200)
    expect(checks).toBe(60)
  })

  test('are counted together for one IPv6 network', async () => {
    const gateway = await startGateway({ env: { SIGN_IN_FAILURES: '1', TRUST_PROXY: '1' } })
    const statuses = []
    for (const address of ['2001:db8::1', '2001:db8:0:0:9::2', '2001:db8:0:1::1']) {
      statuses.push((await gateway.ask(tryFrom(address))).status)
    }
    expect(statuses).toEqual([401, 429, 401])
  })

  test('are counted when they run in parallel from one IPv6 network', async () => {
    let checks = 0
    const gateway = await startGateway({
      env: { SIGN_IN_FAILURES: '4', TRUST_PROXY: '1' },
      upstream: async () => {
        checks += 1
        await new Promise((resolve) => setTimeout(resolve, 20))
        return json(401, { code: 401, msg: 'No such user' })
      },
    })
    for (let tried = 0; tried < 3; tried += 1) await gateway.ask(tryFrom('2001:db8::1'))
    await Promise.all(Array.from({ length: 20 }, () => gateway.ask(tryFrom('2001:db8::2'))))
    expect(checks).toBe(4)
  })

  test('are counted together for the wider network of one IPv6 site too', async () => {
    const gateway = await startGateway({ env: { SIGN_IN_FAILURES: '1', TRUST_PROXY: '1' } })
    const statuses = []
    for (const subnet of ['a00', 'a01', 'a02', 'aff', 'a7f', 'b00']) {
      statuses.push((await gateway.ask(tryFrom(`2001:db8:0:${subnet}::1`))).status)
    }
    expect(statuses).toEqual([401, 401, 401, 401, 429, 401])
  })

  test('are not counted if the token was right or could not be checked', async () => {
    const gateway = await startGateway({ env: { SIGN_IN_FAILURES: '1' } })
    for (let tried = 0; tried < 3; tried += 1) {
      expect((await gateway.ask(tryFrom('-', goodToken))).status).toBe(200)
    }
    const down = await startGateway({
      env: { SIGN_IN_FAILURES: '1' },
      upstream: () => Promise.resolve(json(500, {})),
    })
    for (let tried = 0; tried < 3; tried += 1) expect((await down.ask(tryFrom('-'))).status).toBe(502)
  })

  test('are counted for the connecting address without a trusted proxy', async () => {
    const gateway = await startGateway({ env: { SIGN_IN_FAILURES: '1' } })
    expect((await gateway.ask(tryFrom('192.0.2.1'))).status).toBe(401)
    expect((await gateway.ask(tryFrom('192.0.2.2'))).status).toBe(429)
  })
})
