import { expect, test } from 'vitest'
import { riskJudge } from '../impact/risk'
import { aGatewayRule, aPort } from '../testing/component'
import { openAddresses } from './open-addresses'

const judge = riskJudge({ service_cname: 'orders', image: 'acme/orders:1' })
const tcp = { kind: 'tcp', protocol: 'tcp', publicAddress: '10.0.0.1:30306' } as const

test('lists active rules alone, each address once', () => {
  const rules = [
    aGatewayRule({ custom: true, publicAddress: 'https://www.acme.test', protocol: 'https' }),
    aGatewayRule({ open: false, publicAddress: 'http://closed.acme.test' }),
    aGatewayRule(),
    aGatewayRule(),
  ]
  expect(openAddresses(rules, undefined, judge)).toEqual([
    {
      ...{ port: 80, kind: 'http', protocol: 'https', custom: true, risk: null },
      publicAddress: 'https://www.acme.test',
    },
    {
      ...{ port: 80, kind: 'http', protocol: 'http', custom: false, risk: null },
      publicAddress: 'http://web-80-team.acme.test',
    },
  ])
})

test('judges the risk by the number and what the gateway speaks as long as the port is not known', () => {
  expect(openAddresses([aGatewayRule({ ...tcp, port: 6379 })], undefined, judge)).toMatchObject([
    { risk: { kind: 'cache', name: 'Redis' } },
  ])
  expect(openAddresses([aGatewayRule({ protocol: 'https', port: 8080 })], undefined, judge)).toMatchObject([
    { risk: null },
  ])
})

test('judges the risk by protocol and alias of the port once that is known', () => {
  const rule = aGatewayRule({ ...tcp, port: 4000 })
  expect(openAddresses([rule], undefined, judge)).toMatchObject([{ risk: null }])
  expect(openAddresses([rule], [aPort(4000, { protocol: 'mysql' })], judge)).toMatchObject([
    { risk: { kind: 'database' } },
  ])
  const named = aPort(4000, { protocol: 'tcp', port_alias: 'REDIS_MASTER' })
  expect(openAddresses([rule], [named], judge)).toMatchObject([{ risk: { kind: 'cache' } }])
})
