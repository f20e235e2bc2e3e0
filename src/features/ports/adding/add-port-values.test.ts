import { describe, expect, it } from 'vitest'
import { aPort } from '../../change/testing/fake-effects'
import { desiredOfAddition, followNumber, isTyped, nothingTyped, typedPorts } from './add-port-values'

const named = { names: { service_alias: 'gr-1a', service_cname: 'Shop web' }, ports: [] }
const nameless = { names: { service_alias: 'gr-1a', service_cname: '网站' }, ports: [] }

describe('following the number', () => {
  const follow = (values: Partial<typeof nothingTyped>, next: string, siblings = nameless) =>
    followNumber({ ...nothingTyped, ...values }, next, siblings)

  it('proposes the usual protocol and a readable alias', () => {
    expect(follow({}, '3306', named)).toEqual({ protocol: 'mysql', alias: 'SHOP_WEB_3306' })
  })

  it('proposes the alias that the server would give where the name makes none', () => {
    expect(follow({}, '3306')).toEqual({ protocol: 'mysql', alias: 'GR_1A3306' })
    expect(follow({ port: '3306', protocol: 'mysql', alias: 'GR_1A3306' }, '33061')).toEqual({
      protocol: 'http',
      alias: 'GR_1A33061',
    })
  })

  it('proposes no alias that another port has', () => {
    const ports = [aPort(80, { port_alias: 'SHOP_WEB_3306' }), aPort(81, { port_alias: 'GR_1A3306' })]
    expect(followNumber(nothingTyped, '3306', { ...named, ports })).toMatchObject({ alias: 'GR_1A3306_2' })
  })

  it('withdraws a proposal together with its number', () => {
    expect(follow({ port: '8080', alias: 'GR_1A8080' }, '8080x')).toEqual({ protocol: 'http', alias: '' })
  })

  it('leaves alone what was chosen by hand', () => {
    expect(follow({ port: '8080', protocol: 'tcp', alias: 'FEED' }, '3306')).toEqual({
      protocol: 'tcp',
      alias: 'FEED',
    })
    expect(follow({ port: '8080', alias: '' }, '8081')).toEqual({ protocol: 'http', alias: '' })
  })
})

it('accepts only port numbers', () => {
  expect(['80', ' 443 ', '65535'].map(typedPorts)).toEqual([[80], [443], [65535]])
  expect(['', '0', '-1', '65536', '80.5', '8e1', 'http'].flatMap(typedPorts)).toEqual([])
})

it('opens inner wherever outer is to be open', () => {
  const { ports, adds } = desiredOfAddition(
    [80],
    { ...nothingTyped, port: '80', alias: ' WEB80 ', outer: true },
    named,
  )
  expect(adds).toEqual(new Set([80]))
  expect([...ports]).toEqual([[80, { protocol: 'http', alias: 'WEB80', inner: true, outer: true }]])
})

it('counts as typed only what differs from the empty form', () => {
  expect(isTyped({ ...nothingTyped })).toBe(false)
  expect(isTyped({ ...nothingTyped, inner: true })).toBe(true)
})

describe('several ports', () => {
  const follow = (port: string) => followNumber(nothingTyped, port, named)

  it('get the protocol that is usual for all of them, and no alias', () => {
    expect(follow('3306,33060')).toEqual({ protocol: 'mysql', alias: '' })
    expect(follow('3306,8080')).toEqual({ protocol: 'http', alias: '' })
  })

  it('are added by one desired state, with an alias of its own for each', () => {
    const siblings = { ...named, ports: [aPort(80, { port_alias: 'SHOP_WEB_8001' })] }
    const { ports, adds } = desiredOfAddition([8000, 8001], { ...nothingTyped, port: '8000-8001' }, siblings)
    expect(adds).toEqual(new Set([8000, 8001]))
    expect([...ports]).toEqual([
      [8000, { protocol: 'http', alias: 'SHOP_WEB_8000', inner: false, outer: false }],
      [8001, { protocol: 'http', alias: 'GR_1A8001', inner: false, outer: false }],
    ])
  })
})
