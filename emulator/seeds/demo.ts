import { buildSeed, seedClock, type Surroundings } from './build'
import { data } from './demo/data'
import { payments } from './demo/payments'
import { shop } from './demo/shop'
import { fixedId } from './ids'
import type { Seed } from './seed'

/** The access token of the demo's administrator, who is in all three teams. */
export const demoToken = fixedId('demo token') + 'demo0001'
/** The token of a person of the same company who is in no team. */
export const outsiderToken = fixedId('outsider token') + 'demo0002'
/** An expired token of the administrator. */
export const expiredToken = fixedId('expired token') + 'demo0003'
/** A valid token whose calls are all refused because of the platform's licence. */
export const licenceToken = fixedId('licence token') + 'demo0004'

/** The path of a component that is worth showing first (docs/emulator.md), below Portdeck's own. */
export const demoExample = '/teams/shop/regions/shanghai/apps/1/services/gr2388f1/ports'

const enterprise = fixedId('enterprise')

const user = (user_id: number, nick_name: string, real_name: string) => ({
  user_id,
  nick_name,
  real_name,
  email: `${nick_name}@example.cn`,
  phone: `1380000000${user_id}`,
  is_active: true,
  enterprise_id: enterprise,
})

const cluster = (region_name: string, region_alias: string, at: string, status: '1' | '3') => ({
  region_id: fixedId(`region ${region_name}`),
  region_name,
  region_alias,
  url: `https://${at}:8443`,
  wsurl: `ws://${at}:6060`,
  httpdomain: `${region_name}.apps.example.cn`,
  tcpdomain: at,
  token: '',
  status,
  desc: '',
  scope: 'private',
  enterprise_id: enterprise,
})

const surroundings = (): Surroundings => ({
  clock: seedClock,
  users: [
    user(1, 'admin', '管理员'),
    user(2, 'chenwei', '陈伟'),
    user(3, 'lina', '李娜'),
    user(4, 'guest', '访客'),
  ],
  tokens: [
    { token: demoToken, user_id: 1, expired: false },
    { token: outsiderToken, user_id: 4, expired: false },
    { token: expiredToken, user_id: 1, expired: true },
    { token: licenceToken, user_id: 1, expired: false, licence: true },
  ],
  regions: [
    cluster('shanghai', '上海 Shanghai', '203.0.113.10', '1'),
    cluster('beijing', '北京（预发） Beijing, staging', '203.0.113.20', '1'),
    // Status 3: in maintenance, so nothing in it can be listed.
    cluster('guangzhou', '广州（维护中） Guangzhou, in maintenance', '203.0.113.30', '3'),
  ],
})

/** Builds the demo: a small company with three teams, three clusters and a gallery of faults. */
export function demoSeed(): Seed {
  return buildSeed([shop, payments, data], surroundings())
}
