import { queryOptions } from '@tanstack/react-query'
import { type Domains, domainsSchema } from '../contract/domain'
import { keys, portsStaleMs } from '../keys'
import { type AppRef, paths } from '../paths'
import { parse, request } from '../request/client'

export async function listDomains(ref: AppRef, signal?: AbortSignal): Promise<Domains> {
  return parse(domainsSchema, await request(paths.domains(ref), { signal }))
}

/** Reads the gateway rules of an app. Optional: without them the grid says which addresses are unknown. */
export const domainsQuery = (ref: AppRef) =>
  queryOptions({
    queryKey: keys.domains(ref),
    queryFn: ({ signal }) => listDomains(ref, signal),
    staleTime: portsStaleMs,
  })
