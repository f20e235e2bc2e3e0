import { parse, request } from '../client'
import { regionPageSchema, type Region } from '../contract/region'
import { paths } from '../paths'
import type { TeamRef } from '../refs'
import { readAllPages } from './read-all-pages'

/**
 * Gives every cluster of a team, those in maintenance too. Never sends `query`, which crashes the server
 * (docs/contract.md, "Reading"). Throws `ApiError`.
 */
export function listRegions(ref: TeamRef, signal?: AbortSignal): Promise<Region[]> {
  return readAllPages(
    async (query) => {
      const page = parse(regionPageSchema, await request(`${paths.regions(ref)}?${query}`, { signal }))
      return { rows: page.regions, total: page.total }
    },
    (region) => region.region_name,
  )
}
