import { componentAlias, type World } from './arbitrary-world'

/** The ids and the token of the one component that a seed of a world holds. */
export const place = {
  team: 't'.repeat(32),
  component: 's'.repeat(32),
  token: 'a'.repeat(40),
  region: { region_name: 'rainbond', tcpdomain: '10.0.0.1' },
} as const

const enterprise = 'e'.repeat(32)
const { team, component, token, region } = place

/** Makes a seed of the emulator that holds one component and nothing else. */
export function seedOf({ ports, meshed, thirdParty, unfinished }: World) {
  const rules = ports.flatMap(({ port, rules: own }) => own.map((rule) => ({ ...rule, port })))
  const text = { name: '', attr_name: '', scope: 'outer', service_id: component }
  const time = { create_time: '2026-11-02 09:00:00', update_time: '2026-11-02 09:00:00' }
  return {
    users: [
      {
        ...{ user_id: 1, nick_name: 'admin', real_name: null, email: 'a@acme.test', phone: null },
        ...{ is_active: true, enterprise_id: enterprise },
      },
    ],
    tokens: [{ token, user_id: 1, expired: false }],
    teams: [
      {
        ...{
          ID: 1,
          tenant_id: team,
          tenant_name: 'platform',
          tenant_alias: 'Platform',
          namespace: 'platform',
        },
        ...{ enterprise_id: enterprise, is_active: true, creater: 'admin', members: [1] },
        regions: [{ region_name: 'rainbond', is_init: true }],
      },
    ],
    regions: [
      {
        ...{
          ...region,
          region_id: 'r'.repeat(32),
          region_alias: 'R',
          url: '',
          wsurl: '',
          token: '',
          status: '1',
        },
        ...{ httpdomain: 'apps.acme.test', desc: '', scope: 'private', enterprise_id: enterprise },
      },
    ],
    apps: [
      {
        ...{
          ID: 1,
          tenant_id: team,
          group_name: 'shop',
          region_name: 'rainbond',
          is_default: false,
          note: '',
        },
        ...{ ...time, order_index: 0, username: 'admin', app_type: 'rainbond', k8s_app: 'shop' },
        governance_mode: meshed ? 'BUILD_IN_SERVICE_MESH' : 'KUBERNETES_NATIVE_SERVICE',
      },
    ],
    services: [
      {
        ...{ service_id: component, tenant_id: team, service_alias: componentAlias, service_cname: 'web' },
        ...{ service_region: 'rainbond', k8s_component_name: 'web', image: 'web', desc: '', language: '' },
        ...{
          min_node: 1,
          min_cpu: 100,
          min_memory: 256,
          app_id: 1,
          status: 'running',
          endpoints: ['10.0.0.9:80'],
        },
        service_source: thirdParty ? 'third_party' : 'docker_run',
        create_status: unfinished ? 'creating' : 'complete',
      },
    ],
    ports: ports.map(({ port, protocol, alias, inner, outer, domain }) => ({
      ...{ service_id: component, container_port: port, mapping_port: port, lb_mapping_port: 0, protocol },
      ...{ port_alias: alias, is_inner_service: inner, is_outer_service: outer, k8s_service_name: domain },
    })),
    envs: ports
      .filter(({ inner }) => inner)
      .flatMap(({ port, alias, domain }) => [
        { ...text, container_port: port, attr_name: `${alias}_HOST`, attr_value: domain },
        { ...text, container_port: port, attr_name: `${alias}_PORT`, attr_value: String(port) },
      ]),
    http_rules: rules
      .filter(({ kind }) => kind === 'http')
      .map(({ port, host, path, certificate, type, open }, at) => ({
        ...{
          ID: at + 1,
          http_rule_id: `http-${String(at)}`,
          service_id: component,
          container_port: port,
          type,
        },
        ...{ domain_name: host, domain_path: path, certificate_id: certificate, is_outer_service: open },
      })),
    tcp_rules: rules
      .filter(({ kind }) => kind === 'tcp')
      .map(({ port, host, open }, at) => ({
        ...{ ID: at + 1, tcp_rule_id: `tcp-${String(at)}`, service_id: component, container_port: port },
        ...{ end_point: host, protocol: 'tcp', is_outer_service: open },
      })),
    events: [],
  }
}
