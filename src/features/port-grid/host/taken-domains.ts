import type { QueryClient } from '@tanstack/react-query'
import type { Port } from '../../../api/contract/port'
import { keys } from '../../../api/keys'
import type { ComponentRef } from '../../../api/paths'
import { teamPortsQuery } from '../../../api/resources/ports'

/**
 * Returns the known internal domains of the team's other components: those of inner-open ports and of every component
 * that was viewed before. The server still refuses one that isn't known here.
 */
export function takenDomains(client: QueryClient, ref: ComponentRef, own: readonly Port[]): Set<string> {
  const taken = new Set<string>()
  for (const { service_name: name } of client.getQueryData(teamPortsQuery(ref).queryKey) ?? [])
    if (name) taken.add(name)
  const looked = client.getQueryCache().findAll({
    queryKey: keys.team(ref),
    predicate: ({ queryKey }) => queryKey.at(-1) === 'ports',
  })
  for (const { queryKey } of looked)
    for (const port of client.getQueryData<readonly Port[]>(queryKey) ?? []) taken.add(port.k8s_service_name)
  for (const port of own) taken.delete(port.k8s_service_name)
  taken.delete('')
  return taken
}

/** Fetches what `takenDomains` needs. Never rejects: without it, the server still refuses a taken domain. */
export async function loadTakenDomains(client: QueryClient, ref: ComponentRef): Promise<void> {
  await client.query(teamPortsQuery(ref)).catch(() => undefined)
}
