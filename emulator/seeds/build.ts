import { history } from './history'
import { fixedId } from './ids'
import {
  appRow,
  envRows,
  httpRules,
  type ComponentContext,
  portRow,
  serviceRow,
  tcpRules,
  teamRow,
} from './rows'
import type { Seed } from './seed'
import type { AppSpec, ComponentSpec, PortSpec, TeamSpec } from './specs'

/** The parts of a seed besides its teams. */
export interface Surroundings extends Pick<Seed, 'users' | 'tokens' | 'regions'> {
  /** The present of the seed, with a zone: the logs end shortly before it. */
  readonly clock: string
}

/** The `clock` of the demo and the scale seed. */
export const seedClock = '2026-11-20T09:30:00+08:00'

/** The first TCP port that a cluster's gateway assigns. */
const firstGatewayPort = 30_000

/** Returns `gr` and six digits of the id: the first six, unless another component has them. */
function freeAlias(id: string, taken: Set<string>): string {
  const candidates = Array.from({ length: id.length - 5 }, (_, at) => `gr${id.slice(at, at + 6)}`)
  const alias = candidates.find((one) => !taken.has(one))
  if (alias === undefined) throw new Error(`no service alias is left for ${id}`)
  taken.add(alias)
  return alias
}

/**
 * Builds a seed from a description of teams. The same description has the same ids, rules, variables and log. Outer ports
 * get the gateway rules that opening them would have created; formerly outer ports keep theirs, closed.
 */
export function buildSeed(teams: readonly TeamSpec[], surroundings: Surroundings): Seed {
  const now = Date.parse(surroundings.clock)
  const httpdomains = new Map(surroundings.regions.map((region) => [region.region_name, region.httpdomain]))
  const aliases = new Set<string>()
  const seed: Seed = {
    users: surroundings.users,
    tokens: surroundings.tokens,
    teams: [],
    regions: surroundings.regions,
    apps: [],
    services: [],
    ports: [],
    envs: [],
    http_rules: [],
    tcp_rules: [],
    events: [],
  }

  const addPort = (spec: PortSpec, context: ComponentContext) => {
    seed.ports.push(portRow(spec, context))
    seed.envs.push(...envRows(spec, context))
    for (const rule of httpRules(spec, context, httpdomains.get(context.app.region) ?? '')) {
      const ID = seed.http_rules.length + 1
      seed.http_rules.push({ ID, http_rule_id: fixedId(`http rule ${ID}`), ...rule })
    }
    for (const rule of tcpRules(spec, context)) {
      const ID = seed.tcp_rules.length + 1
      const end_point = `0.0.0.0:${firstGatewayPort + ID}`
      seed.tcp_rules.push({ ID, tcp_rule_id: fixedId(`tcp rule ${ID}`), end_point, ...rule })
    }
  }

  const addComponent = (
    spec: ComponentSpec,
    at: { readonly team: TeamSpec; readonly app: AppSpec },
    appId: number,
  ) => {
    const id = fixedId(`${at.team.name}/${at.app.slug}/${spec.slug}`)
    const service = serviceRow(spec, at, appId, { id, alias: freeAlias(id, aliases) })
    const context: ComponentContext = {
      ...at,
      service,
      internalDomain: spec.internalDomain ?? service.service_alias,
    }
    seed.services.push(service)
    for (const port of spec.ports) addPort(port, context)
    const members = seed.users.filter(({ user_id }) => at.team.members.includes(user_id))
    const names = members.map(({ nick_name }) => nick_name)
    seed.events.push(...history(spec, service, now, names))
  }

  for (const team of teams) {
    seed.teams.push(teamRow(team, seed.teams.length + 1, seed.users[0]?.enterprise_id ?? ''))
    for (const app of team.apps) {
      const ID = seed.apps.length + 1
      seed.apps.push(appRow(app, team, ID))
      for (const spec of app.components) addComponent(spec, { team, app }, ID)
    }
  }
  return seed
}
