import type { Step } from '../../../domain/model/step'

/** Where the calls of a script go. */
export interface CurlPlace {
  /** The console's address; null where it is not known, and the script takes it from `$RAINBOND_URL`. */
  console: string | null
  /** The path of the component's ports, encoded: `/openapi/v1/teams/…/services/…/ports`. */
  portsPath: string
}

/** What a shell takes as it stands. */
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
 * Takes a step of a plan and gives it as a command for a POSIX shell: the same call that Portdeck sends, with the raw
 * access token (docs/contract.md, "Authentication") from `$RAINBOND_TOKEN`. A refusal is printed and makes the command
 * fail; curl knows `--fail-with-body` since 7.76.
 */
export function curlOfStep(step: Step, place: CurlPlace): string {
  const body = step.call === 'delete' ? null : JSON.stringify(step.body)
  return [
    `curl -sS --fail-with-body -X ${methods[step.call]} ${urlWord(place, step)}`,
    '-H "Authorization: $RAINBOND_TOKEN"',
    ...(body === null ? [] : [`-H 'Content-Type: application/json'`, `-d ${shellWord(body)}`]),
  ].join(' \\\n  ')
}

/** Takes the steps of a plan and gives them as one script, which stops at the first refusal as a plan does. */
export function curlOfPlan(steps: readonly Step[], place: CurlPlace): string {
  return steps.map((step) => curlOfStep(step, place)).join(' &&\n')
}
