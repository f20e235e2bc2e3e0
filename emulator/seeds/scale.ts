import { buildSeed, seedClock } from './build'
import { fixedId } from './ids'
import type { Seed } from './seed'
import { type AppSpec, component, grpc, http, mysql, type Openness, tcp, udp } from './specs'

/** The access token of the only user of a scale seed. */
export const scaleToken = fixedId('scale token') + 'scale001'

const componentsPerApp = 25
const protocols = [http, tcp, grpc, mysql, udp, http]
const openness: readonly Openness[] = ['inner', 'closed', 'both', 'inner']
const enterprise = fixedId('enterprise')

const region = {
  region_id: fixedId('region scale'),
  region_name: 'scale',
  region_alias: 'Scale',
  url: 'https://203.0.113.40:8443',
  wsurl: 'ws://203.0.113.40:6060',
  httpdomain: 'scale.apps.example.cn',
  tcpdomain: '203.0.113.40',
  token: '',
  status: '1',
  desc: '',
  scope: 'private',
  enterprise_id: enterprise,
}

const admin = {
  // Nobody in the other seeds: a gateway that has seen both must not take one for the other.
  user_id: 1000,
  nick_name: 'admin',
  real_name: 'Admin',
  email: 'admin@example.cn',
  phone: '13800000001',
  is_active: true,
  enterprise_id: enterprise,
}

/** Describes the nth port of a component. Protocols and openness alternate through all their combinations. */
function portSpec(index: number, ofComponent: number) {
  const turn = index + ofComponent
  const spec = protocols[turn % protocols.length] ?? http
  const open = openness[(turn + Math.floor(turn / protocols.length)) % openness.length] ?? 'inner'
  return spec(8000 + index, open)
}

/**
 * Builds one team in one cluster of any size, for benchmarks.
 * @param components how many, in apps of 25
 * @param portsPerComponent numbered from 8000; at most 57536
 */
export function scaleSeed({
  components,
  portsPerComponent,
}: {
  readonly components: number
  readonly portsPerComponent: number
}): Seed {
  const apps = Array.from({ length: Math.ceil(components / componentsPerApp) }, (_, app): AppSpec => {
    const first = app * componentsPerApp
    return {
      name: `app ${app + 1}`,
      slug: `app-${app + 1}`,
      region: 'scale',
      components: Array.from({ length: Math.min(componentsPerApp, components - first) }, (__, at) => {
        const number = first + at
        const ports = Array.from({ length: portsPerComponent }, (___, index) => portSpec(index, number))
        return component(`component ${number + 1}`, `component-${number + 1}`, 'nginx:1.25', ports)
      }),
    }
  })
  const team = {
    name: 'scale',
    alias: 'Scale',
    creator: 'admin',
    members: [admin.user_id],
    regions: ['scale'],
    apps,
  }
  return buildSeed([team], {
    clock: seedClock,
    users: [admin],
    tokens: [{ token: scaleToken, user_id: admin.user_id, expired: false }],
    regions: [region],
  })
}
