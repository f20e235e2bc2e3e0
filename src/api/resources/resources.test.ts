import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { getComponent, listComponents } from './components'
import { listDomains } from './domains'
import { changePort, deletePort, listPorts, listTeamPorts } from './ports'
import { listRegions } from './regions'
import { listTeams } from './teams'

const fetchDouble = vi.fn<typeof fetch>()
const ref = { team: 'platform', region: 'rainbond', app: 1, component: 'gr1a2b3c' }
const ports = '/openapi/v1/teams/platform/regions/rainbond/apps/1/services/gr1a2b3c/ports'
const port = {
  container_port: 80,
  protocol: 'http',
  port_alias: 'GR1A2B3C80',
  is_inner_service: true,
  is_outer_service: false,
  k8s_service_name: 'gr1a2b3c',
}
const envelope = (data: object) => ({
  code: 200,
  msg: 'success',
  msg_show: '查询成功',
  data: { bean: {}, list: [], ...data },
})

beforeEach(() => {
  vi.stubGlobal('fetch', fetchDouble)
})
afterEach(() => {
  fetchDouble.mockReset()
  vi.unstubAllGlobals()
})

const answer = (body: unknown, status = 200) =>
  fetchDouble.mockResolvedValueOnce(Response.json(body, { status }))
const asked = () => fetchDouble.mock.calls.map(([path]) => path)

describe('ports, in the envelope and in the documented bare form', () => {
  test.each([
    ['the envelope', envelope({ list: [port] }), [port]],
    ['an empty envelope', envelope({}), []],
    ['a bare array', [port], [port]],
    ['one bare object', port, [port]],
    ['a bare empty array', [], []],
  ])('the list as %s', async (_name, body, expected) => {
    answer(body)
    expect(await listPorts(ref)).toEqual(expected)
    expect(asked()).toEqual([ports])
  })

  test.each([
    ['the envelope', envelope({ bean: port })],
    ['one bare object', port],
  ])('a changed port as %s', async (_name, body) => {
    answer(body)
    expect(await changePort(ref, 80, { action: 'open_outer' })).toEqual(port)
    expect(asked()).toEqual([`${ports}/80`])
  })

  test('a deleted port as an envelope, a bare object, or nothing', async () => {
    answer(envelope({ bean: port }))
    expect(await deletePort(ref, 80)).toEqual(port)
    answer(port)
    expect(await deletePort(ref, 80)).toEqual(port)
    fetchDouble.mockResolvedValueOnce(new Response(null, { status: 204 }))
    expect(await deletePort(ref, 80)).toBeNull()
  })

  test('a row that does not fit is named', async () => {
    answer(envelope({ list: [port, { ...port, container_port: 'eighty' }] }))
    await expect(listPorts(ref)).rejects.toMatchObject({ kind: 'unreadable', field: '[1].container_port' })
  })
})

describe('a refused rename is the alias, though its words are those of a wrong state', () => {
  const refusal = { code: 400, msg: 'change port fail', msg_show: '别名已存在', data: { bean: {}, list: [] } }

  test('with change_port_alias', async () => {
    answer(refusal, 400)
    await expect(
      changePort(ref, 80, { action: 'change_port_alias', port_alias: 'A', k8s_service_name: 'web' }),
    ).rejects.toMatchObject({ kind: 'invalid', status: 400, fields: { port_alias: '别名已存在' } })
  })

  test('not with another action', async () => {
    answer(refusal, 400)
    await expect(changePort(ref, 80, { action: 'change_protocol', protocol: 'tcp' })).rejects.toMatchObject({
      kind: 'wrong-state',
    })
  })
})

describe('lists that come in pages', () => {
  const team = (id: number) => ({ tenant_id: `t${id}`, tenant_name: `n${id}`, tenant_alias: null })

  test('are read to their end though the server gives less than asked for', async () => {
    answer({ tenants: [team(1), team(2)], total: 3, page: 1, page_size: 2 })
    answer({ tenants: [team(3)], total: 3, page: 2, page_size: 2 })
    expect((await listTeams()).map((row) => row.tenant_id)).toEqual(['t1', 't2', 't3'])
    expect(asked()).toEqual([
      '/openapi/v1/teams?page=1&page_size=100',
      '/openapi/v1/teams?page=2&page_size=100',
    ])
  })

  test('end when a page brings nothing new, whatever the total says', async () => {
    for (let page = 0; page < 2; page += 1) answer({ tenants: [team(1)], total: 9, page, page_size: 100 })
    expect(await listTeams()).toHaveLength(1)
    expect(fetchDouble).toHaveBeenCalledTimes(2)
  })

  test('never send a query for regions', async () => {
    answer({
      total: 1,
      regions: [{ region_name: 'rainbond', region_alias: 'Shanghai', status: '1', token: 's' }],
    })
    expect(await listRegions(ref)).toEqual([
      { region_name: 'rainbond', region_alias: 'Shanghai', status: '1' },
    ])
    expect(asked()).toEqual(['/openapi/v1/teams/platform/regions?page=1&page_size=100'])
  })
})

test('rules of one sort only, and ports of the team', async () => {
  answer({ http: [] })
  expect(await listDomains(ref)).toEqual({ http: [], tcp: [] })
  const taken = { port: 80, service_name: 'gr1a2b3c', component_name: null }
  answer(envelope({ bean: { namespace: 'ns', ports: [{ ...taken, namespace: 'ns' }] } }))
  expect(await listTeamPorts(ref)).toEqual([taken])
})

describe('fields that only the console has change nothing of what is read', () => {
  // As it lists them (docs/contract.md, "Reading"); none of these may have the name of one that Portdeck reads.
  const more = {
    ...{ service_key: 'application', category: 'application', version: '1.25', update_version: 1, cmd: '' },
    ...{ container_gpu: 0, extend_method: 'stateless_multiple', code_from: '', git_url: null, creater: 1 },
    ...{ oauth_service_id: null, is_upgrate: false, job_strategy: '', arch: 'amd64', create_time: null },
    ...{ auto_ssl_config: null, rule_extensions: null, nested: { list: [1, null] } },
  }
  const component = { service_id: 's1', service_alias: 'gr1a2b3c', service_cname: 'web' }
  const own = { service_id: 's1', container_port: 80, is_outer_service: true }
  const http = { ...own, domain_name: 'www.acme.test' }
  const tcp = { ...own, end_point: '0.0.0.0:30306' }
  const team = { tenant_id: 't1', tenant_name: 'shop', tenant_alias: 'Shop' }

  test.each([
    ['the envelope', envelope({ list: [{ ...port, ...more }] })],
    ['a bare array', [{ ...port, ...more }]],
    ['one bare object', { ...port, ...more }],
  ])('of ports in %s', async (_name, body) => {
    answer(body)
    expect(await listPorts(ref)).toEqual([port])
  })

  test('of teams, components and gateway rules', async () => {
    answer({ tenants: [{ ...team, ...more, create_time: '2026-08-01T09:00:00' }], total: 1, ...more })
    expect(await listTeams()).toEqual([team])
    answer([{ ...component, ...more }])
    expect(await listComponents(ref)).toEqual([component])
    answer({ ...component, ...more })
    expect(await getComponent(ref)).toEqual(component)
    answer({ http: [{ ...http, ...more }], tcp: [{ ...tcp, ...more }], ...more })
    expect(await listDomains(ref)).toEqual({ http: [http], tcp: [tcp] })
  })
})

test('a name with a slash stays one part of the path', async () => {
  answer([])
  await listPorts({ ...ref, team: 'a/b?c' })
  expect(asked()[0]).toContain('/teams/a%2Fb%3Fc/regions/')
})
