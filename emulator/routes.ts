import { frameworkError } from './answers'
import type { Call, UserCall } from './call'
import { listApps } from './handlers/apps'
import { listAppsPort } from './handlers/apps-port'
import { currentUser } from './handlers/current-user'
import { listDomains } from './handlers/domains'
import { listEvents } from './handlers/events'
import { addPort } from './handlers/ports/add-port'
import { changePort } from './handlers/ports/change-port'
import { deletePort } from './handlers/ports/delete-port'
import { listPorts } from './handlers/ports/list-ports'
import { listRegions } from './handlers/regions'
import { listServices, oneService } from './handlers/services'
import { listTeams, oneTeam } from './handlers/teams'
import { route, type Route } from './route'
import { withApp, withComponent, withRegion, withTeam, withUser } from './scope'

const isAcceptable = /^(\*\/\*|application\/(\*|json)|text\/(\*|html))\s*(;|$)/i

/** The two routes without a team also negotiate what they answer with; the others give JSON to everybody. */
function negotiated(call: Call): UserCall {
  const accept = call.request.headers.get('accept') ?? '*/*'
  if (!accept.split(',').some((range) => isAcceptable.test(range.trim()))) {
    throw frameworkError('NotAcceptable', 406, '无法满足Accept HTTP头的请求。')
  }
  return withUser(call)
}

const team = 'teams/{team:word}'
const region = `${team}/regions/{region:word}`
const app = `${region}/apps/{app:number}`
const service = `${app}/services/{service:word}`

/** All routes that the emulator imitates, below `/openapi/v1`. */
export const routes: readonly Route[] = [
  route('currentuser', negotiated, { GET: currentUser }),
  route('teams', negotiated, { GET: listTeams }),
  route(team, withTeam, { GET: oneTeam }),
  route(`${team}/regions`, withTeam, { GET: listRegions }),
  route(`${region}/apps`, withRegion, { GET: listApps }),
  route(`${region}/apps_port`, withRegion, { GET: listAppsPort }),
  route(`${app}/services`, withApp, { GET: listServices }),
  route(`${app}/domains`, withApp, { GET: listDomains }),
  route(service, withComponent, { GET: oneService }),
  route(`${service}/events`, withComponent, { GET: listEvents }),
  route(`${service}/ports`, withComponent, { GET: listPorts, POST: addPort }),
  route(`${service}/ports/{port:word}`, withComponent, { PUT: changePort, DELETE: deletePort }),
  // Variables can be written in Rainbond, which is not imitated, but not read.
  route(`${service}/envs`, withComponent, {}),
]
