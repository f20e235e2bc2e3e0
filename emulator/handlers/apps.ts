import type { App } from '../state/world'
import { type Answer, envelope, plain } from '../wire/answers'
import type { RegionCall } from './call'

function appRow({ k8s_app, create_time, update_time, ...app }: App) {
  return {
    ...app,
    create_time: create_time.replace(' ', 'T'),
    update_time: update_time.replace(' ', 'T'),
    app_store_name: null,
    app_store_url: null,
    app_template_name: null,
    version: null,
    logo: '',
    k8s_app,
  }
}

/** `GET …/regions/{region}/apps?query`: all rows; `query` matches part of the name in either case. */
export function listApps({ team, region, query }: RegionCall): Answer {
  const wanted = (query.get('query') ?? '').toLowerCase()
  const apps = team.apps.filter(
    (app) => app.region_name === region.region_name && app.group_name.toLowerCase().includes(wanted),
  )
  return plain(apps.map(appRow))
}

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
