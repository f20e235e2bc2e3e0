import * as z from 'zod/mini'
import { Refusal } from '../http/refusal'
import { isObject } from '../projection/project'

const roleInfosSchema = z.nullish(z.array(z.object({ role_name: z.string() })))
const noRoles: readonly string[] = []

/** Returns the names of roles in a team's `role_infos`; undefined if they cannot be read. */
export function rolesIn(infos: unknown): readonly string[] | undefined {
  const read = z.safeParse(roleInfosSchema, infos)
  if (!read.success) return undefined
  return read.data?.length ? read.data.map(({ role_name }) => role_name) : noRoles
}

/** Owners and administrators have no role, and may do everything. */
const isReadOnly = (roles: readonly string[], readOnly: ReadonlySet<string>) =>
  roles.length > 0 && roles.every((role) => readOnly.has(role))

/** @throws Refusal `forbidden`; `upstream` if the roles cannot be read */
export function refuseReadOnlyRoles(
  roles: readonly string[] | undefined,
  readOnly: ReadonlySet<string>,
): void {
  if (roles === undefined) throw new Refusal('upstream', { detail: 'The console did not list your roles.' })
  if (isReadOnly(roles, readOnly))
    throw new Refusal('forbidden', { reason: 'read-only', logged: { readOnlyRole: roles.join(', ') } })
}

/** Adds `read_only` to the teams in which the person may change nothing, in the projection of what `/teams` answered. */
export function markReadOnlyTeams(
  projected: unknown,
  answered: unknown,
  readOnly: ReadonlySet<string>,
): unknown {
  const [marked, all] = [projected, answered].map((page) => (isObject(page) ? page['tenants'] : undefined))
  if (!isObject(projected) || !Array.isArray(marked) || !Array.isArray(all)) return projected
  const tenants = marked.map((team: unknown, index) => {
    const infos: unknown = all[index]
    const roles = isObject(infos) ? rolesIn(infos['role_infos']) : undefined
    return isObject(team) && roles !== undefined && isReadOnly(roles, readOnly)
      ? { ...team, read_only: true }
      : team
  })
  return { ...projected, tenants }
}
