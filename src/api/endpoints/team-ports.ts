import { parse, request } from '../client'
import { appsPortSchema, type TeamPort } from '../contract/apps-port'
import { unwrapBean } from '../contract/envelope'
import { paths } from '../paths'
import type { RegionRef } from '../refs'

/** Gives every inner-open port of the team, in all its clusters (`…/apps_port`). Throws `ApiError`. */
export async function listTeamPorts(ref: RegionRef, signal?: AbortSignal): Promise<TeamPort[]> {
  return parse(appsPortSchema, unwrapBean(await request(paths.teamPorts(ref), { signal }))).ports
}
