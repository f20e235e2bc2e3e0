import { queryOptions } from '@tanstack/react-query'
import { listRegions } from '../endpoints/regions'
import { keys } from '../keys'
import type { TeamRef } from '../refs'
import { listStaleMs } from './stale-times'

/** Every cluster of a team. */
export const regionsQuery = (ref: TeamRef) =>
  queryOptions({
    queryKey: keys.regions(ref),
    queryFn: ({ signal }) => listRegions(ref, signal),
    staleTime: listStaleMs,
  })
