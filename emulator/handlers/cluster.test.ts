import { describe, expect, test } from 'vitest'
import type { FaultName } from '../faults/definitions'
import { askRecorded, pathOf } from '../recorded/ask-recorded'
import { recordedSeed } from '../recorded/read-recorded'

const table: readonly (readonly [FaultName, number, unknown, unknown])[] = [
  ['cluster-too-frequent', 409, 409, 'wait a moment please'],
  ['cluster-error', 400, 400, expect.objectContaining({ httpcode: 500, method: 'PUT' })],
  ['cluster-html', 400, 400, expect.objectContaining({ httpcode: 502 })],
  ['cluster-timeout', 400, 400, expect.objectContaining({ apitype: 'Not specified' })],
  ['cluster-no-answer', 400, 10411, expect.stringMatching(/^MaxRetryError.*Max retries exceeded.*timed out/)],
  ['cluster-empty-body', 500, 500, 'request region api body is nil'],
  ['cluster-own-code', 500, 10500, expect.stringContaining('connection refused')],
  ['cluster-conflict', 409, 409, expect.not.stringContaining('wait a moment')],
  ['cluster-not-found', 404, 404, 'region no found this resource'],
  ['cluster-unreachable', 400, 10411, expect.any(String)],
  ['cluster-out-of-memory', 412, 10406, expect.any(String)],
]

describe('when the cluster fails', () => {
  test.each(table)('%s: a change is answered %i and rolled back', async (fault, status, code, msg) => {
    const { ask, fail, ports } = askRecorded()
    const before = await ports('web')
    await fail({ fault })
    for (const action of ['open_inner', 'close_outer', 'only_open_outer']) {
      const answer = await ask('PUT', pathOf('web', '/ports/8081'), { body: { action } })
      expect(answer).toMatchObject({ status, body: { code, msg } })
    }
    expect(await ports('web')).toEqual(before)
  })

  test('a delete is rolled back', async () => {
    const { ask, fail, ports } = askRecorded()
    const before = await ports('web')
    await fail({ fault: 'cluster-error' })
    expect((await ask('DELETE', pathOf('web', '/ports/8081'))).status).toBe(400)
    expect(await ports('web')).toEqual(before)
  })

  test('adding leaves no port, and a second try succeeds', async () => {
    const { ask, fail, ports } = askRecorded()
    const add = () =>
      ask('POST', pathOf('worker', '/ports'), { body: { port: 7000, is_inner_service: true } })
    await fail({ fault: 'cluster-error', count: 1 })
    expect((await add()).status).toBe(400)
    expect(await ports('worker')).toEqual([])
    expect((await add()).status).toBe(200)
  })

  test('a refusal of the console precedes the call of the cluster', async () => {
    const { ask, fail } = askRecorded()
    await fail({ fault: 'cluster-error' })
    const refused = await ask('PUT', pathOf('web', '/ports/80'), { body: { action: 'close_inner' } })
    expect(refused).toMatchObject({ status: 404, body: { msg: 'inner port is not open' } })
  })

  test('no event is logged', async () => {
    const { ask, fail } = askRecorded()
    await fail({ fault: 'cluster-error', method: 'PUT' })
    await ask('PUT', pathOf('web', '/ports/8081'), { body: { action: 'open_inner' } })
    expect((await ask('GET', pathOf('web', '/events'))).body).toMatchObject({ total: 12 })
  })

  test('an unfinished component is affected only by the gateway part of opening outer', async () => {
    const { ask, fail } = askRecorded()
    await fail({ fault: 'cluster-error' })
    const statusOf = async (action: string) =>
      (await ask('PUT', pathOf('draft', '/ports/81'), { body: { action } })).status
    expect(await statusOf('open_inner')).toBe(200)
    expect(await statusOf('open_outer')).toBe(400)
    expect(await statusOf('close_outer')).toBe(200)
    expect(await statusOf('change_protocol')).toBe(200)
  })

  test('binding the route fails for http ports only', async () => {
    const { ask, fail, ports } = askRecorded()
    await fail({ fault: 'cluster-route-binding' })
    const open = (port: number) =>
      ask('PUT', pathOf('web', `/ports/${port}`), { body: { action: 'open_outer' } })
    expect(await open(8082)).toMatchObject({
      status: 412,
      body: { code: 412, msg: 'change port fail', msg_show: '数据中心添加策略失败' },
    })
    expect((await open(9000)).status).toBe(200)
    const opened = (await ports('web')).filter((row) => row.is_outer_service)
    expect(opened.map((row) => row.container_port)).toEqual([80, 3306, 9000, 8083, 6380])
  })

  test('reads that need the cluster fail, those of the console do not', async () => {
    const { ask, fail } = askRecorded()
    await fail({ fault: 'cluster-unreachable', method: 'GET' })
    const service = pathOf('web')
    expect(await ask('GET', service)).toMatchObject({ status: 500, body: { code: 10401 } })
    expect(await ask('GET', `${service}/events`)).toMatchObject({ status: 400, body: { code: 10411 } })
    expect((await ask('GET', `${service}/ports`)).status).toBe(200)
    const services = await ask('GET', service.replace(/\/[^/]+$/, ''))
    expect(services.status).toBe(200)
    expect(services.text).toContain('"status":null')
  })
})

describe('the fault of a component', () => {
  test('affects only its own routes, until another seed is set', async () => {
    const services = recordedSeed.services.map((row) =>
      row.service_cname === 'web' ? { ...row, fault: 'cluster-out-of-memory' as const } : row,
    )
    const { ask, emulator } = askRecorded({ seed: { ...recordedSeed, services } })
    const change = async (of: 'web' | 'api', port: number) =>
      (await ask('PUT', pathOf(of, `/ports/${port}`), { body: { action: 'open_inner' } })).status
    expect(await change('web', 8081)).toBe(412)
    expect(await change('api', 8080)).toBe(200)
    const body = JSON.stringify(recordedSeed)
    await emulator.fetch(new Request('http://x.test/__emulator/reset', { method: 'POST', body }))
    expect(await change('web', 8081)).toBe(200)
  })
})
