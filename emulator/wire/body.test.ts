import { describe, expect, test } from 'vitest'
import { askRecorded, pathOf } from '../recorded/ask-recorded'

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const add = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  askRecorded().ask('POST', pathOf('web', '/ports'), { body, headers })
const change = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  askRecorded().ask('PUT', pathOf('web', '/ports/5432'), { body, headers })

const fieldsOf = (err: unknown) => (typeof err === 'object' && err !== null ? Object.keys(err) : [])

describe('a body that is a form', () => {
  test('may omit the boolean', async () => {
    const { status, body } = await add('port=7000&protocol=tcp', form)
    expect(status).toBe(200)
    expect(body).toMatchObject({ data: { bean: { container_port: 7000, is_inner_service: false } } })
  })

  test('has null for an empty choice and an empty text for an alias', async () => {
    expect(await add('port=7000&protocol=', form)).toMatchObject({ status: 400, body: { code: 400 } })
    expect((await add('port=7000&port_alias=', form)).status).toBe(200)
    expect(await change('action=', form)).toMatchObject({ status: 400, body: { code: 20400 } })
  })

  test('may be multipart', async () => {
    const parts = '--x\r\ncontent-disposition: form-data; name="port"\r\n\r\n7000\r\n--x--\r\n'
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    expect((await add(parts, headers)).status).toBe(200)
    expect(await add('nonsense', headers)).toMatchObject({ body: { error_type: 'ParseError' } })
  })
})

describe('a body that cannot be read', () => {
  test.each(['text/plain', 'application/xml'])('of the type %s gets 415', async (type) => {
    const answer = await add('{}', { 'content-type': type })
    expect(answer).toMatchObject({
      status: 415,
      body: { detail: `不支持请求中的媒体类型 “${type}”。`, error_type: 'UnsupportedMediaType' },
    })
  })

  test('is accepted when it is empty', async () => {
    expect(await add('', { 'content-type': 'text/plain' })).toMatchObject({ body: { code: 20400 } })
  })

  test.each(['{"port": 1,}', '{"port": NaN}', '{} {}', '\ufeff{}', '["a'])(
    'is refused with one message when it is not JSON: %j',
    async (text) => {
      expect(await add(text)).toMatchObject({
        status: 400,
        body: { detail: 'JSON parse error - the body is not JSON', error_type: 'ParseError' },
      })
    },
  )
})

describe('the fields', () => {
  const whole = { port: 7000, is_inner_service: false }

  test.each([
    ['port', [null, [], '7 000', '1e3', 1e21, 'x'.repeat(1001)]],
    ['is_inner_service', ['', 'yEs', [], {}, 'null']],
    ['protocol', ['', 'HTTP', ['http'], true]],
    ['port_alias', [true, [], {}, 'A\0B']],
  ])('%s is refused if it is invalid', async (field, values) => {
    for (const value of values) {
      const { body } = await add({ ...whole, [field]: value })
      expect(fieldsOf(body?.['err'])).toEqual([field])
    }
  })

  test.each([
    ['{"port": 7e3, "is_inner_service": 1.0}', 7000, true],
    ['{"port": "7_001", "is_inner_service": "Off"}', 7001, false],
    ['{"port": 1, "port": 7002.0, "is_inner_service": "y"}', 7002, true],
  ])('%s adds port %i', async (text, container_port, is_inner_service) => {
    expect((await add(text)).body).toMatchObject({ data: { bean: { container_port, is_inner_service } } })
  })

  test.each([
    [[], '[]'],
    [['http', 1, true, null], "['http', 1, True, None]"],
    [{ a: [{}], "b'": 'c"' }, `{'a': [{}], "b'": 'c"'}`],
    ['sctp', 'sctp'],
    [7.5, '7.5'],
    [false, 'False'],
  ])('an invalid choice is quoted as Python writes it: %j', async (protocol, written) => {
    const { body } = await add({ ...whole, protocol })
    expect(body).toMatchObject({ err: { protocol: [`“${written}” 不是合法选项。`] } })
  })

  test('every invalid field is named at once', async () => {
    const { body } = await add({ protocol: 'x' })
    expect(fieldsOf(body?.['err']).sort()).toEqual(['is_inner_service', 'port', 'protocol'])
  })

  test.each(['null', '5', '"x"'])('%s in place of an object is refused', async (text) => {
    expect((await add(text)).body).toMatchObject({ err: { non_field_errors: [expect.any(String)] } })
  })

  test('an empty internal domain is refused whatever the action', async () => {
    const { body } = await change({ action: 'open_inner', k8s_service_name: ' ' })
    expect(body).toMatchObject({ code: 20400, err: { k8s_service_name: [expect.any(String)] } })
  })
})
