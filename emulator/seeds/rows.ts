import { fixedId } from './ids'
import type { Seed } from './seed'
import type { AppSpec, ComponentSpec, CustomDomain, PortSpec, TeamSpec } from './specs'

type Row<Table extends keyof Seed> = Seed[Table][number]

/** A component's row, and where it belongs. */
export interface ComponentContext {
  readonly team: TeamSpec
  readonly app: AppSpec
  readonly service: Row<'services'>
  readonly internalDomain: string
}

/** When the apps were created and last changed, without a zone as in Rainbond. */
const appTime = '2026-11-02 09:00:00'

const isInner = ({ open }: PortSpec) => open === 'inner' || open === 'both'
const isOuter = ({ open }: PortSpec) => open === 'both' || open === 'outer alone'
const aliasOf = ({ alias, port }: PortSpec, { service }: ComponentContext) =>
  alias ?? `${service.service_alias.toUpperCase()}${port}`

export const teamRow = (team: TeamSpec, ID: number, enterprise_id: string): Row<'teams'> => ({
  ID,
  tenant_id: fixedId(team.name),
  tenant_name: team.name,
  tenant_alias: team.alias,
  namespace: team.name,
  enterprise_id,
  is_active: true,
  creater: team.creator,
  members: [...team.members],
  ...(team.roles && {
    roles: team.roles.map(({ user, name }) => ({ user_id: user, role_id: fixedId(name), role_name: name })),
  }),
  regions: team.regions.map((region_name) => ({ region_name, is_init: true })),
})

export const appRow = (app: AppSpec, team: TeamSpec, ID: number): Row<'apps'> => ({
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

/** @param alias unique among all components */
export const serviceRow = (
  spec: ComponentSpec,
  { team, app }: { readonly team: TeamSpec; readonly app: AppSpec },
  app_id: number,
  { id, alias }: { readonly id: string; readonly alias: string },
): Row<'services'> => ({
  service_id: id,
  tenant_id: fixedId(team.name),
  service_alias: alias,
  service_cname: spec.name,
  service_region: app.region,
  service_source: spec.endpoints ? 'third_party' : 'docker_run',
  create_status: spec.unfinished ? 'creating' : 'complete',
  k8s_component_name: spec.slug,
  image: spec.image,
  desc: spec.note ?? '',
  min_node: 1,
  min_cpu: 500,
  min_memory: 512,
  language: '',
  app_id,
  status: spec.status ?? (spec.unfinished ? 'undeploy' : 'running'),
  ...(spec.endpoints && { endpoints: [...spec.endpoints] }),
  ...(spec.fault && { fault: spec.fault }),
  ...(spec.probe !== undefined && { probe_port: spec.probe }),
})

export const portRow = (spec: PortSpec, context: ComponentContext): Row<'ports'> => ({
  service_id: context.service.service_id,
  container_port: spec.port,
  mapping_port: spec.port,
  lb_mapping_port: 0,
  protocol: spec.protocol,
  port_alias: aliasOf(spec, context),
  is_inner_service: isInner(spec),
  is_outer_service: isOuter(spec),
  k8s_service_name: context.internalDomain,
})

/** Builds the connection variables that an inner port offers to dependent components. */
export function envRows(spec: PortSpec, context: ComponentContext): Row<'envs'>[] {
  if (!isInner(spec)) return []
  const { service, app, internalDomain } = context
  // A renamed domain in a mesh is reached through the sidecar (docs/contract.md, "Changing").
  const meshed = app.mesh === true && internalDomain !== service.service_alias
  const row = (name: string, suffix: string, value: string) => ({
    service_id: service.service_id,
    container_port: spec.port,
    name,
    attr_name: `${aliasOf(spec, context)}_${suffix}`,
    attr_value: value,
    scope: 'outer',
  })
  return [
    row('连接地址', 'HOST', meshed ? '127.0.0.1' : internalDomain),
    row('端口', 'PORT', String(spec.port)),
  ]
}

const hasRules = (spec: PortSpec) => isOuter(spec) || spec.wasOuter === true

/** Builds the gateway rules of an http port: Rainbond's default domain and custom ones. */
export function httpRules(
  spec: PortSpec,
  { service, team }: ComponentContext,
  httpdomain: string,
): Omit<Row<'http_rules'>, 'ID' | 'http_rule_id'>[] {
  if (spec.protocol !== 'http' || !hasRules(spec)) return []
  const rule = ({ name, path, certificate }: CustomDomain, type: 0 | 1) => ({
    service_id: service.service_id,
    container_port: spec.port,
    is_outer_service: isOuter(spec),
    domain_name: name,
    type,
    ...(path !== undefined && { domain_path: path }),
    ...(certificate !== undefined && { certificate_id: certificate }),
  })
  const own = { name: `${service.service_alias}-${spec.port}-${team.name}.${httpdomain}` }
  return [rule(own, 0), ...(spec.domains ?? []).map((domain) => rule(domain, 1))]
}

/** Builds the gateway rule of any other port, without the port number that the gateway assigns. */
export function tcpRules(
  spec: PortSpec,
  { service }: ComponentContext,
): Omit<Row<'tcp_rules'>, 'ID' | 'tcp_rule_id' | 'end_point'>[] {
  if (spec.protocol === 'http' || !hasRules(spec)) return []
  return [
    {
      service_id: service.service_id,
      container_port: spec.port,
      is_outer_service: isOuter(spec),
      protocol: spec.protocol === 'udp' ? 'udp' : 'tcp',
    },
  ]
}
