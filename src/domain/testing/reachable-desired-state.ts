import { expect } from 'vitest'
import { portOf } from '../model/diff'
import type { ComponentState } from '../model/component'
import type { DesiredState } from '../model/desired-state'
import { isAlias } from '../model/port-validation'
import { type Plan, planPorts } from '../plan/plan'
import type { Unreachable } from '../plan/unreachable'

/** Whether a reason is true, found in another way than the plan's. */
function expectTrue(why: Unreachable, component: ComponentState, desired: DesiredState) {
  const desiredPort = 'port' in why ? desired.ports.get(why.port) : undefined
  const deleted = component.ports.filter((port) => desired.ports.get(port.container_port) === 'delete')
  const left = component.ports.filter((port) => !deleted.includes(port))
  switch (why.reason) {
    case 'outer-without-inner':
      expect(portOf(component, why.port)).toMatchObject({ is_inner_service: false, is_outer_service: true })
      expect(desiredPort).toHaveProperty('protocol')
      return
    case 'alias-taken': {
      const theirs = desired.ports.get(why.by)
      const other = theirs !== undefined && theirs !== 'delete' ? theirs.alias : undefined
      expect(other ?? portOf(component, why.by)?.port_alias).toBe(why.alias)
      return
    }
    case 'internal-domain-invalid':
      expect(left.map((port) => port.k8s_service_name)).toContain(why.internalDomain)
      return
    case 'internal-domain-without-port':
      expect(left).toEqual([])
      return
    case 'internal-domain-needs-alias':
      for (const { port_alias } of left) {
        const holders = left.filter((port) => port.port_alias === port_alias)
        expect(holders.length > 1 || !isAlias(port_alias)).toBe(true)
      }
      return
    case 'alias-invalid':
      expect(why.alias).not.toMatch(/^[A-Z][A-Z0-9_]{0,63}$/)
      return
    case 'port-invalid':
    case 'port-gone':
    case 'port-twice':
    case 'port-taken':
      expect(why).toBe('never asked for here')
  }
}

/** Removes from a desired state what cannot be, until it can be reached; each reason on the way must be true. */
export function reachable(
  component: ComponentState,
  desired: DesiredState,
): { desired: DesiredState; plan: Plan } {
  const plan = planPorts(component, desired)
  if (!('unreachable' in plan)) return { desired, plan }
  const why = plan.unreachable
  expectTrue(why, component, desired)
  const ports = new Map(desired.ports)
  if (why.reason === 'internal-domain-invalid') return reachable(component, { ports, internalDomain: 'shop' })
  if (!('port' in why)) return reachable(component, { ports })
  const one = ports.get(why.port)
  if (
    (why.reason !== 'alias-taken' && why.reason !== 'alias-invalid') ||
    one === undefined ||
    one === 'delete'
  )
    ports.delete(why.port)
  else {
    const others = { ...one }
    delete others.alias
    ports.set(why.port, others)
  }
  return reachable(component, { ...desired, ports })
}
