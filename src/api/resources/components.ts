import { queryOptions } from '@tanstack/react-query'
import { parse, request } from '../client'
import { type Component, componentListSchema, componentSchema } from '../contract/component'
import { keys, listStaleMs } from '../keys'
import { type AppRef, type ComponentRef, paths } from '../paths'

/** Gives every component of an app. Throws `ApiError`. */
export async function listComponents(ref: AppRef, signal?: AbortSignal): Promise<Component[]> {
  return parse(componentListSchema, await request(paths.components(ref), { signal }))
}

/** Gives one component. Throws `ApiError`; Rainbond crashes here while its cluster is down. */
export async function getComponent(ref: ComponentRef, signal?: AbortSignal): Promise<Component> {
  return parse(componentSchema, await request(paths.component(ref), { signal }))
}

/** Every component of an app. */
export const componentsQuery = (ref: AppRef) =>
  queryOptions({
    queryKey: keys.components(ref),
    queryFn: ({ signal }) => listComponents(ref, signal),
    staleTime: listStaleMs,
  })

/** One component by itself. A side route: without it the component is looked up in its app's list. */
export const componentQuery = (ref: ComponentRef) =>
  queryOptions({
    queryKey: keys.component(ref),
    queryFn: ({ signal }) => getComponent(ref, signal),
    staleTime: listStaleMs,
  })
