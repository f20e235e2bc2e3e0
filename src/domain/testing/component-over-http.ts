import { domainsSchema } from '../../api/contract/domain'
import { unwrapList } from '../../api/contract/envelope'
import { portSchema } from '../../api/contract/port'
import { runPlan } from '../execution/run-plan'
import { gatewayRulesOf } from '../model/gateway-rules'
import type { ComponentState } from '../model/component'
import type { Step } from '../model/step'
import { componentAlias } from './arbitrary-world'
import { place } from './seed-of-world'

const { team, component, token, region } = place
const base = `http://rainbond.test/openapi/v1/teams/${team}/regions/rainbond/apps/1`
const ports = `/services/${component}/ports`

/** The component of {@link seedOf}, read and written by real requests; a refusal is thrown. */
export function componentOverHttp(fetch: (request: Request) => Promise<Response>, meshed: boolean) {
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const headers = { authorization: token, 'content-type': 'application/json' }
    const request = new Request(base + path, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const answer = await fetch(request)
    if (!answer.ok) throw new Error(`${method} ${path} ${JSON.stringify(body)}: ${await answer.text()}`)
    return answer.json()
  }
  return {
    read: async (): Promise<ComponentState> => {
      const domains = domainsSchema.parse(await call('GET', '/domains'))
      const list = unwrapList(await call('GET', ports))
      if (!Array.isArray(list)) throw new Error('no list of ports')
      return {
        ports: list.map((port) => portSchema.parse(port)),
        gatewayRules: gatewayRulesOf(domains, component, region),
        componentAlias,
        meshed,
      }
    },
    run: async (steps: readonly Step[]) => {
      const send = (step: Step) => {
        if (step.call === 'add') return call('POST', ports, step.body)
        if (step.call === 'change') return call('PUT', `${ports}/${String(step.port)}`, step.body)
        return call('DELETE', `${ports}/${String(step.port)}`)
      }
      const outcome = await runPlan(steps, { send, classify: () => 'refused', wait: () => Promise.resolve() })
      if (outcome.kind === 'refused') throw outcome.error
    },
  }
}
