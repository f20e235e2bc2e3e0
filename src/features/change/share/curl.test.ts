import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { Step } from '../../../domain/model/step'
import { curlOfPlan, curlOfStep, type CurlPlace } from './curl'

const portsPath = '/openapi/v1/teams/t1/regions/east/apps/7/services/s1/ports'
const place: CurlPlace = { console: 'https://console.test/', portsPath }

const open = {
  call: 'change',
  port: 8080,
  body: { action: 'open_outer' },
  reason: 'desired',
} as const satisfies Step
const rename = {
  call: 'change',
  port: 80,
  body: { action: 'change_port_alias', port_alias: 'WEB', k8s_service_name: 'web' },
  reason: 'desired',
} as const satisfies Step
const add = {
  call: 'add',
  port: 9090,
  body: { port: 9090, protocol: 'grpc', is_inner_service: true },
  reason: 'desired',
} as const satisfies Step
const remove: Step = { call: 'delete', port: 9090, reason: 'desired' }

/**
 * Runs a script in a real shell whose `curl` only records its arguments, and fails if its address contains `refused`.
 * Returns the arguments of each call.
 */
function callsOf(script: string, env: Record<string, string> = {}, refused = 'nothing at all'): string[][] {
  const double = `curl() { printf '%s\\0' "$@"; printf '\\1'; case "$*" in *"$REFUSED"*) return 22;; esac; }\n`
  const { stdout, stderr } = spawnSync('sh', ['-c', double + script], {
    encoding: 'utf8',
    env: { RAINBOND_TOKEN: 'the token', REFUSED: refused, ...env },
  })
  expect(stderr).toBe('')
  return stdout
    .split('\x01')
    .filter(Boolean)
    .map((call) => call.split('\0').slice(0, -1))
}

const only = (calls: string[][]): string[] => calls[0] ?? []
const after = (args: string[], name: string) => args[args.indexOf(name) + 1]

describe('curlOfStep', () => {
  it('reads like a command written by hand', () => {
    expect(curlOfStep(open, place)).toBe(
      [
        'curl -sS --fail-with-body -X PUT https://console.test/openapi/v1/teams/t1/regions/east/apps/7/services/s1/ports/8080 \\',
        '  -H "Authorization: $RAINBOND_TOKEN" \\',
        "  -H 'Content-Type: application/json' \\",
        `  -d '{"action":"open_outer"}'`,
      ].join('\n'),
    )
  })

  it.each([
    ['change', open, 'PUT', `${portsPath}/8080`, open.body],
    ['rename', rename, 'PUT', `${portsPath}/80`, rename.body],
    ['add', add, 'POST', portsPath, add.body],
  ])('sends the call of a %s', (_name, step, method, path, body) => {
    const args = only(callsOf(curlOfStep(step, place)))
    expect(after(args, '-X')).toBe(method)
    expect(args).toContain(`https://console.test${path}`)
    expect(args).toContain('Authorization: the token')
    expect(args).toContain('Content-Type: application/json')
    expect(JSON.parse(after(args, '-d') ?? '')).toEqual(body)
  })

  it('sends no body with a delete', () => {
    const args = only(callsOf(curlOfStep(remove, place)))
    expect(after(args, '-X')).toBe('DELETE')
    expect(args).toContain(`https://console.test${portsPath}/9090`)
    expect(args).not.toContain('-d')
  })

  it('reads an unknown address from the environment', () => {
    const script = curlOfStep(open, { console: null, portsPath })
    expect(only(callsOf(script, { RAINBOND_URL: 'http://10.0.0.1:7070' }))).toContain(
      `http://10.0.0.1:7070${portsPath}/8080`,
    )
  })

  it('never lets a name run as part of the script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (alias, region) => {
        fc.pre(!alias.includes('\0') && !region.includes('\0'))
        const step: Step = { ...rename, body: { ...rename.body, port_alias: alias } }
        const path = `/openapi/v1/teams/${region}/ports`
        const args = only(
          callsOf(curlOfStep(step, { console: null, portsPath: path }), { RAINBOND_URL: 'u' }),
        )
        expect(JSON.parse(after(args, '-d') ?? '')).toEqual(step.body)
        expect(args).toContain(`u${path}/80`)
      }),
      { seed: 20261120, numRuns: 60, examples: [["it's $(id) `id`", "a'; id; '"]] },
    )
  })
})

describe('curlOfPlan', () => {
  it('sends the steps in order', () => {
    const calls = callsOf(curlOfPlan([open, rename, add, remove], place))
    expect(calls.map((args) => after(args, '-X'))).toEqual(['PUT', 'PUT', 'POST', 'DELETE'])
  })

  it('stops at the first refusal', () => {
    expect(callsOf(curlOfPlan([open, rename, add], place), {}, '/ports/80')).toHaveLength(1)
    expect(callsOf(curlOfPlan([open, rename, add], place), {}, 'change_port_alias')).toHaveLength(2)
  })
})
