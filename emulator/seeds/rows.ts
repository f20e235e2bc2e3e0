import { fixedId } from './ids'
import type { AppPlan, ComponentPlan, CustomDomain, PortPlan, TeamPlan } from './plans'
import type { Seed } from './seed'

type Row<Table extends keyof Seed> = Seed[Table][number]

/** Where a component stands, once it has its row. */
export interface Place {
  readonly team: TeamPlan
  readonly app: AppPlan
  readonly service: Row<'services'>
  readonly internalDomain: string
}

/** When the apps were made and last changed; apps carry no zone. */
const appTime = '2026-11-02 09:00:00'

const isInner = ({ open }: PortPlan) => open === 'inner' || open === 'both'
const isOuter = ({ open }: PortPlan) => open === 'both' || open === 'outer alone'
const aliasOf = ({ alias, port }: PortPlan, { service }: Place) =>
  alias ?? `${service.service_alias.toUpperCase()}${port}`

export const teamRow = (team: TeamPlan, ID: number, enterprise_id: string): Row<'teams'> => ({
  ID,
  tenant_id: fixedId(team.name),
  tenant_name: team.name,
  tenant_alias: team.alias,
  namespace: team.name,
  enterprise_id,
  is_active: true,
  creater: team.creator,
  members: [...team.members],
  regions: team.regions.map((region_name) => ({ region_name, is_init: true })),
})

export const appRow = (app: AppPlan, team: TeamPlan, ID: number): Row<'apps'> => ({
  ID,
  tenant_id: fixedId(team.name),
  group_name: app.name,
  region_name: app.region,
  is_default: false,
  order_index: 0,
  note: app.note ?? '',
  username: team.creator,
  governance_mode: app.mesh ? 'BUILD_IN_SERVICE_MESH' : 'KUBERNETES_NATIVE_SERVICE',
  create_time: appTime,
  update_time: appTime,
  app_type: 'rainbond',
  k8s_app: app.slug,
})

/** @param alias of the service, unique among all */
export const serviceRow = (
  plan: ComponentPlan,
  { team, app }: { readonly team: TeamPlan; readonly app: AppPlan },
  app_id: number,
  { id, alias }: { readonly id: string; readonly alias: string },
): Row<'services'> => ({
  service_id: id,
  tenant_id: fixedId(team.name),
  service_alias: alias,
  service_cname: plan.name,
  service_region: app.region,
  service_source: plan.endpoints ? 'third_party' : 'docker_run',
  create_status: plan.unfinished ? 'creating' : 'complete',
  k8s_component_name: plan.slug,
  image: plan.image,
  desc: plan.note ?? '',
  min_node: 1,
  min_cpu: 500,
  min_memory: 512,
  language: '',
  app_id,
  status: plan.status ?? (plan.unfinished ? 'undeploy' : 'running'),
  ...(plan.endpoints && { endpoints: [...plan.endpoints] }),
  ...(plan.fault && { fault: plan.fault }),
  ...(plan.probe !== undefined && { probe_port: plan.probe }),
})

export const portRow = (plan: PortPlan, place: Place): Row<'ports'> => ({
  service_id: place.service.service_id,
  container_port: plan.port,
  mapping_port: plan.port,
  lb_mapping_port: 0,
  protocol: plan.protocol,
  port_alias: aliasOf(plan, place),
  is_inner_service: isInner(plan),
  is_outer_service: isOuter(plan),
  k8s_service_name: place.internalDomain,
})

/** The connection variables that an inner port gives to the components that depend on it. */
export function envRows(plan: PortPlan, place: Place): Row<'envs'>[] {
  if (!isInner(plan)) return []
  const { service, app, internalDomain } = place
  // a rename within a mesh sets the host to the mesh's own end (docs/contract.md, "Changing")
  const meshed = app.mesh === true && internalDomain !== service.service_alias
  const row = (name: string, suffix: string, value: string) => ({
    service_id: service.service_id,
    container_port: plan.port,
    name,
    attr_name: `${aliasOf(plan, place)}_${suffix}`,
    attr_value: value,
    scope: 'outer',
  })
  return [
    row('连接地址', 'HOST', meshed ? '127.0.0.1' : internalDomain),
    row('端口', 'PORT', String(plan.port)),
  ]
}

const hasRules = (plan: PortPlan) => isOuter(plan) || plan.wasOuter === true

/** The gateway rules of an http port: Rainbond's own domain, and those that people bound. */
export function httpRules(
  plan: PortPlan,
  { service, team }: Place,
  httpdomain: string,
): Omit<Row<'http_rules'>, 'ID' | 'http_rule_id'>[] {
  if (plan.protocol !== 'http' || !hasRules(plan)) return []
  const rule = ({ name, path, certificate }: CustomDomain, type: 0 | 1) => ({
    service_id: service.service_id,
    container_port: plan.port,
    is_outer_service: isOuter(plan),
    domain_name: name,
    type,
    ...(path !== undefined && { domain_path: path }),
    ...(certificate !== undefined && { certificate_id: certificate }),
  })
  const own = { name: `${service.service_alias}-${plan.port}-${team.name}.${httpdomain}` }
  return [rule(own, 0), ...(plan.domains ?? []).map((domain) => rule(domain, 1))]
}

/** The gateway rule of a port that is not http, without the port number that the gateway gives it. */
export function tcpRules(
  plan: PortPlan,
  { service }: Place,
): Omit<Row<'tcp_rules'>, 'ID' | 'tcp_rule_id' | 'end_point'>[] {
  if (plan.protocol === 'http' || !hasRules(plan)) return []
  return [
    {
      service_id: service.service_id,
      container_port: plan.port,
      is_outer_service: isOuter(plan),
      protocol: plan.protocol === 'udp' ? 'udp' : 'tcp',
    },
  ]
}
