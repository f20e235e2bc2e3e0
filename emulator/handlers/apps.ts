import { plain, type Answer } from '../answers'
import type { RegionCall } from '../call'
import type { App } from '../state'

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

/** `GET …/regions/{region}/apps?query`: all rows; `query` finds a part of the name in either case. */
export function listApps({ team, region, query }: RegionCall): Answer {
  const wanted = (query.get('query') ?? '').toLowerCase()
  const apps = team.apps.filter(
    (app) => app.region_name === region.region_name && app.group_name.toLowerCase().includes(wanted),
  )
  return plain(apps.map(appRow))
}
