import { queryOptions } from '@tanstack/react-query'
import { type App, appListSchema } from '../contract/app'
import { keys, listStaleMs } from '../keys'
import { paths, type RegionRef } from '../paths'
import { parse, request } from '../request/client'

export async function listApps(ref: RegionRef, signal?: AbortSignal): Promise<App[]> {
  return parse(appListSchema, await request(paths.apps(ref), { signal }))
}

export const appsQuery = (ref: RegionRef) =>
  queryOptions({
    queryKey: keys.apps(ref),
    queryFn: ({ signal }) => listApps(ref, signal),
    staleTime: listStaleMs,
  })
