import { expect, test } from 'vitest'
import { readConfig } from '../config/config'
import { json, startGateway } from '../testing/test-gateway'

const ports = '/openapi/v1/teams/shop/regions/sh/apps/1/services/gr1a2b3c/ports'

/** Signs in to a team in which `/teams` lists these roles, and returns the answers to a read and a write. */
async function answersWith(
  role_infos: unknown,
  env: Record<string, string> = { READ_ONLY_ROLES: 'Viewer, 访客' },
) {
  const gateway = await startGateway({
    env,
    upstream: ({ path }) =>
      Promise.resolve(
        path.endsWith('/currentuser')
          ? json(200, { bean: { user_id: 1, nick_name: 'admin' } })
          : path.startsWith('/openapi/v1/teams?')
            ? json(200, { total: 1, tenants: [{ tenant_id: 't1', tenant_name: 'shop', role_infos }] })
            : json(200, { data: { bean: {}, list: [] } }),
      ),
  })
  await gateway.signIn()
  const read = await gateway.ask({ path: ports })
  const write = await gateway.ask({ method: 'DELETE', path: `${ports}/80` })
  const { json: teams } = await gateway.ask({ path: '/openapi/v1/teams?page=1' })
  expect(read.status).toBe(200)
  const lines = (name: string) => gateway.logged().filter(({ event }) => event === name)
  return { write, teams, lines: lines('write'), requests: lines('request') }
}

const role = (role_name: string) => ({ role_id: '1', role_name })

test.each([
  ['one', [role('Viewer')]],
  ['several', [role('Viewer'), role('访客')]],
])('somebody with %s read-only role reads, and changes nothing', async (_, roles) => {
  const { write, teams, lines, requests } = await answersWith(roles)
  expect(teams).toMatchObject({ tenants: [{ tenant_id: 't1', read_only: true }] })
  expect([write.status, write.json]).toMatchObject([
    403,
    { error: { kind: 'forbidden', reason: 'read-only' } },
  ])
  expect(lines).toMatchObject([{ outcome: 'not-sent', reason: 'read-only', user: 'admin' }])
  expect(requests.at(-2)).toMatchObject({ readOnlyRole: roles.map(({ role_name }) => role_name).join(', ') })
})

test.each([
  ['no role, as owners and administrators', []],
  ['null', null],
  ['another role beside it', [role('Viewer'), role('Developer')]],
  ['a role of another case', [role('viewer')]],
])('somebody with %s may change ports', async (_, roles) => {
  const { write, teams } = await answersWith(roles)
  expect(write.status).toBe(200)
  expect(teams).toEqual({ tenants: [{ tenant_id: 't1', tenant_name: 'shop' }], total: 1 })
})

test('without read-only roles, no team is marked', async () => {
  const { write, teams } = await answersWith([role('Viewer')], {})
  expect(write.status).toBe(200)
  expect(teams).not.toHaveProperty('tenants.0.read_only')
})

test('roles that cannot be read refuse a change only where they matter', async () => {
  expect((await answersWith('Viewer')).write.status).toBe(502)
  expect((await answersWith('Viewer', {})).write.status).toBe(200)
})

test('read-only roles need the list of teams', () => {
  expect(() => readConfig({ READ_ONLY_ROLES: 'Viewer', CHECK_MEMBERSHIP: '0' })).toThrow(
    /READ_ONLY_ROLES needs/,
  )
  expect(() => readConfig({ READ_ONLY_ROLES: ' , ' })).toThrow(/READ_ONLY_ROLES must be/)
})
