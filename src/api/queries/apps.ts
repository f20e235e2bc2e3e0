import { queryOptions } from '@tanstack/react-query'
import { listApps } from '../endpoints/apps'
import { keys } from '../keys'
import type { RegionRef } from '../refs'
import { listStaleMs } from './stale-times'

/** Every app of a team in a cluster. */
export const appsQuery = (ref: RegionRef) =>
  queryOptions({
    queryKey: keys.apps(ref),
    queryFn: ({ signal }) => listApps(ref, signal),
    staleTime: listStaleMs,
  })
