import { queryOptions } from '@tanstack/react-query'
import { listTeamPorts } from '../endpoints/team-ports'
import { keys } from '../keys'
import type { RegionRef } from '../refs'
import { listStaleMs } from './stale-times'

/** The inner-open ports of a team, to know which internal domains are taken. A side route. */
export const teamPortsQuery = (ref: RegionRef) =>
  queryOptions({
    queryKey: keys.teamPorts(ref),
    queryFn: ({ signal }) => listTeamPorts(ref, signal),
    staleTime: listStaleMs,
  })
