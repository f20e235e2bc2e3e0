import type { ComponentState } from '../../../domain/model/component'
import { planPorts } from '../../../domain/plan/plan'
import type { SharedPlan } from '../share/shared-plan'
import { aPort, aTarget } from './fake-effects'

interface Names {
  component?: string
  app?: string
  alias?: string
}

/** Returns the plan that deletes the open port 8080 of a component, whose names come from others. */
export function aPlan({ component = 'orders', app = 'Shop', alias = 'WEB8080' }: Names = {}): SharedPlan {
  const target = aTarget('s1')
  const seen: ComponentState = {
    ports: [aPort(80), aPort(8080, { port_alias: alias, is_inner_service: true, is_outer_service: true })],
    ...{ gatewayRules: [], componentAlias: 'gr1', meshed: false },
  }
  const plan = planPorts(seen, { ports: new Map([[8080, 'delete']]) })
  if ('unreachable' in plan) throw new Error(plan.unreachable.reason)
  return {
    ...{
      action: 'Run 3 steps',
      team: 'Platform',
      console: null,
      writtenAt: new Date('2026-01-31T09:30:59Z'),
    },
    parts: [
      {
        ...{ plan, seen },
        target: {
          ...target,
          region: { ...target.region, region_alias: 'R' },
          app: { ...target.app, group_name: app },
          component: { ...target.component, service_cname: component },
        },
      },
    ],
  }
}
