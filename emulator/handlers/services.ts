import { crash, plain, type Answer } from '../answers'
import type { AppCall, ComponentCall } from '../call'
import { listed, type Component, type Region } from '../state'
import { publicEndPoint } from './domains'

function serviceRow({ service }: Component, status: string | null, accessInfos: readonly string[]) {
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
    desc: service.desc,
    min_node: service.min_node,
    min_cpu: service.min_cpu,
    min_memory: service.min_memory,
    language: service.language,
    status,
    access_infos: accessInfos,
  }
}

/** Every address that the component has a rule for, closed ones too. */
function accessInfos({ httpRules, tcpRules }: Component, region: Region): string[] {
  return [
    ...httpRules.map(({ certificate_id, domain_name, domain_path }) => {
      const scheme = certificate_id === 0 ? 'http' : 'https'
      return `${scheme}://${domain_name}${domain_path}`
    }),
    ...tcpRules.map((rule) => publicEndPoint(rule, region)),
  ]
}

/** `GET …/apps/{app}/services`: all rows, without addresses; no status while the cluster is down. */
export function listServices({ world, app, cluster }: AppCall): Answer {
  const components = listed(world.componentsByApp, app.ID)
  return plain(
    components.map((component) =>
      serviceRow(component, cluster.isDown ? null : component.service.status, []),
    ),
  )
}

/** `GET …/services/{service}`: crashes while the cluster is down, for it has the status. */
export function oneService({ component, region, cluster }: ComponentCall): Answer {
  if (cluster.isDown) throw crash('IndexError', 'list index out of range')
  return plain(serviceRow(component, component.service.status, accessInfos(component, region)))
}
