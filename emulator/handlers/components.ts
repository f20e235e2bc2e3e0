import { type Component, listed, type Region } from '../state/world'
import { type Answer, crash, plain } from '../wire/answers'
import type { AppCall, ComponentCall } from './call'
import { publicEndPoint } from './domains'

/** Returns the tag of an image. */
const versionOf = (image: string) => /:([^:/]+)$/.exec(image)?.[1] ?? 'latest'

/** The columns that seeds lack: the console's defaults, the same for every component. */
const defaults = {
  service_key: 'application',
  category: 'application',
  update_version: 1,
  cmd: '',
  container_gpu: 0,
  extend_method: 'stateless_multiple',
  code_from: '',
  git_url: null,
  git_project_id: 0,
  code_version: null,
  service_type: 'application',
  total_memory: 0,
  is_service: false,
  service_origin: 'assistant',
  tenant_service_group_id: 0,
  open_webhooks: false,
  check_uuid: '',
  check_event_id: '',
  docker_cmd: null,
  server_type: 'git',
  is_upgrate: false,
  build_upgrade: true,
  oauth_service_id: null,
  job_strategy: '',
  arch: 'amd64',
}

function componentRow(
  { service }: Component,
  creater: number,
  status: string | null,
  accessInfos: readonly string[],
) {
  return {
    service_id: service.service_id,
    tenant_id: service.tenant_id,
    service_alias: service.service_alias,
    service_cname: service.service_cname,
    service_region: service.service_region,
    service_source: service.service_source,
    create_status: service.create_status,
    k8s_component_name: service.k8s_component_name,
    image: service.image,
    version: versionOf(service.image),
    desc: service.desc,
    min_node: service.min_node,
    min_cpu: service.min_cpu,
    min_memory: service.min_memory,
    language: service.language,
    creater,
    ...defaults,
    status,
    access_infos: accessInfos,
  }
}

/** Returns the `user_id` of the team's creator, who counts as creator of its components; 0 for an unknown name. */
const createrOf = ({ world, team }: AppCall) => world.usersByName.get(team.row.creater)?.user_id ?? 0

/** Returns the addresses of all rules of the component, closed ones included. */
function accessInfos({ httpRules, tcpRules }: Component, region: Region): string[] {
  return [
    ...httpRules.map(({ certificate_id, domain_name, domain_path }) => {
      const scheme = certificate_id === 0 ? 'http' : 'https'
      return `${scheme}://${domain_name}${domain_path}`
    }),
    ...tcpRules.map((rule) => publicEndPoint(rule, region)),
  ]
}

const byServiceId = (a: Component, b: Component) => (a.service.service_id < b.service.service_id ? -1 : 1)

/** `GET …/apps/{app}/services`: sorted by `service_id`, without addresses; no status while the cluster is down. */
export function listComponents(call: AppCall): Answer {
  const { world, app, cluster } = call
  const components = listed(world.componentsByApp, app.ID).toSorted(byServiceId)
  return plain(
    components.map((component) =>
      componentRow(component, createrOf(call), cluster.isDown ? null : component.service.status, []),
    ),
  )
}

/** `GET …/services/{service}`: crashes while the cluster is down, because the status comes from there. */
export function showComponent(call: ComponentCall): Answer {
  const { component, region, cluster } = call
  if (cluster.isDown) throw crash('IndexError', 'list index out of range')
  const addresses = accessInfos(component, region)
  return plain(componentRow(component, createrOf(call), component.service.status, addresses))
}
