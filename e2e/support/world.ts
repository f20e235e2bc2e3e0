import { buildSeed } from '../../emulator/seeds/build'
import { fixedId } from '../../emulator/seeds/ids'
import {
  component,
  type ComponentSpec,
  grpc,
  http,
  mysql,
  type PortSpec,
  tcp,
  type TeamSpec,
  udp,
} from '../../emulator/seeds/specs'

/** The access tokens of all people in the seed. */
export const tokens = {
  /** Is in the teams `shop` and `solo`. */
  ada: fixedId('token of ada') + 'e2e00001',
  /** Is only in `solo`, which has one choice at every level. */
  bo: fixedId('token of bo') + 'e2e00002',
  /** Is in 103 teams, which fill more than one page. */
  cy: fixedId('token of cy') + 'e2e00003',
  /** Has the role Viewer in her only team, `watched`. */
  dee: fixedId('token of dee') + 'e2e00005',
  /** Valid, but the platform's licence has expired. */
  unlicensed: fixedId('token without a licence') + 'e2e00004',
} as const

/** The states of ports in the component of each protocol: two ports per state, one for each switch. */
const startingStates = ['closed', 'inner', 'both', 'outer alone'] as const
export type StartingState = (typeof startingStates)[number]

const protocolSpecs = { http, tcp, udp, mysql, grpc }
export const worldProtocols = Object.keys(protocolSpecs)

/** Returns the port whose switch `field` is turned from `state`, in the component of any protocol. */
export function portIn(state: StartingState, field: 'inner' | 'outer'): number {
  return 18_000 + 2 * startingStates.indexOf(state) + (field === 'inner' ? 0 : 1)
}

const everyState = (plan: (port: number, open: PortSpec['open']) => PortSpec): PortSpec[] =>
  startingStates.flatMap((state) => [
    plan(portIn(state, 'inner'), state),
    plan(portIn(state, 'outer'), state),
  ])

const image = 'registry.test/shop:1.0'
const simple = (slug: string, ports: readonly PortSpec[], options: Parameters<typeof component>[4] = {}) =>
  component(slug, slug, image, ports, options)

const protocolComponents: ComponentSpec[] = Object.entries(protocolSpecs).map(([protocol, plan]) =>
  simple(`all-${protocol}`, everyState(plan)),
)

const shop: TeamSpec = {
  name: 'shop',
  alias: 'Online shop',
  creator: 'ada',
  members: [1],
  regions: ['east', 'north', 'south'],
  apps: [
    {
      name: 'Storefront',
      slug: 'storefront',
      region: 'east',
      components: [
        simple(
          'web',
          [
            http(80, 'both', { alias: 'WEB', domains: [{ name: 'www.shop.test', certificate: 1 }] }),
            http(8080, 'inner', { alias: 'WEB_ADMIN' }),
            http(8081, 'closed', { alias: 'WEB_METRICS' }),
            tcp(9000, 'both', { alias: 'WEB_FEED' }),
            ...Array.from({ length: 14 }, (_, index) => grpc(18_100 + index, 'closed')),
          ],
          { internalDomain: 'web' },
        ),
        simple('orders-db', [mysql(3306, 'closed'), tcp(33_060, 'inner')]),
        simple('idle', []),
        ...protocolComponents,
      ],
    },
    {
      name: 'Back office',
      slug: 'back-office',
      region: 'east',
      components: [simple('console', [http(8080, 'inner')])],
    },
    {
      name: 'Partners',
      slug: 'partners',
      region: 'east',
      mesh: true,
      components: [
        simple('pay-line', [http(8443, 'closed'), tcp(9001, 'inner')], { endpoints: ['192.0.2.99:9001'] }),
        simple('draft', [http(8080, 'closed')], { unfinished: true }),
        simple('unborn', [], { unfinished: true, operations: 0 }),
        simple('silent', [], { operations: 0 }),
        simple('busy-bee', [http(8080, 'inner', { alias: 'BEE' })], {
          internalDomain: 'bee',
          operations: 40,
        }),
      ],
    },
    { name: 'Lab', slug: 'lab', region: 'east', components: [] },
    {
      name: 'Staging',
      slug: 'staging',
      region: 'north',
      components: [simple('web-next', [http(8080, 'inner')])],
    },
  ],
}

