import { envelope, type Answer } from '../answers'
import type { RegionCall } from '../call'

/**
 * `GET …/regions/{region}/apps_port`: every inner-open port of the team in all regions; `component_name` is null for
 * components of another region than the path's.
 */
export function listAppsPort({ team, region }: RegionCall): Answer {
  const { namespace } = team.row
  const ports = team.components
    .flatMap(({ service, ports: own }) => own.map((port) => ({ port, service })))
    .filter(({ port }) => port.is_inner_service)
    .sort((a, b) => a.port.ID - b.port.ID)
    .map(({ port, service }) => ({
      port: port.container_port,
      service_name: port.k8s_service_name,
      namespace,
      component_name: service.service_region === region.region_name ? service.service_cname : null,
    }))
  return envelope('查询成功', { bean: { namespace, ports } })
}
