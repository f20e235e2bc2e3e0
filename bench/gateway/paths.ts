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

/** Returns the ports of one of many components in a cluster that never answers. */
export const hangingPorts = (index: number): string =>
  (portsOfSeveral(index + 1)[index] ?? '').replace(/\/regions\/[^/]+\//, hangingRegion)

/** Returns the components of one of the apps with several thousand of them. */
export const largeList = (index: number): string =>
  components.replace(/\/apps\/\d+\//, `/apps/${99_000 + index}/`)
export const isLargeList = (path: string): boolean => /\/apps\/99\d{3}\/services$/.test(path)

/** The paths of the bench. */
export const benchPaths = {
  /** A component's ports. */
  ports,
  /** What the gateway itself reads for membership and for a sign-in. */
  teams: '/openapi/v1/teams?page=1&page_size=100',
  user: '/openapi/v1/currentuser',
  /** The components of an app. */
  components,
  /** A cluster that never answers. */
  hangingRegion,
  /** The ports of a component in a team in which nobody is. */
  foreign: ports.replace(/\/teams\/[^/]+\//, '/teams/0123456789abcdef0123456789abcdef/'),
} as const
