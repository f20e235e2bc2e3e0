import * as z from 'zod/mini'
import { teamPageSchema, teamSchema } from '../../src/api/contract/team'
import { acceptedToken, isLicenceProblem } from '../console/answer'
import type { ConsoleCall } from '../console/console-calls'
import { Refusal } from '../http/refusal'
import { BoundedMap } from '../limits/bounded-map'
import { rolesIn } from './roles'

const pageSize = 100
/** Somebody in more teams can use the first 10,000. */
const mostPages = 100
/** How many people and teams are remembered in total. */
const remembered = 100_000

/** How long a list of teams is used, in milliseconds. Somebody removed from a team can act for that long. */
const freshForMs = 60_000
/** A list older than this is read again before a refusal, since the person may have joined meanwhile. */
const refuseByMs = 3000
/** How long a failure to read a list is repeated instead of reading again. */
const failedForMs = 1000

interface Asker {
  readonly person: string
  readonly token: string
  readonly requestId: string
}

/** A team of the person. */
export interface OwnTeam {
  readonly id: string
  /** The names of the person's roles in it; empty for owners and administrators, undefined if they cannot be read. */
  readonly roles: readonly string[] | undefined
}

/**
 * Checks that the person is in the team, given by id or name, and returns it. Names are compared exactly:
 * Rainbond ignores case, and takes a name that is another team's id for that id.
 * Answers at once from a list that is fresh enough.
 * @throws Refusal `forbidden` if not, or the failure of the console to list the teams
 */
export type RequireMembership = (team: string, asker: Asker) => OwnTeam | Promise<OwnTeam>

/** Each team, by id and by name. */
type Teams = ReadonlyMap<string, OwnTeam>

interface TeamList {
  readonly readAt: number
  readonly teams: Teams
}

const isRejectedToken = (error: unknown) => error instanceof Refusal && error.kind === 'unauthenticated'

/**
 * Checks membership against `/teams` for the person's own token, because Rainbond's team routes do not check it
 * (docs/contract.md, "Authentication"). All requests of a person share one reading of their list.
 * @param now milliseconds
 */
export function createMembership(call: ConsoleCall, now: () => number): RequireMembership {
  const known = new BoundedMap<string, TeamList>(remembered, ({ teams }) => 1 + teams.size / 2)
  const failed = new BoundedMap<string, { readonly at: number; readonly error: unknown }>(remembered)
  const reading = new Map<string, { readonly token: string; readonly list: Promise<TeamList> }>()

  async function read(asker: Asker): Promise<TeamList> {
    const { person } = asker
    try {
      const list = { teams: await readTeams(call, asker), readAt: now() }
      known.set(person, list)
      return list
    } catch (error) {
      if (!isRejectedToken(error)) failed.set(person, { at: now(), error })
      throw error
    } finally {
      reading.delete(person)
    }
  }

  async function share(asker: Asker): Promise<TeamList> {
    const { person, token } = asker
    const failure = failed.get(person)
    if (failure !== undefined && now() - failure.at < failedForMs) throw failure.error
    const shared = reading.get(person) ?? { token, list: read(asker) }
    reading.set(person, shared)
    try {
      return await shared.list
    } catch (error) {
      // The rejection of another token of this person says nothing about this one.
      if (isRejectedToken(error) && shared.token !== token) return share(asker)
      throw error
    }
  }

  const ownIn = ({ teams }: TeamList, team: string): OwnTeam => {
    const own = teams.get(team)
    if (own === undefined) throw new Refusal('forbidden', { reason: 'not-a-member' })
    return own
  }

  return (team, asker) => {
    const list = known.get(asker.person)
    const age = list === undefined ? Number.POSITIVE_INFINITY : now() - list.readAt
    if (list === undefined || age > (list.teams.has(team) ? freshForMs : refuseByMs))
      return share(asker).then((read) => ownIn(read, team))
    return ownIn(list, team)
  }
}

const teamsWithRolesSchema = z.extend(teamPageSchema, {
  tenants: z.array(z.extend(teamSchema, { role_infos: z.optional(z.unknown()) })),
})

async function readTeams(call: ConsoleCall, { person, token, requestId }: Asker): Promise<Teams> {
  const byId = new Map<string, OwnTeam>()
  const byName = new Map<string, OwnTeam>()
  for (let page = 1, seen = 0; page <= mostPages; page += 1) {
    const path = `/openapi/v1/teams?page=${page}&page_size=${pageSize}`
    const answer = acceptedToken(await call({ method: 'GET', path, token, requestId, person }))
    if (isLicenceProblem(answer)) throw new Refusal('licence')
    const read = z.safeParse(teamsWithRolesSchema, answer.json)
    if (answer.status !== 200 || !read.success) {
      throw new Refusal('upstream', { detail: 'The console did not list your teams.' })
    }
    const { tenants, total } = read.data
    const before = byId.size
    for (const { tenant_id: id, tenant_name, role_infos } of tenants) {
      const own = { id, roles: rolesIn(role_infos) }
      byId.set(id, own)
      byName.set(tenant_name, own)
    }
    seen += tenants.length
    // A page beyond the last may repeat the first.
    if (seen >= total || byId.size === before) break
  }
  return new Map([...byName, ...byId])
}
