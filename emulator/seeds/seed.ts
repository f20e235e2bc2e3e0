import * as z from 'zod/mini'
import { faultNames } from '../faults/definitions'

const userSchema = z.object({
  user_id: z.int(),
  nick_name: z.string(),
  real_name: z.nullable(z.string()),
  email: z.string(),
  phone: z.nullable(z.string()),
  is_active: z.boolean(),
  /** Empty: the user belongs to no enterprise, and every route answers with 404 code 1000. */
  enterprise_id: z.string(),
})

const tokenSchema = z.object({
  token: z.string(),
  user_id: z.int(),
  expired: z.boolean(),
  /** True: the platform's licence has expired, and every call with this token gets 401 code 10400. */
  licence: z.optional(z.boolean()),
})

const teamSchema = z.object({
  ID: z.int(),
  tenant_id: z.string(),
  tenant_name: z.string(),
  tenant_alias: z.string(),
  namespace: z.string(),
  enterprise_id: z.string(),
  is_active: z.boolean(),
  /** The `nick_name` of a user. */
  creater: z.string(),
  /** `YYYY-MM-DD hh:mm:ss`, without a zone; absent: a day before all others. */
  create_time: z.optional(z.string()),
  /** The `user_id`s whose `/teams` lists the team. */
  members: z.array(z.int()),
  /** The roles of members; owners and administrators have none. */
  roles: z.optional(z.array(z.object({ user_id: z.int(), role_id: z.string(), role_name: z.string() }))),
  regions: z.array(z.object({ region_name: z.string(), is_init: z.boolean() })),
})

const regionSchema = z.object({
  region_id: z.string(),
  region_name: z.string(),
  region_alias: z.string(),
  url: z.string(),
  wsurl: z.string(),
  httpdomain: z.string(),
  tcpdomain: z.string(),
  token: z.string(),
  /** "1": in service; anything else is not ("3": in maintenance). */
  status: z.string(),
  desc: z.string(),
  scope: z.string(),
  enterprise_id: z.string(),
})

const appSchema = z.object({
  ID: z.int(),
  tenant_id: z.string(),
  group_name: z.string(),
  region_name: z.string(),
  is_default: z.boolean(),
  order_index: z.int(),
  note: z.string(),
  username: z.string(),
  /** `BUILD_IN_SERVICE_MESH` makes the app's components meshed. */
  governance_mode: z.string(),
  /** `YYYY-MM-DD hh:mm:ss`, without a zone. */
  create_time: z.string(),
  update_time: z.string(),
  app_type: z.string(),
  k8s_app: z.string(),
})

const serviceSchema = z.object({
  service_id: z.string(),
  tenant_id: z.string(),
  service_alias: z.string(),
  service_cname: z.string(),
  service_region: z.string(),
  service_source: z.string(),
  create_status: z.string(),
  k8s_component_name: z.string(),
  image: z.string(),
  desc: z.string(),
  min_node: z.int(),
  min_cpu: z.int(),
  min_memory: z.int(),
  language: z.string(),
  /** Null: the component belongs to no app. */
  app_id: z.nullable(z.int()),
  status: z.string(),
  /** Addresses of a third-party component, `host` or `host:port`. */
  endpoints: z.optional(z.array(z.string())),
  /** A fault that the component always shows (docs/emulator.md). */
  fault: z.optional(z.enum(faultNames, { error: `must be one of: ${faultNames.join(', ')}` })),
  /** The port of the component's health probe. */
  probe_port: z.optional(z.int()),
})

const portSchema = z.object({
  service_id: z.string(),
  container_port: z.int().check(z.minimum(1), z.maximum(65535)),
  mapping_port: z.int(),
  lb_mapping_port: z.int(),
  protocol: z.string(),
  port_alias: z.string(),
  is_inner_service: z.boolean(),
  is_outer_service: z.boolean(),
  k8s_service_name: z.string(),
})

const variableSchema = z.object({
  service_id: z.string(),
  /** 0: a variable that belongs to no port. */
  container_port: z.int(),
  name: z.string(),
  attr_name: z.string(),
  attr_value: z.string(),
  scope: z.string(),
})

const httpRuleSchema = z.object({
  ID: z.int(),
  http_rule_id: z.string(),
  service_id: z.string(),
  container_port: z.int(),
  domain_name: z.string(),
  /** 0: a default domain, 1: a custom one. */
  type: z.int(),
  is_outer_service: z.boolean(),
  /** Starts with a slash; absent or empty: the whole domain. */
  domain_path: z.optional(z.string()),
  /** https unless 0. */
  certificate_id: z.optional(z.int()),
})

