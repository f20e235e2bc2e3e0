import { describe, expect, test } from 'vitest'
import { askRecorded, pathOf, type Recorded } from '../../recorded/ask-recorded'
import { recordedSeed } from '../../recorded/read-recorded'

const change = ({ ask }: Pick<Recorded, 'ask'>, path: string, action: string, more: object = {}) =>
  ask('PUT', path, { body: { action, ...more } })

const orphan = '/teams/platform/regions/rainbond/apps/3/services/gra0b1c2/ports'

describe('ports, where no exchange was recorded', () => {
  test('an orphan crashes where the console looks for its app', async () => {
    const recorded = askRecorded()
    const statusOf = async (action: string, more?: object) =>
      (await change(recorded, `${orphan}/80`, action, more)).status
    expect(await statusOf('change_protocol', { protocol: 'tcp' })).toBe(200)
    expect(await statusOf('open_outer')).toBe(200)
    expect(await statusOf('close_outer')).toBe(500)
    expect(await statusOf('change_port_alias', { port_alias: 'A', k8s_service_name: 'a' })).toBe(500)
    const add = await recorded.ask('POST', orphan, { body: { port: 81, is_inner_service: false } })
    expect(add.status).toBe(500)
  })

  test('an internal domain of another region is taken, too', async () => {
    const answer = await change(askRecorded(), pathOf('web', '/ports/80'), 'change_port_alias', {
      port_alias: 'FRONT',
      k8s_service_name: 'gr7a8b9c',
    })
    expect(answer).toMatchObject({ status: 409, body: { code: 20500 } })
  })

  test('a change to http leaves the tcp rule open behind', async () => {
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

  test('custom domains come back with open_outer, and go with the port', async () => {
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
