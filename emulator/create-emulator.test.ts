import { describe, expect, test } from 'vitest'
import { askRecorded, pathOf } from './recorded/ask-recorded'
import { recordedSeed } from './recorded/read-recorded'

const control = (method: string, path: string, body?: string) =>
  new Request(`http://rainbond.test/__emulator/${path}`, { method, body: body ?? null })

describe('the control routes', () => {
  test('an empty reset restores the initial seed and removes all faults', async () => {
    const { ask, emulator, fail, ports } = askRecorded()
    await ask('DELETE', pathOf('web', '/ports/8081'))
    await fail({ fault: 'crash' })
    expect((await emulator.fetch(control('POST', 'reset'))).status).toBe(200)
    expect(await ports('web')).toHaveLength(10)
  })

  test('a reset with a seed sets that seed', async () => {
    const { emulator, ports } = askRecorded()
    const seed = { ...recordedSeed, ports: recordedSeed.ports.slice(0, 1) }
    await emulator.fetch(control('POST', 'reset', JSON.stringify(seed)))
    expect(await ports('web')).toHaveLength(1)
  })

  test('an invalid seed is refused with the place of each problem, and changes nothing', async () => {
    const { emulator, ports } = askRecorded()
    const refusal = async (seed: object) => {
      const response = await emulator.fetch(control('POST', 'reset', JSON.stringify(seed)))
      return `${response.status} ${await response.text()}`
    }
    expect(await refusal({})).toMatch(/^400 .*users/)
    const [service] = recordedSeed.services
    const faulty = { ...recordedSeed, services: [{ ...service, fault: 'nosuch' }] }
    expect(await refusal(faulty)).toMatch(/must be one of: .*services\[0\]\.fault/)
    const orphaned = { ...recordedSeed, services: [] }
    expect(await refusal(orphaned)).toMatch(/ports\[0\]\.service_id refers to a service that this seed lacks/)
    const doubled = { ...recordedSeed, ports: [...recordedSeed.ports, ...recordedSeed.ports.slice(0, 1)] }
    expect(await refusal(doubled)).toMatch(/ports\[25\] repeats port 80 of its component/)
    expect(await ports('web')).toHaveLength(10)
  })

  test.each([
    ['POST', 'reset', '{'],
    ['PUT', 'faults', '{"rules":[{"fault":"nosuch"}]}'],
  ])('%s %s with %s is 400', async (method, path, body) => {
    expect((await askRecorded().emulator.fetch(control(method, path, body))).status).toBe(400)
  })

  describe('deleting a component', () => {
    const [web] = recordedSeed.services.filter(({ service_cname: name }) => name === 'web')
    const id = web?.service_id ?? ''
    const app = pathOf('web').replace(/\/services\/.*/, '')
    const port = recordedSeed.ports.find((each) => each.service_id === id)?.container_port ?? 0

    test('lets every route answer as for one that never was, by id and by alias', async () => {
      const { ask, emulator } = askRecorded()
      expect((await emulator.fetch(control('DELETE', `components/${id}`))).status).toBe(200)
      const routes = [
        ['GET', ''],
        ['GET', '/events'],
        ['GET', '/ports'],
        ['POST', '/ports', { port: 9000, is_inner_service: false }],
        ['PUT', `/ports/${port}`, { action: 'close_outer' }],
        ['DELETE', `/ports/${port}`],
      ] as const
      for (const [method, path, body] of routes)
        for (const name of [id, web?.service_alias]) {
          const { status, text } = await ask(method, `${app}/services/${name}${path}`, { body })
          const unknown = await ask(method, `${app}/services/nosuch${path}`, { body })
          expect({ status, text }).toEqual({ status: 404, text: unknown.text })
          expect(text).toContain('no found component')
        }
    })

    test('takes its ports and gateway rules out of every list, and leaves those of others', async () => {
      const { ask, emulator, ports } = askRecorded()
      const lists = [`${app}/services`, `${app}/domains`, app.replace(/\/apps\/.*/, '/apps_port')]
      const names = [id, web?.service_alias ?? '']
      const read = async () => await Promise.all(lists.map(async (path) => (await ask('GET', path)).text))
      for (const text of await read()) expect(names.some((name) => text.includes(name))).toBe(true)
      const others = await ports('api')
      await emulator.fetch(control('DELETE', `components/${id}`))
      for (const text of await read()) expect(names.some((name) => text.includes(name))).toBe(false)
      expect(await ports('api')).toEqual(others)
    })

    test('is 404 for one that is not there, and undone by a reset', async () => {
      const { emulator, ports } = askRecorded()
      await emulator.fetch(control('DELETE', `components/${id}`))
      expect((await emulator.fetch(control('DELETE', `components/${id}`))).status).toBe(404)
      await emulator.fetch(control('POST', 'reset'))
      expect(await ports('web')).toHaveLength(10)
    })
  })

  test('anything else is 404', async () => {
    expect((await askRecorded().emulator.fetch(control('GET', 'reset'))).status).toBe(404)
  })
})

