import { queryOptions } from '@tanstack/react-query'
import { parse, request } from '../client'
import { appsPortSchema, type TeamPort } from '../contract/apps-port'
import { unwrapBean } from '../contract/envelope'
import { keys, listStaleMs } from '../keys'
import { paths, type RegionRef } from '../paths'

/** Gives every inner-open port of the team, in all its clusters (`…/apps_port`). Throws `ApiError`. */
export async function listTeamPorts(ref: RegionRef, signal?: AbortSignal): Promise<TeamPort[]> {
  return parse(appsPortSchema, unwrapBean(await request(paths.teamPorts(ref), { signal }))).ports
}

/** The inner-open ports of a team, to know which internal domains are taken. A side route. */
export const teamPortsQuery = (ref: RegionRef) =>
  queryOptions({
    queryKey: keys.teamPorts(ref),
    queryFn: ({ signal }) => listTeamPorts(ref, signal),
    staleTime: listStaleMs,
  })
