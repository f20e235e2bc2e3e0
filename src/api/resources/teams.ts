import { queryOptions } from '@tanstack/react-query'
import { type Team, teamPageSchema } from '../contract/team'
import { keys, listStaleMs } from '../keys'
import { paths } from '../paths'
import { parse, request } from '../request/client'
import { readAllPages } from './read-all-pages'

/** Returns every team of the signed-in person. */
export function listTeams(signal?: AbortSignal): Promise<Team[]> {
  return readAllPages(
    async (query) => {
      const page = parse(teamPageSchema, await request(`${paths.teams()}?${query}`, { signal }))
      return { rows: page.tenants, total: page.total }
    },
    (team) => team.tenant_id,
  )
}

export const teamsQuery = () =>
  queryOptions({
    queryKey: keys.teams(),
    queryFn: ({ signal }) => listTeams(signal),
    staleTime: listStaleMs,
  })
