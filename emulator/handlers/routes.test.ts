import { describe, expect, test } from 'vitest'
import { admin, askRecorded, pathOf } from '../recorded/ask-recorded'

const { ask } = askRecorded()

describe('authentication', () => {
  test('a wrong internal token gets 401, even with a valid token', async () => {
    const answer = await ask('GET', '/currentuser', { headers: { 'x-internal-token': 'x' } })
    expect(answer).toMatchObject({ status: 401, body: { msg: 'Invalid internal token' } })
  })

  test('an expired token gets 401', async () => {
    const answer = await ask('GET', '/teams', { headers: { authorization: admin.replaceAll('a', 'e') } })
    expect(answer.status).toBe(401)
  })
})

describe('before the handlers', () => {
  test('unknown names get 404 before the method is checked', async () => {
    expect((await ask('PATCH', '/teams/nosuch/regions')).status).toBe(404)
    expect(await ask('PATCH', '/teams/platform/regions')).toMatchObject({
      status: 405,
      body: { detail: '方法 “PATCH” 不被允许。', error_type: 'MethodNotAllowed' },
    })
  })

  test('variables cannot be read', async () => {
    expect((await ask('GET', pathOf('web', '/envs'))).status).toBe(405)
  })

  test('HEAD is GET without a body, OPTIONS describes the route', async () => {
    expect(await ask('HEAD', '/currentuser')).toMatchObject({ status: 200, text: '' })
    expect(await ask('OPTIONS', pathOf('web', '/ports'))).toMatchObject({
      status: 200,
      body: { renders: ['application/json', 'text/html'] },
    })
  })

  test('only the routes without a team check the Accept header', async () => {
    const headers = { accept: 'application/xml' }
    expect((await ask('GET', '/teams', { headers })).status).toBe(406)
    expect((await ask('GET', '/teams/platform/regions', { headers })).status).toBe(200)
    expect((await ask('GET', '/teams', { headers: { accept: 'application/*;q=0.5' } })).status).toBe(200)
  })

  test.each(['/nosuch', '/teams/', '/teams/%ff', '/teams/a b/regions'])(
    '%s gets an HTML 404',
    async (path) => {
      const { status, headers } = await ask('GET', path)
      expect([status, headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    },
  )
})

describe('the lists', () => {
  test.each([
    ['team', 11],
    ['%25m 1_', 3],
    ['nosuch', 0],
  ])('the query %s matches %i teams, as LIKE does', async (query, total) => {
    expect((await ask('GET', `/teams?query=${query}`)).body).toMatchObject({ total })
  })

  test.each([
    ['/teams?query=%22', 500],
    ['/teams/platform/regions?query=a', 500],
    ['/teams?page=99999999999999999999', 500],
    [pathOf('web', '/events?page='), 500],
    [pathOf('web', '/events?page_size=x'), 500],
    ['/teams/platform/regions?query=', 200],
  ])('%s is %i', async (path, status) => {
    expect((await ask('GET', path)).status).toBe(status)
  })

  test.each([
    ['-1', '3', 12],
    ['5', '3', 2],
    [' 5', '%D9%A2', 5],
  ])('page_size %s and page %s show %i teams', async (size, page, count) => {
    const { body } = await ask('GET', `/teams?page_size=${size}&page=${page}`)
    expect(body?.['tenants']).toHaveLength(count)
  })

  test('a team is found only by its id', async () => {
    expect(await ask('GET', '/teams/platform')).toMatchObject({ status: 404, body: { code: 2002 } })
    const byId = await ask('GET', '/teams/b471c903000437487d71be1dcde5abf7')
    expect(byId.body).toMatchObject({ tenant_name: 'platform', creater: '1' })
  })

  test('the rules of an app can be read by kind', async () => {
    const kinds = async (query: string) => {
      const { body } = await ask('GET', `/teams/platform/regions/rainbond/apps/2/domains${query}`)
      return Object.keys(body ?? {})
    }
    expect(await kinds('?query=tcp')).toEqual(['tcp'])
    expect(await kinds('?query=http')).toEqual(['http'])
    expect(await kinds('?query=other')).toEqual(['http', 'tcp'])
  })

  test('the last value of a repeated parameter counts', async () => {
    const { body } = await ask('GET', '/teams?page_size=1&query=nosuch&query=team&page_size=3')
    expect(body).toMatchObject({ page_size: 3, total: 11 })
    expect(body?.['tenants']).toHaveLength(3)
    const domains = '/teams/platform/regions/rainbond/apps/2/domains'
    expect(Object.keys((await ask('GET', `${domains}?query=tcp&query=http`)).body ?? {})).toEqual(['http'])
    expect((await ask('GET', pathOf('web', '/events?page=x&page=1'))).status).toBe(200)
    expect((await ask('GET', pathOf('web', '/events?page=1&page=x'))).status).toBe(500)
  })

  test('teams have a creation time without a zone', async () => {
    const { body, text } = await ask('GET', '/teams')
    const times = text.match(/"create_time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"/g)
    expect(times).toHaveLength(10)
    expect(body?.['tenants']).toHaveLength(10)
  })

  test('components have the fields that only the console reads, in a list and alone', async () => {
    const more = {
      ...{ service_key: 'application', version: '1.25', extend_method: 'stateless_multiple', arch: 'amd64' },
      ...{ container_gpu: 0, creater: 1, is_upgrate: false, oauth_service_id: null, git_url: null },
    }
    expect((await ask('GET', pathOf('web'))).body).toMatchObject(more)
    const { text } = await ask('GET', pathOf('web').replace(/\/[^/]+$/, ''))
    expect(JSON.parse(text)).toContainEqual(expect.objectContaining({ service_cname: 'web', ...more }))
  })

  test('components are sorted by id', async () => {
    const { text } = await ask('GET', '/teams/platform/regions/rainbond/apps/2/services')
    const listed: unknown = JSON.parse(text)
    const names = ['draft', 'legacy-new', 'legacy-erp', 'dup', 'worker']
    expect(listed).toMatchObject(names.map((service_cname) => ({ service_cname })))
  })
})