const tcpRuleSchema = z.object({
  ID: z.int(),
  tcp_rule_id: z.string(),
  service_id: z.string(),
  container_port: z.int(),
  /** `host:port`; the host 0.0.0.0 stands for the region's `tcpdomain`. */
  end_point: z.string(),
  protocol: z.string(),
  is_outer_service: z.boolean(),
})

/** Listed in this order, after those that the emulator adds. */
const eventSchema = z.object({
  event_id: z.string(),
  user_name: z.string(),
  end_time: z.string(),
  target: z.string(),
  opt_type: z.string(),
  target_id: z.string(),
  service_id: z.string(),
  status: z.string(),
  request_body: z.string(),
  create_time: z.string(),
  final_status: z.string(),
  start_time: z.string(),
  syn_type: z.string(),
  message: z.string(),
  tenant_id: z.string(),
})

const seedSchema = z.object({
  users: z.array(userSchema),
  tokens: z.array(tokenSchema),
  teams: z.array(teamSchema),
  regions: z.array(regionSchema),
  apps: z.array(appSchema),
  services: z.array(serviceSchema),
  ports: z.array(portSchema),
  envs: z.array(variableSchema),
  http_rules: z.array(httpRuleSchema),
  tcp_rules: z.array(tcpRuleSchema),
  events: z.array(eventSchema),
})

/** The initial state of an emulator: the tables of the console and of its clusters. */
export type Seed = z.infer<typeof seedSchema>

/** Lists the rows that refer to something missing, and the duplicate ones. */
function brokenReferences(seed: Seed): string[] {
  const users = new Set(seed.users.map((user) => user.user_id))
  const teams = new Set(seed.teams.map((team) => team.tenant_id))
  const regions = new Set(seed.regions.map((region) => region.region_name))
  const apps = new Set(seed.apps.map((app) => app.ID))
  const services = new Set(seed.services.map((service) => service.service_id))
  const faults: string[] = []
  const expect = (known: boolean, at: string, what: string) => {
    if (!known) faults.push(`${at} refers to a ${what} that this seed lacks`)
  }
  seed.tokens.forEach(({ user_id }, i) => expect(users.has(user_id), `tokens[${i}].user_id`, 'user'))
  seed.teams.forEach((team, i) => {
    team.regions.forEach(({ region_name }, j) =>
      expect(regions.has(region_name), `teams[${i}].regions[${j}].region_name`, 'region'),
    )
  })
  seed.apps.forEach((app, i) => {
    expect(teams.has(app.tenant_id), `apps[${i}].tenant_id`, 'team')
    expect(regions.has(app.region_name), `apps[${i}].region_name`, 'region')
  })
  seed.services.forEach((service, i) => {
    expect(teams.has(service.tenant_id), `services[${i}].tenant_id`, 'team')
    expect(regions.has(service.service_region), `services[${i}].service_region`, 'region')
    expect(service.app_id === null || apps.has(service.app_id), `services[${i}].app_id`, 'app')
  })
  for (const table of ['ports', 'envs', 'http_rules', 'tcp_rules', 'events'] as const) {
    seed[table].forEach(({ service_id }, i) =>
      expect(services.has(service_id), `${table}[${i}].service_id`, 'service'),
    )
  }
  const seen = new Set<string>()
  seed.ports.forEach(({ service_id, container_port, protocol }, i) => {
    // A console may list one number under two protocols, though it never adds one twice.
    const key = `${service_id} ${container_port} ${protocol}`
    if (seen.has(key)) faults.push(`ports[${i}] repeats port ${container_port} of its component`)
    seen.add(key)
  })
  return faults
}

/**
 * Reads a seed from parsed JSON. `error` names every problem and its place (`ports[3].protocol …`). Unknown keys are
 * ignored.
 */
export function parseSeed(
  input: unknown,
): { readonly ok: true; readonly seed: Seed } | { readonly ok: false; readonly error: string } {
  const read = seedSchema.safeParse(input)
  if (!read.success) return { ok: false, error: z.prettifyError(read.error) }
  const broken = brokenReferences(read.data)
  return broken.length === 0 ? { ok: true, seed: read.data } : { ok: false, error: broken.join('\n') }
}