const solo: TeamSpec = {
  name: 'solo',
  alias: 'Solo',
  creator: 'bo',
  members: [1, 2],
  regions: ['east'],
  apps: [
    {
      name: 'Only app',
      slug: 'only',
      region: 'east',
      components: [simple('only-one', [http(8080, 'inner')])],
    },
  ],
}

const watched: TeamSpec = {
  name: 'watched',
  alias: 'Watched',
  creator: 'ada',
  members: [4],
  roles: [{ user: 4, name: 'Viewer' }],
  regions: ['east'],
  apps: [
    {
      name: 'Shown',
      slug: 'shown',
      region: 'east',
      components: [simple('shown', [http(8080, 'inner')])],
    },
  ],
}

const crowd: TeamSpec[] = Array.from({ length: 103 }, (_, index) => ({
  name: `crowd-${String(index + 1).padStart(3, '0')}`,
  alias: `Crowd ${index + 1}`,
  creator: 'cy',
  members: [3],
  regions: ['east'],
  apps: [],
}))

const enterprise = fixedId('enterprise')

const person = (user_id: number, nick_name: string) => ({
  user_id,
  nick_name,
  real_name: null,
  email: `${nick_name}@shop.test`,
  phone: null,
  is_active: true,
  enterprise_id: enterprise,
})

const cluster = (region_name: string, region_alias: string, at: string, status: string) => ({
  region_id: fixedId(`region ${region_name}`),
  region_name,
  region_alias,
  url: `https://${at}:8443`,
  wsurl: `ws://${at}:6060`,
  httpdomain: `${region_name}.apps.test`,
  tcpdomain: at,
  token: '',
  status,
  desc: '',
  scope: 'private',
  enterprise_id: enterprise,
})

/** The state in which every test starts. */
export const seed = buildSeed([shop, solo, ...crowd, watched], {
  clock: '2026-11-20T09:30:00+08:00',
  users: [person(1, 'ada'), person(2, 'bo'), person(3, 'cy'), person(4, 'dee')],
  tokens: [
    { token: tokens.ada, user_id: 1, expired: false },
    { token: tokens.bo, user_id: 2, expired: false },
    { token: tokens.cy, user_id: 3, expired: false },
    { token: tokens.dee, user_id: 4, expired: false },
    { token: tokens.unlicensed, user_id: 1, expired: false, licence: true },
  ],
  regions: [
    cluster('east', 'East', '192.0.2.10', '1'),
    cluster('north', 'North', '192.0.2.20', '1'),
    // Status 3: in maintenance.
    cluster('south', 'South', '192.0.2.30', '3'),
  ],
})

/** The ids and readable names in a component's path. */
interface ComponentLocation {
  readonly teamId: string
  readonly team: string
  readonly region: string
  readonly app: number
  readonly serviceId: string
  readonly service: string
}

/** Finds a component by name in a seed, by default this one. */
export function locate(name: string, world = seed): ComponentLocation {
  const service = world.services.find(({ service_cname }) => service_cname === name)
  const team = world.teams.find(({ tenant_id }) => tenant_id === service?.tenant_id)
  if (!service || !team || service.app_id === null) throw new Error(`There is no component ${name}`)
  return {
    teamId: team.tenant_id,
    team: team.tenant_name,
    region: service.service_region,
    app: service.app_id,
    serviceId: service.service_id,
    service: service.service_alias,
  }
}

/** Returns the seed after a component was deleted. */
export function worldWithout(component: string): typeof seed {
  const { serviceId } = locate(component)
  const isOther = ({ service_id }: { service_id: string | null }) => service_id !== serviceId
  return {
    ...seed,
    services: seed.services.filter(isOther),
    ports: seed.ports.filter(isOther),
    envs: seed.envs.filter(isOther),
    http_rules: seed.http_rules.filter(isOther),
    tcp_rules: seed.tcp_rules.filter(isOther),
    events: seed.events.filter(isOther),
  }
}

/** Returns the readable link to a component's ports. */
export function portsPath(name: string, world = seed): string {
  const { team, region, app, service } = locate(name, world)
  return `/teams/${team}/regions/${region}/apps/${app}/services/${service}/ports`
}
