import { queryOptions } from '@tanstack/react-query'
import { type Component, componentListSchema, componentSchema } from '../contract/component'
import { keys, listStaleMs } from '../keys'
import { type AppRef, type ComponentRef, paths } from '../paths'
import { parse, request } from '../request/client'

export async function listComponents(ref: AppRef, signal?: AbortSignal): Promise<Component[]> {
  return parse(componentListSchema, await request(paths.components(ref), { signal }))
}

/** Rainbond fails here with an internal error while the cluster is down. */
export async function getComponent(ref: ComponentRef, signal?: AbortSignal): Promise<Component> {
  return parse(componentSchema, await request(paths.component(ref), { signal }))
}

export const componentsQuery = (ref: AppRef) =>
  queryOptions({
    queryKey: keys.components(ref),
    queryFn: ({ signal }) => listComponents(ref, signal),
    staleTime: listStaleMs,
  })

/** Optional: without it the component is looked up in its app's list. */
export const componentQuery = (ref: ComponentRef) =>
  queryOptions({
    queryKey: keys.component(ref),
    queryFn: ({ signal }) => getComponent(ref, signal),
    staleTime: listStaleMs,
  })
