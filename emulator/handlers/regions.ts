import type { Region } from '../state/world'
import { type Answer, crash, plain } from '../wire/answers'
import { readPage, rowsOf } from '../wire/paging'
import type { TeamCall } from './call'

function regionRow(region: Region, tenant_name: string) {
  return {
    region_id: region.region_id,
    region_name: region.region_name,
    region_alias: region.region_alias,
    tenant_name,
    url: region.url,
    wsurl: region.wsurl,
    httpdomain: region.httpdomain,
    tcpdomain: region.tcpdomain,
    token: region.token,
    status: region.status,
    desc: region.desc,
    scope: region.scope,
  }
}

/**
 * `GET /teams/{team}/regions?page&page_size`: sorted by name, including those in maintenance, with their secret `token`.
 * Any `query` breaks the console's SQL and crashes.
 */
export function listRegions({ world, team, query }: TeamCall): Answer {
  const page = readPage(query)
  if (query.get('query')) throw crash('OperationalError', 'near "%": syntax error')
  const { tenant_name, regions: own } = team.row
  const regions = own
    .map(({ region_name }) => world.regions.get(region_name))
    .filter((region): region is Region => region !== undefined)
    .sort((a, b) => (a.region_name < b.region_name ? -1 : 1))
  const rows = rowsOf(regions, page).map((region) => regionRow(region, tenant_name))
  return plain({ total: regions.length, regions: rows })
}
