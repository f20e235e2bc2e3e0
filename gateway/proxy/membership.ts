import * as z from 'zod/mini'
import { teamPageSchema } from '../../src/api/contract/team'
import { isLicenceProblem } from '../console/answer'
import { acceptedToken, type ConsoleCall } from '../console/console-calls'
import { Refusal } from '../http/refusal'
import { BoundedMap } from '../limits/bounded-map'

const pageSize = 100
const mostPages = 500
const rememberedPeople = 2000

/** How long a list of teams is used, in milliseconds. Somebody removed from a team can act for that long. */
const freshForMs = 60_000
/** A list older than this is read again before a refusal, since the person may have joined meanwhile. */
const refuseByMs = 3000

interface Asker {
  readonly person: string
  readonly token: string
  readonly requestId: string
}

/**
 * Checks that the person is in the team, given by id or name.
 * @throws Refusal `forbidden` if not, or the failure of the console to list the teams
 */
export type RequireMembership = (team: string, asker: Asker) => Promise<void>

interface TeamsOfPerson {
  readonly readAt: number
  /** Both ids and names. */
  readonly teams: ReadonlySet<string>
}

/**
 * Checks membership against `/teams` for the person's own token, because Rainbond's team routes do not check it
 * (docs/contract.md, "Authentication").
 * @param now milliseconds
 */
export function createMembership(call: ConsoleCall, now: () => number): RequireMembership {
  const known = new BoundedMap<string, Promise<TeamsOfPerson>>(rememberedPeople)

  function read(asker: Asker): Promise<TeamsOfPerson> {
    const reading = readTeams(call, asker).then((teams) => ({ readAt: now(), teams }))
    known.set(asker.token, reading)
    // The next request asks again after a failure.
    reading.catch(() => {
      known.delete(asker.token)
    })
    return reading
  }

  return async (team, asker) => {
    let person = await (known.get(asker.token) ?? read(asker))
    const age = now() - person.readAt
    if (age > freshForMs || (age > refuseByMs && !person.teams.has(team))) person = await read(asker)
    if (!person.teams.has(team)) throw new Refusal('forbidden', { reason: 'not-a-member' })
  }
}

async function readTeams(
  call: ConsoleCall,
  { person, token, requestId }: Asker,
): Promise<ReadonlySet<string>> {
  const teams = new Set<string>()
  for (let page = 1, seen = 0; page <= mostPages; page += 1) {
    const path = `/openapi/v1/teams?page=${page}&page_size=${pageSize}`
    const answer = acceptedToken(await call({ method: 'GET', path, token, requestId, person }))
    if (isLicenceProblem(answer)) throw new Refusal('licence')
    const read = z.safeParse(teamPageSchema, answer.json)
    if (answer.status !== 200 || !read.success) {
      throw new Refusal('upstream', { detail: 'The console did not list your teams.' })
    }
    const { tenants, total } = read.data
    const before = teams.size
    for (const { tenant_id, tenant_name } of tenants) teams.add(tenant_id).add(tenant_name)
    seen += tenants.length
    // A page beyond the last may repeat the first.
    if (seen >= total || teams.size === before) break
  }
  return teams
}
