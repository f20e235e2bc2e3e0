import { portOf } from './diff'
import { openGatewayRules, gatewayRuleKindOf } from './gateway-rules'
import type { ComponentState, GatewayRule } from './component'
import type { Port } from './port'
import { isInternalDomain } from './port-validation'
import { changedField, type Step } from './step'

type ChangeStep = Extract<Step, { call: 'change' }>
type AddStep = Extract<Step, { call: 'add' }>

/**
 * The internal domain of a new port: the first sibling's, else the service's alias (docs/contract.md, "Adding"). One
 * of old data that is no domain today is not handed on, and one that another component has gets an end unknown here.
 */
function internalDomainOfAdded({ ports, componentAlias }: ComponentState, port: number): string {
  const domain = ports[0]?.k8s_service_name ?? componentAlias
  return isInternalDomain(domain) ? domain : `${componentAlias}-${String(port)}`
}

function addedPort(component: ComponentState, { body }: AddStep): Port {
  return {
    container_port: body.port,
    protocol: body.protocol,
    port_alias: body.port_alias ?? '',
    is_inner_service: body.is_inner_service,
    is_outer_service: false,
    k8s_service_name: internalDomainOfAdded(component, body.port),
  }
}

function changedPort(port: Port, step: ChangeStep): Port {
  const { body } = step
  const isItself = port.container_port === step.port
  if (body.action === 'change_port_alias') {
    const renamed = { ...port, k8s_service_name: body.k8s_service_name }
    return isItself ? { ...renamed, port_alias: body.port_alias } : renamed
  }
  if (!isItself) return port
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
  }
}

/** Opening and closing outer switch all rules of the port that are of its protocol's kind; the others stay. */
function changedRule(rule: GatewayRule, step: ChangeStep, protocol: string | undefined): GatewayRule {
  const { action } = step.body
  const isMeant =
    rule.port === step.port && protocol !== undefined && rule.kind === gatewayRuleKindOf(protocol)
  if (!isMeant || (action !== 'open_outer' && action !== 'close_outer')) return rule
  return { ...rule, open: action === 'open_outer' }
}

/**
 * What a component reads as once the server has done a step (docs/contract.md). A rule that the server makes anew
 * when outer opens is not in it: its address is known only from reading it.
 */
export function applyStep(component: ComponentState, step: Step): ComponentState {
  const { ports, gatewayRules } = component
  switch (step.call) {
    case 'add':
      return { ...component, ports: [...ports, addedPort(component, step)] }
    case 'delete':
      return {
        ...component,
        ports: ports.filter((port) => port.container_port !== step.port),
        gatewayRules: gatewayRules?.filter((rule) => rule.port !== step.port) ?? null,
      }
    case 'change': {
      const protocol = ports.find((port) => port.container_port === step.port)?.protocol
      return {
        ...component,
        ports: ports.map((port) => changedPort(port, step)),
        gatewayRules: gatewayRules?.map((rule) => changedRule(rule, step, protocol)) ?? null,
      }
    }
  }
}

/** What a component reads as after all steps of a plan. */
export function applySteps(component: ComponentState, steps: readonly Step[]): ComponentState {
  return steps.reduce(applyStep, component)
}

/** Whether an alias call is there for the internal domain that it carries. */
function setsInternalDomain({ reason }: Step): boolean {
  return reason === 'carries-internal-domain' || reason === 'keeps-internal-domain'
}

/** Whether a component reads as one step leaves it. Rules that could not be read are not judged. */
export function isInEffect(step: Step, component: ComponentState): boolean {
  const port = portOf(component, step.port)
  if (step.call === 'delete') return port === undefined
  if (port === undefined) return false
  if (step.call === 'add') {
    const { protocol, port_alias: alias } = step.body
    return port.protocol === protocol && port.port_alias === (alias ?? port.port_alias)
  }
  const { body } = step
  switch (body.action) {
    case 'open_inner':
      return port.is_inner_service
    case 'close_inner':
      return !port.is_inner_service
    case 'open_outer':
      return port.is_outer_service
    case 'close_outer': {
      // Outer may read closed while a rule of it still answers (docs/contract.md, "Deleting").
      const kind = gatewayRuleKindOf(port.protocol)
      const stands = openGatewayRules(component, step.port).some((rule) => rule.kind === kind)
      return !port.is_outer_service && !stands
    }
    case 'change_protocol':
      return port.protocol === body.protocol
    case 'change_port_alias':
      // The other name is only carried along, and may have been changed again since.
      return setsInternalDomain(step)
        ? port.k8s_service_name === body.k8s_service_name
        : port.port_alias === body.port_alias
  }
}

/** What of a port, or of the component, a step changes; a later step that changes the same has the last word. */
function subjectOf(step: Step): string {
  if (step.call !== 'change') return step.call
  return setsInternalDomain(step) ? 'internal-domain' : changedField(step)
}

/** Returns the steps of a plan that can be seen when all is done: the last word on each port's switches and names. */
export function lastingSteps(steps: readonly Step[]): Step[] {
  const lasting = new Map<string, Step>()
  const deleted = new Set(steps.filter((step) => step.call === 'delete').map((step) => step.port))
  for (const step of steps) {
    if (deleted.has(step.port) && step.call !== 'delete') continue
    const key = `${String(step.port)} ${subjectOf(step)}`
    lasting.delete(key)
    lasting.set(key, step)
  }
  return [...lasting.values()]
}
