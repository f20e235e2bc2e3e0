import { useQuery } from '@tanstack/react-query'
import { paths } from '../../../api/paths'
import { sessionQuery } from '../../../api/resources/session'
import type { Step } from '../../../domain/model/step'
import type { Target } from '../engine/target'

/** The destination of a script's calls. */
export interface CurlPlace {
  /** The console's address; null if unknown: the script then reads it from `$RAINBOND_URL`. */
  console: string | null
  /** The path of the component's ports, encoded: `/openapi/v1/teams/…/services/…/ports`. */
  portsPath: string
}

/** Returns the destination of a component's calls at a console. */
export function curlPlace({ ref }: Target, console: string | null): CurlPlace {
  return { console, portsPath: paths.ports(ref) }
}

/** What a shell needs no quotes for. */
const plainWord = /^[\w@%+=:,./-]+$/

/** Returns a text as one word of a POSIX shell, in which nothing is carried out. */
export function shellWord(text: string): string {
  return plainWord.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

function urlWord({ console }: CurlPlace, path: string): string {
  if (console === null) return `"$RAINBOND_URL"${shellWord(path)}`
  return shellWord(console.replace(/\/+$/, '') + path)
}

const methods = { add: 'POST', change: 'PUT', delete: 'DELETE' } as const satisfies Record<
  Step['call'],
  string
>

/**
 * Returns a step as a command for a POSIX shell: the same call that Portdeck sends, with the raw access token
 * (docs/contract.md, "Authentication") from `$RAINBOND_TOKEN`. A refusal is printed and fails the command
 * (`--fail-with-body` needs curl 7.76).
 */
export function curlOfStep(step: Step, place: CurlPlace): string {
  const { portsPath } = place
  const path = step.call === 'add' ? portsPath : `${portsPath}/${String(step.port)}`
  const body = step.call === 'delete' ? null : JSON.stringify(step.body)
  return command([
    `-X ${methods[step.call]} ${urlWord(place, path)}`,
    authorization,
    ...(body === null ? [] : [`-H 'Content-Type: application/json'`, `-d ${shellWord(body)}`]),
  ])
}

/** Returns the reading of a component's ports as a command, like those of its steps. */
export function curlOfPorts(place: CurlPlace): string {
  return command([urlWord(place, place.portsPath), authorization])
}

const authorization = '-H "Authorization: $RAINBOND_TOKEN"'

function command([first = '', ...others]: readonly string[]): string {
  return [`curl -sS --fail-with-body ${first}`, ...others].join(' \\\n  ')
}

/** Returns a plan as one script, which stops at the first refusal like the plan itself. */
export function curlOfPlan(steps: readonly Step[], place: CurlPlace): string {
  return steps.map((step) => curlOfStep(step, place)).join(' &&\n')
}

/** Returns functions that write steps of a component as curl commands for the console behind this Portdeck. */
export function useCurl(target: Target): {
  ofStep: (step: Step) => string
  ofPlan: (steps: readonly Step[]) => string
} {
  const console = useQuery(sessionQuery()).data?.console ?? null
  const place = curlPlace(target, console)
  return {
    ofStep: (step) => curlOfStep(step, place),
    ofPlan: (steps) => curlOfPlan(steps, place),
  }
}