describe('bare mode', () => {
  const documented = [
    'container_port',
    'is_inner_service',
    'is_outer_service',
    'k8s_service_name',
    'port_alias',
    'protocol',
  ]

  test('lists ports as an array, or as an object if there is only one', async () => {
    const { ask } = askRecorded({ mode: 'bare' })
    const list: unknown = JSON.parse((await ask('GET', pathOf('web', '/ports'))).text)
    expect(list).toHaveLength(10)
    const { body } = await ask('GET', pathOf('api', '/ports'))
    expect(Object.keys(body ?? {}).sort()).toEqual(documented)
    expect((await ask('GET', pathOf('worker', '/ports'))).text).toBe('[]')
  })

  test('answers a change and a new port with the six documented fields', async () => {
    const { ask } = askRecorded({ mode: 'bare' })
    const change = await ask('PUT', pathOf('web', '/ports/8081'), { body: { action: 'open_inner' } })
    expect(Object.keys(change.body ?? {}).sort()).toEqual(documented)
    const add = await ask('POST', pathOf('web', '/ports'), { body: { port: 7, is_inner_service: false } })
    expect(add.body).toMatchObject({ container_port: 7, protocol: 'http' })
  })

  test('answers a deletion with 204 and no body', async () => {
    const { ask } = askRecorded({ mode: 'bare' })
    expect(await ask('DELETE', pathOf('web', '/ports/8081'))).toMatchObject({ status: 204, text: '' })
  })

  test('refuses as in full mode', async () => {
    const { ask } = askRecorded({ mode: 'bare' })
    expect(await ask('DELETE', pathOf('web', '/ports/80'))).toMatchObject({
      status: 409,
      body: { code: 409, msg: 'can not delete inner port', data: { bean: {}, list: [] } },
    })
  })
})

describe('the log of a component', () => {
  test('keeps its newest thousand entries', async () => {
    const { ask } = askRecorded()
    const newest = pathOf('web', '/events?page_size=1')
    for (let changes = 0; changes < 1100; changes += 1) {
      await ask('PUT', pathOf('web', '/ports/8081'), {
        body: { action: changes % 2 === 0 ? 'open_inner' : 'close_inner' },
      })
    }
    expect((await ask('GET', newest)).body).toMatchObject({ total: 1000 })
    await ask('DELETE', pathOf('web', '/ports/8081'))
    expect((await ask('GET', newest)).body).toMatchObject({
      total: 1000,
      events: [{ opt_type: 'delete-service-port' }],
    })
  })

  test('starts with its newest entry, timed by the given clock in the zone of the cluster', async () => {
    const { ask } = askRecorded()
    await ask('PUT', pathOf('web', '/ports/8081'), { body: { action: 'open_inner' } })
    const { body } = await ask('GET', pathOf('web', '/events?page_size=1'))
    expect(body).toMatchObject({
      total: 13,
      events: [
        {
          opt_type: 'handle-service-innerport',
          user_name: 'admin',
          create_time: '2026-09-01T10:03:04+08:00',
          status: 'success',
        },
      ],
    })
  })
})
