import { queryOptions } from '@tanstack/react-query'
import { type Region, regionPageSchema } from '../contract/region'
import { keys, listStaleMs } from '../keys'
import { paths, type TeamRef } from '../paths'
import { parse, request } from '../request/client'
import { readAllPages } from './read-all-pages'

/**
 * Returns every cluster of a team, including those in maintenance. Never sends the parameter `query`, which crashes the
 * server (docs/contract.md, "Reading").
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

export const regionsQuery = (ref: TeamRef) =>
  queryOptions({
    queryKey: keys.regions(ref),
    queryFn: ({ signal }) => listRegions(ref, signal),
    staleTime: listStaleMs,
  })
