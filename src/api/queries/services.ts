import { queryOptions } from '@tanstack/react-query'
import { getService, listServices } from '../endpoints/services'
import { keys } from '../keys'
import type { AppRef, ComponentRef } from '../refs'
import { listStaleMs } from './stale-times'

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
