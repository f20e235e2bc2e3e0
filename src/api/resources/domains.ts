import { queryOptions } from '@tanstack/react-query'
import { parse, request } from '../client'
import { type Domains, domainsSchema } from '../contract/domain'
import { keys, portsStaleMs } from '../keys'
import { type AppRef, paths } from '../paths'

/** Gives the gateway rules of an app, http and tcp, open and closed ones. Throws `ApiError`. */
export async function listDomains(ref: AppRef, signal?: AbortSignal): Promise<Domains> {
  return parse(domainsSchema, await request(paths.domains(ref), { signal }))
}

/** The gateway rules of an app. A side route: without it the grid says what it cannot tell. */
export const domainsQuery = (ref: AppRef) =>
  queryOptions({
    queryKey: keys.domains(ref),
    queryFn: ({ signal }) => listDomains(ref, signal),
    staleTime: portsStaleMs,
  })
