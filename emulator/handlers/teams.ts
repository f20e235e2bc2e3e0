import type { Team, User } from '../state/world'
import { type Answer, crash, plain, refused } from '../wire/answers'
import { readPage, rowsOf } from '../wire/paging'
import type { TeamCall, UserCall } from './call'

/** Matches as `LIKE '%…%'` does in the console's database: `%` and `_` are wildcards, and A–Z equals a–z. */
function sqlContains(query: string): (text: string) => boolean {
  const lower = (text: string) => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
  const pattern = lower(query)
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '[^]*')
    .replaceAll('_', '[^]')
  const expression = new RegExp(pattern, 'u')
  return (text) => expression.test(lower(text))
}

function listRow({ row }: Team, { user_id }: User) {
  const { ID, tenant_id, tenant_name, tenant_alias, is_active, enterprise_id, creater } = row
  const create_time = (row.create_time ?? '2026-08-01 09:00:00').replace(' ', 'T')
  return {
    ...{ ID, tenant_id, tenant_name, tenant_alias, is_active, create_time, enterprise_id, creater },
    role_infos: (row.roles ?? [])
      .filter((role) => role.user_id === user_id)
      .map(({ role_id, role_name }) => ({ role_id, role_name })),
  }
}

/**
 * `GET /teams?query&page&page_size`: the user's teams. `query` matches alias and creator, but `total` counts only the
 * aliases; a `"` in it breaks the console's SQL and crashes.
 */
export function listTeams({ world, user, query }: UserCall): Answer {
  const page = readPage(query)
  const wanted = query.get('query') ?? ''
  if (wanted.includes('"')) throw crash('OperationalError', 'near "%": syntax error')
  const own = world.teams.filter(
    ({ row }) => row.enterprise_id === user.enterprise_id && row.members.includes(user.user_id),
  )
  const fits = sqlContains(wanted)
  const known = own.filter(({ row }) => world.usersByName.has(row.creater))
  const tenants = known.filter(({ row }) => fits(row.tenant_alias) || fits(row.creater))
  const total = own.filter(({ row }) => fits(row.tenant_alias)).length
  return plain({ tenants: rowsOf(tenants, page).map((team) => listRow(team, user)), total, ...page })
}

/** `GET /teams/{team}`: accepts only the id, though the routes below it accept the name too. */
export function showTeam({ world, team, params }: TeamCall): Answer {
  if (params['team'] !== team.row.tenant_id) throw refused(404, 'the team is not found', '团队不存在', 2002)
  const { tenant_id, tenant_name, tenant_alias, enterprise_id, is_active, creater } = team.row
  const creatorId = world.usersByName.get(creater)?.user_id
  return plain({
    tenant_id,
    tenant_name,
    tenant_alias,
    enterprise_id,
    is_active,
    creater: creatorId === undefined ? '' : String(creatorId),
  })
}

/** `GET /currentuser`: who the token belongs to. */
export function currentUser({ user }: UserCall): Answer {
  const { user_id, email, nick_name, real_name, phone, is_active, enterprise_id } = user
  return plain({
    bean: { user_id, email, nick_name, real_name, phone, is_active, origion: '', enterprise_id },
  })
}
