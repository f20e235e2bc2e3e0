import { licenceAnswer } from '../faults/answers'
import { type App, type Component, listed, type Team, type User, type World } from '../state/world'
import { crash, frameworkError, refused, Refused } from '../wire/answers'
import { parsePythonInt } from '../wire/python'
import type { AppCall, Call, ComponentCall, RegionCall, TeamCall, UserCall } from './call'
import { connectCluster } from './cluster'

function authenticate({ world, request }: Call): User {
  const unauthenticated = (detail: string) => frameworkError('AuthenticationFailed', 401, detail)
  // No seed has an internal token, so each one is wrong. The console checks it first.
  if (request.headers.get('x-internal-token')) throw unauthenticated('Invalid internal token')
  const token = request.headers.get('authorization')
  if (!token) throw unauthenticated('No token')
  const user = world.usersByToken.get(token)
  if (!user) throw unauthenticated('No such user or user is not admin')
  if (world.unlicensedTokens.has(token)) throw new Refused(licenceAnswer)
  return user
}

/** Adds the user: 401 without a valid token, 404 code 1000 for somebody without an enterprise. */
export function withUser<C extends Call>(call: C): C & UserCall {
  const user = authenticate(call)
  if (user.enterprise_id === '') {
    throw refused(404, 'the enterprise is not found', '用户所在企业不存在', 1000)
  }
  return { ...call, user }
}

function findTeam(world: World, name: string): Team | undefined {
  return world.teamsById.get(name) ?? world.teamsByName.get(name)
}

/** Adds the team of the path, by id or name. Membership is not checked (docs/contract.md, "Authentication"). */
export function withTeam(call: Call): TeamCall {
  const asked = withUser(call)
  const team = findTeam(asked.world, asked.params['team'] ?? '')
  if (team?.row.enterprise_id !== asked.user.enterprise_id) throw refused(404, 'no found team', '团队不存在')
  return { ...asked, team }
}

/** Adds the region of the path, by name. It must be in service, and the team initialized in it. */
export function withRegion(call: Call): RegionCall {
  const asked = withTeam(call)
  const region = asked.world.regions.get(asked.params['region'] ?? '')
  if (region?.enterprise_id !== asked.user.enterprise_id) {
    throw refused(404, 'the region is not found', '集群不存在', 3000)
  }
  const own = asked.team.row.regions.find((row) => row.region_name === region.region_name)
  if (!own?.is_init || region.status !== '1') {
    throw refused(409, 'the team is not initialized in the region', '团队未在该集群中初始化', 2001)
  }
  return { ...asked, region, cluster: connectCluster(region, asked.failure) }
}

/** Adds the app of the path. The route accepts `-`, which is not a number and crashes the console. */
export function withApp(call: Call): AppCall {
  const asked = withRegion(call)
  const text = asked.params['app'] ?? ''
  const id = parsePythonInt(text)
  if (id === undefined) throw crash('ValueError', `Field 'ID' expected a number but got '${text}'.`)
  const isAsked = (app: App) => BigInt(app.ID) === id && app.region_name === asked.region.region_name
  const app = asked.team.apps.find(isAsked)
  if (!app) throw refused(404, 'no found app', '应用不存在')
  return { ...asked, app }
}

function findComponent(team: Team, region: string, name: string): Component | undefined {
  return team.byId.get(`${region}/${name}`) ?? team.byAlias.get(`${region}/${name}`)
}

/** Adds the component of the path, by id or alias. An app without components accepts any component of the team. */
export function withComponent(call: Call): ComponentCall {
  const asked = withApp(call)
  const { params, team, region, app } = asked
  const component = findComponent(team, region.region_name, params['service'] ?? '')
  if (!component) throw refused(404, 'no found component', '组件不存在')
  const isEmpty = listed(asked.world.componentsByApp, app.ID).length === 0
  if (!isEmpty && component.service.app_id !== app.ID) {
    throw refused(404, 'component not belong to this app', '组件不属于指定应用')
  }
  return { ...asked, component }
}

/** Returns the component in a path, whoever sends the request; undefined if there is none. */
export function addressedComponent(world: World, params: Call['params']): Component | undefined {
  const { team = '', region = '', service } = params
  const found = service === undefined ? undefined : findTeam(world, team)
  return found && findComponent(found, region, service ?? '')
}
