import { recordedCases } from '../../emulator/recorded/read-recorded'

function recordedPath(name: string): string {
  const found = recordedCases.find((recorded) => recorded.name === name)
  if (found === undefined) throw new Error(`no recorded exchange is named ${name}`)
  return `/openapi/v1${found.request.path}`
}

/** The paths of the bench: a component's ports, and what the gateway itself reads for a sign-in and for membership. */
export const benchPaths = {
  ports: recordedPath('ports-get-web'),
  teams: '/openapi/v1/teams?page=1&page_size=100',
  user: '/openapi/v1/currentuser',
} as const
