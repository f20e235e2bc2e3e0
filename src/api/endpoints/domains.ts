import { parse, request } from '../client'
import { domainsSchema, type Domains } from '../contract/domain'
import { paths } from '../paths'
import type { AppRef } from '../refs'

/** Gives the gateway rules of an app, http and tcp, open and closed ones. Throws `ApiError`. */
export async function listDomains(ref: AppRef, signal?: AbortSignal): Promise<Domains> {
  return parse(domainsSchema, await request(paths.domains(ref), { signal }))
}
