import { parse, request } from '../client'
import { teamPageSchema, type Team } from '../contract/team'
import { paths } from '../paths'
import { readAllPages } from './read-all-pages'

/** Gives every team of the person, however many pages they take. Throws `ApiError`. */
export function listTeams(signal?: AbortSignal): Promise<Team[]> {
  return readAllPages(
    async (query) => {
      const page = parse(teamPageSchema, await request(`${paths.teams()}?${query}`, { signal }))
      return { rows: page.tenants, total: page.total }
    },
    (team) => team.tenant_id,
  )
}
