import { queryOptions } from '@tanstack/react-query'
import { listPorts } from '../endpoints/ports'
import { keys } from '../keys'
import type { ComponentRef } from '../refs'
import { portsStaleMs } from './stale-times'

/** The ports of a component. */
export const portsQuery = (ref: ComponentRef) =>
  queryOptions({
    queryKey: keys.ports(ref),
    queryFn: ({ signal }) => listPorts(ref, signal),
    staleTime: portsStaleMs,
  })
