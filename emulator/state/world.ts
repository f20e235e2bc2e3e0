import { hexId } from '../seeds/ids'
import type { Seed } from '../seeds/seed'

type Row<K extends 'ports' | 'envs' | 'http_rules' | 'tcp_rules'> = Omit<Seed[K][number], 'service_id'>

export type User = Seed['users'][number]
export type Region = Seed['regions'][number]
export type App = Seed['apps'][number]
type Service = Seed['services'][number]
type Event = Seed['events'][number]
export type Variable = Row<'envs'>
/** `rule_extensions` is null in a rule created by `open_outer`, and a text in one that a person added. */
export type TcpRule = Row<'tcp_rules'> & { readonly rule_extensions: string | null }
export type HttpRule = Required<Row<'http_rules'>>
/** `ID` orders the ports of a team by creation. */
export type Port = Row<'ports'> & { readonly ID: number }

/** A component with everything that belongs to it. The arrays and their rows are changed in place. */
export interface Component {
  readonly service: Service
  readonly team: Team
  ports: Port[]
  variables: Variable[]
  httpRules: HttpRule[]
  tcpRules: TcpRule[]
  probePort: number | undefined
  /** The cluster's log, newest entry first. It is not rolled back with the console's records. */
  readonly events: Event[]
}

export interface Team {
  readonly row: Seed['teams'][number]
  readonly apps: App[]
  readonly components: Component[]
  /** Keyed by `region/service_id`. */
  readonly byId: Map<string, Component>
  /** Keyed by `region/service_alias`. */
  readonly byAlias: Map<string, Component>
}

export interface World {
  readonly usersByToken: Map<string, User>
  /** Valid tokens whose calls are all refused because the platform's licence has expired. */
  readonly unlicensedTokens: ReadonlySet<string>
  readonly usersByName: Map<string, User>
  readonly teams: Team[]
  readonly teamsById: Map<string, Team>
  readonly teamsByName: Map<string, Team>
  readonly regions: Map<string, Region>
  readonly appsById: Map<number, App>
  readonly componentsByApp: Map<number, Component[]>
  /** Returns the next id after the greatest one in the seed. */
  nextPortId(): number
  nextHttpRuleId(): number
  nextTcpRuleId(): number
  /** Returns 32 hex digits, different in every call. */
  nextUuid(): string
  /** Returns a TCP port of the cluster's gateway that was never assigned before. */
  nextGatewayPort(region: string): number
}

function counter(above: readonly number[]): () => number {
  let last = above.reduce((greatest, id) => Math.max(greatest, id), 0)
  return () => (last += 1)
}

/** Returns the list of a key, or an empty one. */
export function listed<V>(map: ReadonlyMap<number, V[]>, key: number): V[] {
  return map.get(key) ?? []
}

function buildTeam(row: Seed['teams'][number]): Team {
  return {
    row: structuredClone(row),
    apps: [],
    components: [],
    byId: new Map(),
    byAlias: new Map(),
  }
}

function addComponents(seed: Seed, teams: ReadonlyMap<string, Team>): Map<string, Component> {
  const components = new Map<string, Component>()
  for (const row of seed.services) {
    const team = teams.get(row.tenant_id)
    if (!team) continue
    const service = structuredClone(row)
    const component: Component = {
      service,
      team,
      ports: [],
      variables: [],
      httpRules: [],
      tcpRules: [],
      probePort: service.probe_port,
      events: [],
    }
    components.set(service.service_id, component)
    team.components.push(component)
    team.byId.set(`${service.service_region}/${service.service_id}`, component)
    team.byAlias.set(`${service.service_region}/${service.service_alias}`, component)
  }
  return components
}

function fillComponents(seed: Seed, components: ReadonlyMap<string, Component>, nextPortId: () => number) {
  for (const { service_id, ...port } of seed.ports) {
    components.get(service_id)?.ports.push({ ...port, ID: nextPortId() })
  }
  for (const { service_id, ...variable } of seed.envs) components.get(service_id)?.variables.push(variable)
  for (const { service_id, domain_path = '', certificate_id = 0, ...rule } of seed.http_rules) {
    components.get(service_id)?.httpRules.push({ ...rule, domain_path, certificate_id })
  }
  for (const { service_id, ...rule } of seed.tcp_rules) {
    components.get(service_id)?.tcpRules.push({ ...rule, rule_extensions: '' })
  }
  for (const event of seed.events) components.get(event.service_id)?.events.push({ ...event })
}

function firstGatewayPort(seed: Seed): number {
  const given = seed.tcp_rules.map((rule) => Number(rule.end_point.split(':').at(-1)))
  const mapped = seed.ports.map((port) => port.lb_mapping_port)
  return Math.max(30_000, ...[...given, ...mapped].filter((port) => port > 30_000 && port < 60_000))
}

/** Builds the state of an emulator. The seed is copied and can be reused. */
export function buildWorld(seed: Seed): World {
  const users = new Map(seed.users.map((user) => [user.user_id, { ...user }]))
  const teams = seed.teams.map(buildTeam)
  const teamsById = new Map(teams.map((team) => [team.row.tenant_id, team]))
  const apps = seed.apps.map((app) => ({ ...app }))
  for (const app of apps) teamsById.get(app.tenant_id)?.apps.push(app)
  const components = addComponents(seed, teamsById)
  const nextPortId = counter([])
  fillComponents(seed, components, nextPortId)

  const usersByToken = new Map<string, User>()
  for (const { token, user_id, expired } of seed.tokens) {
    const user = users.get(user_id)
    if (user && !expired) usersByToken.set(token, user)
  }
  const componentsByApp = new Map<number, Component[]>()
  for (const component of components.values()) {
    const { app_id } = component.service
    if (app_id === null) continue
    const siblings = componentsByApp.get(app_id)
    if (siblings) siblings.push(component)
    else componentsByApp.set(app_id, [component])
  }
  const nextUuid = counter([])
  const gatewayPorts = new Map<string, number>()
  const lowest = firstGatewayPort(seed)
  return {
    usersByToken,
    unlicensedTokens: new Set(seed.tokens.filter(({ licence }) => licence).map(({ token }) => token)),
    usersByName: new Map([...users.values()].map((user) => [user.nick_name, user])),
    teams,
    teamsById,
    teamsByName: new Map(teams.map((team) => [team.row.tenant_name, team])),
    regions: new Map(seed.regions.map((region) => [region.region_name, { ...region }])),
    appsById: new Map(apps.map((app) => [app.ID, app])),
    componentsByApp,
    nextPortId,
    nextHttpRuleId: counter(seed.http_rules.map((rule) => rule.ID)),
    nextTcpRuleId: counter(seed.tcp_rules.map((rule) => rule.ID)),
    nextUuid: () => hexId(nextUuid()),
    nextGatewayPort: (region) => {
      const port = (gatewayPorts.get(region) ?? lowest) + 1
      gatewayPorts.set(region, port)
      return port
    },
  }
}
