import { parse, request } from '../client'
import { serviceListSchema, serviceSchema, type Service } from '../contract/service'
import { paths } from '../paths'
import type { AppRef, ComponentRef } from '../refs'

/** Gives every component of an app. Throws `ApiError`. */
export async function listServices(ref: AppRef, signal?: AbortSignal): Promise<Service[]> {
  return parse(serviceListSchema, await request(paths.services(ref), { signal }))
}

/** Gives one component. Throws `ApiError`; Rainbond crashes here while its cluster is down. */
export async function getService(ref: ComponentRef, signal?: AbortSignal): Promise<Service> {
  return parse(serviceSchema, await request(paths.service(ref), { signal }))
}
