import { queryOptions } from '@tanstack/react-query'
import { parse, request } from '../client'
import { type Service, serviceListSchema, serviceSchema } from '../contract/service'
import { keys, listStaleMs } from '../keys'
import { type AppRef, type ComponentRef, paths } from '../paths'

/** Gives every component of an app. Throws `ApiError`. */
export async function listServices(ref: AppRef, signal?: AbortSignal): Promise<Service[]> {
  return parse(serviceListSchema, await request(paths.services(ref), { signal }))
}

/** Gives one component. Throws `ApiError`; Rainbond crashes here while its cluster is down. */
export async function getService(ref: ComponentRef, signal?: AbortSignal): Promise<Service> {
  return parse(serviceSchema, await request(paths.service(ref), { signal }))
}

/** Every component of an app. */
export const servicesQuery = (ref: AppRef) =>
  queryOptions({
    queryKey: keys.services(ref),
    queryFn: ({ signal }) => listServices(ref, signal),
    staleTime: listStaleMs,
  })

/** One component by itself. A side route: without it the component is looked up in its app's list. */
export const serviceQuery = (ref: ComponentRef) =>
  queryOptions({
    queryKey: keys.service(ref),
    queryFn: ({ signal }) => getService(ref, signal),
    staleTime: listStaleMs,
  })
