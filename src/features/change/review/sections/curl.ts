import { useQuery } from '@tanstack/react-query'
import { paths } from '../../../../api/paths'
import { sessionQuery } from '../../../../api/resources/session'
import type { Step } from '../../../../domain/model/step'
import type { Target } from '../../engine/target'

/** The destination of a script's calls. */
export interface CurlPlace {
  /** The console's address; null if unknown: the script then reads it from `$RAINBOND_URL`. */
  console: string | null
  /** The path of the component's ports, encoded: `/openapi/v1/teams/…/services/…/ports`. */
  portsPath: string
}

/** What a shell needs no quotes for. */
const plainWord = /^[\w@%+=:,./-]+$/

function shellWord(text: string): string {
  return plainWord.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

function urlWord({ console, portsPath }: CurlPlace, step: Step): string {
  const path = step.call === 'add' ? portsPath : `${portsPath}/${String(step.port)}`
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
  const body = step.call === 'delete' ? null : JSON.stringify(step.body)
  return [
    `curl -sS --fail-with-body -X ${methods[step.call]} ${urlWord(place, step)}`,
    '-H "Authorization: $RAINBOND_TOKEN"',
    ...(body === null ? [] : [`-H 'Content-Type: application/json'`, `-d ${shellWord(body)}`]),
  ].join(' \\\n  ')
}

/** Returns a plan as one script, which stops at the first refusal like the plan itself. */
export function curlOfPlan(steps: readonly Step[], place: CurlPlace): string {
  return steps.map((step) => curlOfStep(step, place)).join(' &&\n')
}

/** Returns functions that write steps of a component as curl commands for the console behind this Portdeck. */
export function useCurl({ ref }: Target): {
  ofStep: (step: Step) => string
  ofPlan: (steps: readonly Step[]) => string
} {
  const console = useQuery(sessionQuery()).data?.console ?? null
  const place = { console, portsPath: paths.ports(ref) }
  return {
    ofStep: (step) => curlOfStep(step, place),
    ofPlan: (steps) => curlOfPlan(steps, place),
  }
}
