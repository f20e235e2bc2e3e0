import { frameworkError } from '../wire/answers'
import { listApps, listAppsPort } from './apps'
import type { Call, UserCall } from './call'
import { listComponents, showComponent } from './components'
import { listDomains } from './domains'
import { listEvents } from './events'
import { changePort } from './ports/change-port'
import { deletePort } from './ports/delete-port'
import { addPort, listPorts } from './ports/list-and-add'
import { listRegions } from './regions'
import { route, type Route } from './route'
import { withApp, withComponent, withRegion, withTeam, withUser } from './scope'
import { currentUser, listTeams, showTeam } from './teams'

const isAcceptable = /^(\*\/\*|application\/(\*|json)|text\/(\*|html))\s*(;|$)/i

/** Checks the `Accept` header, as only the two routes without a team do. All others always answer with JSON. */
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
const component = `${app}/services/{service:word}`

/** All routes that the emulator imitates, below `/openapi/v1`. */
export const routes: readonly Route[] = [
  route('currentuser', negotiated, { GET: currentUser }),
  route('teams', negotiated, { GET: listTeams }),
  route(team, withTeam, { GET: showTeam }),
  route(`${team}/regions`, withTeam, { GET: listRegions }),
  route(`${region}/apps`, withRegion, { GET: listApps }),
  route(`${region}/apps_port`, withRegion, { GET: listAppsPort }),
  route(`${app}/services`, withApp, { GET: listComponents }),
  route(`${app}/domains`, withApp, { GET: listDomains }),
  route(component, withComponent, { GET: showComponent }),
  route(`${component}/events`, withComponent, { GET: listEvents }),
  route(`${component}/ports`, withComponent, { GET: listPorts, POST: addPort }),
  route(`${component}/ports/{port:word}`, withComponent, { PUT: changePort, DELETE: deletePort }),
  // Rainbond's variables can be written, which is not imitated, but not read.
  route(`${component}/envs`, withComponent, {}),
]
