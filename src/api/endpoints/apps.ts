import { parse, request } from '../client'
import { appListSchema, type App } from '../contract/app'
import { paths } from '../paths'
import type { RegionRef } from '../refs'

/** Gives every app of a team in a cluster. Throws `ApiError`. */
export async function listApps(ref: RegionRef, signal?: AbortSignal): Promise<App[]> {
  return parse(appListSchema, await request(paths.apps(ref), { signal }))
}
