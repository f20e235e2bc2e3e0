import type { ComponentState, GatewayRule } from './component'
import { portsOf } from './diff'
import { gatewayRuleKindOf, gatewayRulesOfPort } from './gateway-rules'
import type { Port } from './port'
import { isInternalDomain } from './port-validation'
import type { AddStep, ChangeStep, Step } from './step'

/** A component while steps change it. A step costs the same with one port as with thousands. */
export interface StepFollower {
  /** Returns the port with a number as the steps so far leave it; the first where there are several. */
  portOf: (number: number) => Port | undefined
  follow: (step: Step) => void
  /** Returns the component as the steps so far leave it. */
  state: () => ComponentState
}

/** A port, and after how many alias calls it is as it says: each later one gives it another internal domain. */
interface Slot {
  port: Port
  renames: number
  isGone: boolean
}

/**
 * The internal domain of a new port: the first sibling's, else the service's alias (docs/contract.md, "Adding"). One
 * of old data that is no domain today is not handed on, and one that another component has gets an end unknown here.
 */
function internalDomainOfAdded(componentAlias: string, number: number, first: Port | undefined): string {
  const domain = first?.k8s_service_name ?? componentAlias
  return isInternalDomain(domain) ? domain : `${componentAlias}-${String(number)}`
}

function addedPort({ body }: AddStep, internalDomain: string): Port {
  return {
    container_port: body.port,
    protocol: body.protocol,
    port_alias: body.port_alias ?? '',
    is_inner_service: body.is_inner_service,
    is_outer_service: false,
    k8s_service_name: internalDomain,
  }
}

/** The port that a change names; what an alias call does to its siblings is not in it. */
function changedPort(port: Port, { body }: ChangeStep): Port {
  switch (body.action) {
    case 'open_inner':
      return { ...port, is_inner_service: true }
    case 'close_inner':
      return { ...port, is_inner_service: false }
    case 'open_outer':
      return { ...port, is_outer_service: true }
    case 'close_outer':
      return { ...port, is_outer_service: false }
    case 'change_protocol':
      return { ...port, protocol: body.protocol }
    case 'change_port_alias':
      return { ...port, port_alias: body.port_alias }
  }
}

/** Returns a component that can follow steps, and leaves the given one as it is. */
export function followSteps(component: ComponentState): StepFollower {
  /** Of the ports that were there before, those that were looked at. */
  const lookedAt = new Map<Port, Slot>()
  const added: Slot[] = []
  const byNumber = new Map<number, Slot[]>()
  /** Of the rules that were switched, whether they are open now. */
  const switched = new Map<GatewayRule, boolean>()
  const deleted = new Set<number>()
  let renames = 0
  let internalDomain = ''
  let firstPlace = 0

  function slotOf(port: Port): Slot {
    const known = lookedAt.get(port)
    if (known !== undefined) return known
    const slot = { port, renames: 0, isGone: false }
    lookedAt.set(port, slot)
    return slot
  }

  function slotsOf(number: number): Slot[] {
    const known = byNumber.get(number)
    if (known !== undefined) return known
    const slots = portsOf(component, number).map(slotOf)
    byNumber.set(number, slots)
    return slots
  }

  function current(slot: Slot): Port {
    if (slot.renames < renames) {
      slot.port = { ...slot.port, k8s_service_name: internalDomain }
      slot.renames = renames
    }
    return slot.port
  }

  function firstPort(): Port | undefined {
    for (; firstPlace < component.ports.length + added.length; firstPlace += 1) {
      const old = component.ports[firstPlace]
      const slot = old ? slotOf(old) : added[firstPlace - component.ports.length]
      if (slot?.isGone === false) return current(slot)
    }
    return undefined
  }

  /** Opening and closing outer switch all rules of the port that are of its protocol's kind; the others stay. */
  function switchRules(number: number, protocol: string, open: boolean) {
    for (const rule of gatewayRulesOfPort(component, number))
      if (rule.kind === gatewayRuleKindOf(protocol)) switched.set(rule, open)
  }

  function change(step: ChangeStep) {
    const { action } = step.body
    const named = slotsOf(step.port)
    const [first] = named
    if (first !== undefined && (action === 'open_outer' || action === 'close_outer'))
      switchRules(step.port, first.port.protocol, action === 'open_outer')
    if (step.body.action === 'change_port_alias') {
      renames += 1
      internalDomain = step.body.k8s_service_name
    }
    for (const slot of named) slot.port = changedPort(current(slot), step)
  }

  return {
    portOf(number) {
      const [slot] = slotsOf(number)
      return slot && current(slot)
    },
    follow(step) {
      switch (step.call) {
        case 'add': {
          const domain = internalDomainOfAdded(component.componentAlias, step.body.port, firstPort())
          const slot = { port: addedPort(step, domain), renames, isGone: false }
          added.push(slot)
          slotsOf(step.body.port).push(slot)
          return
        }
        case 'delete':
          for (const slot of slotsOf(step.port)) slot.isGone = true
          byNumber.set(step.port, [])
          deleted.add(step.port)
          return
        case 'change':
          change(step)
      }
    },
    state() {
      const isSame = switched.size === 0 && deleted.size === 0
      const gatewayRules = isSame
        ? component.gatewayRules
        : (component.gatewayRules?.flatMap(ruleNow) ?? null)
      return { ...component, ports: portsNow(), gatewayRules }
    },
  }

  function portsNow(): Port[] {
    const old = component.ports.flatMap((port): Port | Port[] => {
      const slot = renames === 0 ? lookedAt.get(port) : slotOf(port)
      if (slot === undefined) return port
      return slot.isGone ? [] : current(slot)
    })
    return [...old, ...added.filter((slot) => !slot.isGone).map(current)]
  }

  function ruleNow(rule: GatewayRule): GatewayRule[] {
    if (deleted.has(rule.port)) return []
    const open = switched.get(rule)
    return [open === undefined ? rule : { ...rule, open }]
  }
}

/**
 * Returns what a component reads as once the server has done the steps (docs/contract.md). A rule that the server
 * creates when outer opens is not in it: its public address is known only from reading it.
 */
export function applySteps(component: ComponentState, steps: readonly Step[]): ComponentState {
  const follower = followSteps(component)
  for (const step of steps) follower.follow(step)
  return follower.state()
}
