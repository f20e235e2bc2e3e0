import { recordedCases } from '../../emulator/recorded/read-recorded'

function recordedPath(name: string): string {
  const found = recordedCases.find((recorded) => recorded.name === name)
  if (found === undefined) throw new Error(`no recorded exchange is named ${name}`)
  return `/openapi/v1${found.request.path}`
}

const ports = recordedPath('ports-get-web')
const components = recordedPath('services-list-infra')
const hangingRegion = '/regions/hanging/'

/** Returns the paths of the ports of some components, which are all alike. */
export const portsOfSeveral = (count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    ports.replace(/\/services\/[^/]+\//, `/services/${String(index).padStart(32, '0')}/`),
  )

/** The paths of the bench. */
export const benchPaths = {
  /** A component's ports. */
  ports,
  /** What the gateway itself reads for membership and for a sign-in. */
  teams: '/openapi/v1/teams?page=1&page_size=100',
  user: '/openapi/v1/currentuser',
  /** The components of an app, and of one with several thousand. */
  components,
  large: components.replace(/\/apps\/\d+\//, '/apps/99999/'),
  /** A cluster that never answers, and a component's ports there. */
  hangingRegion,
  hanging: ports.replace(/\/regions\/[^/]+\//, hangingRegion),
  /** The ports of a component in a team in which nobody is. */
  foreign: ports.replace(/\/teams\/[^/]+\//, '/teams/0123456789abcdef0123456789abcdef/'),
} as const
