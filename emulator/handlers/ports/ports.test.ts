import { describe, expect, test } from 'vitest'
import { askRecorded, pathOf, type Recorded } from '../../recorded/ask-recorded'
import { recordedSeed } from '../../recorded/read-recorded'

const change = ({ ask }: Pick<Recorded, 'ask'>, path: string, action: string, more: object = {}) =>
  ask('PUT', path, { body: { action, ...more } })

const orphan = '/teams/platform/regions/rainbond/apps/3/services/gra0b1c2/ports'

describe('ports beyond the recorded exchanges', () => {
  test('a component without an app can be read, but not opened, closed outside, renamed or extended', async () => {
    const recorded = askRecorded()
    const before = await recorded.ports('orphan')
    const send = (action: string, more?: object) => change(recorded, `${orphan}/80`, action, more)
    const crashed = { status: 500, body: { code: 10401, msg: '', error_type: 'DoesNotExist' } }
    expect(await send('open_outer')).toMatchObject({
      status: 404,
      body: { code: 404, msg: 'app not found', msg_show: '应用不存在' },
    })
    expect(await send('open_inner')).toMatchObject(crashed)
    expect(await send('close_outer')).toMatchObject(crashed)
    const names = { port_alias: 'A', k8s_service_name: 'a' }
    expect(await send('change_port_alias', names)).toMatchObject(crashed)
    for (const is_inner_service of [true, false]) {
      const body = { port: 81, is_inner_service }
      expect(await recorded.ask('POST', orphan, { body })).toMatchObject(crashed)
    }
    expect(await recorded.ports('orphan')).toEqual(before)
  })

  test('actions that need no app succeed on a component without one', async () => {
    const recorded = askRecorded()
    const send = (action: string, more?: object) => change(recorded, `${orphan}/80`, action, more)
    expect((await send('change_protocol', { protocol: 'tcp' })).status).toBe(200)
    expect((await send('close_inner')).status).toBe(200)
    expect((await recorded.ask('DELETE', `${orphan}/80`)).status).toBe(200)
  })

  test('a component can be changed through an empty app, because its own app is found', async () => {
    const recorded = askRecorded()
    const empty = pathOf('web', '/ports').replace('/apps/1/', '/apps/3/')
    for (const action of ['open_inner', 'open_outer', 'close_outer', 'close_inner'])
      expect((await change(recorded, `${empty}/8081`, action)).status).toBe(200)
  })

  test('a new tcp rule has null for its extensions, and an existing one keeps its text', async () => {
    const recorded = askRecorded()
    await change(recorded, pathOf('web', '/ports/9000'), 'open_outer')
    const { body } = await recorded.ask('GET', '/teams/platform/regions/rainbond/apps/1/domains?query=tcp')
    expect(body).toMatchObject({
      tcp: [
        { container_port: 3306, rule_extensions: '' },
        { container_port: 9000, rule_extensions: null },
      ],
    })
  })

  test('an http rule says that its certificate is not issued automatically', async () => {
    const { body } = await askRecorded().ask(
      'GET',
      '/teams/platform/regions/rainbond/apps/1/domains?query=http',
    )
    const rules = Array.isArray(body?.['http']) ? body['http'] : []
    expect(rules).toHaveLength(6)
    expect(rules).toMatchObject(rules.map(() => ({ auto_ssl_config: null })))
  })

  test('an internal domain of another region is taken too', async () => {
    const answer = await change(askRecorded(), pathOf('web', '/ports/80'), 'change_port_alias', {
      port_alias: 'FRONT',
      k8s_service_name: 'gr7a8b9c',
    })
    expect(answer).toMatchObject({ status: 409, body: { code: 20500 } })
  })

  test('a change to http leaves an open tcp rule behind', async () => {
    const recorded = askRecorded()
    await change(recorded, pathOf('web', '/ports/3306'), 'change_protocol', { protocol: 'http' })
    await change(recorded, pathOf('web', '/ports/3306'), 'close_outer')
    const { body } = await recorded.ask('GET', '/teams/platform/regions/rainbond/apps/1/domains?query=tcp')
    expect(body).toMatchObject({ tcp: [{ container_port: 3306, is_outer_service: true }] })
  })

  test('a port that is added again gets another tcp port', async () => {
    const recorded = askRecorded()
    const ports = pathOf('web', '/ports')
    const openNew = async () => {
      await recorded.ask('POST', ports, { body: { port: 7000, protocol: 'tcp', is_inner_service: true } })
      await change(recorded, `${ports}/7000`, 'open_outer')
      const { body } = await recorded.ask('GET', pathOf('web'))
      return body?.['access_infos']
    }
    const first = await openNew()
    for (const action of ['close_outer', 'close_inner']) await change(recorded, `${ports}/7000`, action)
    await recorded.ask('DELETE', `${ports}/7000`)
    expect(await openNew()).not.toEqual(first)
  })

  test('custom domains return with open_outer and disappear with the port', async () => {
    const recorded = askRecorded()
    const port = pathOf('custom', '/ports/82')
    const rules = async () => {
      const { body } = await recorded.ask('GET', '/teams/platform/regions/rainbond/apps/1/domains?query=http')
      return JSON.stringify(body).match(/"domain_name":"off[^}]*/g) ?? []
    }
    await change(recorded, port, 'open_inner')
    await change(recorded, port, 'open_outer')
    expect(await rules()).toEqual([expect.stringContaining('"is_outer_service":true')])
    for (const action of ['close_outer', 'close_inner']) await change(recorded, port, action)
    expect((await recorded.ask('DELETE', port)).status).toBe(200)
    expect(await rules()).toEqual([])
  })

  test('a domain with a path and a certificate is an https address', async () => {
    const [rule] = recordedSeed.http_rules
    const rules = rule ? [{ ...rule, domain_path: '/shop', certificate_id: 7 }] : []
    const { ask } = askRecorded({ seed: { ...recordedSeed, http_rules: rules } })
    const { body } = await ask('GET', pathOf('web'))
    expect(body?.['access_infos']).toContain(`https://${rule?.domain_name ?? ''}/shop`)
  })
})
