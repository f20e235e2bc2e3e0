import { type ComponentState, currentInternalDomain } from '../model/component'
import { portOf } from '../model/diff'
import type { PortField } from '../model/desired-state'
import { type Port, isProtocol } from '../model/port'
import { isInternalDomain } from '../model/port-validation'
import type { Step } from '../model/step'
import { giveUpAliases, type DesiredPorts } from './alias-return'

/** Values of old data that a plan takes away and that no desired state can name again. */
export type NoReturn =
  /** The old value of a field is none that can be asked for. */
  | { kind: 'no-return'; port: number; field: PortField; value: string | boolean }
  /** Old data has several internal domains, or one that the server takes no more; a rename makes them one. */
  | { kind: 'separate-internal-domains'; internalDomains: readonly string[] }

/** Values of the port before that no desired state can name again (docs/contract.md, "Changing"). */
function lostValues(was: Port, is: Port | undefined): NoReturn[] {
  const port = was.container_port
  const losses: NoReturn[] = []
  const lost = (field: PortField, value: string | boolean) =>
    losses.push({ kind: 'no-return', port, field, value })
  if (is?.protocol !== was.protocol && !isProtocol(was.protocol)) lost('protocol', was.protocol)
  const wasOuterAlone = was.is_outer_service && !was.is_inner_service
  if (wasOuterAlone && is?.is_outer_service !== true) lost('outer', true)
  if (wasOuterAlone && is?.is_outer_service === true && is.is_inner_service) lost('inner', false)
  return losses
}

/** Inner opens no more without an alias, and an alias is given only along with a domain that the server takes. */
function lostWithInner(after: ComponentState, was: Port, is: Port): NoReturn[] {
  if (is.port_alias !== '' || !was.is_inner_service || is.is_inner_service) return []
  const port = was.container_port
  if (isInternalDomain(currentInternalDomain(after)))
    return [{ kind: 'no-return', port, field: 'alias', value: '' }]
  const inner: NoReturn = { kind: 'no-return', port, field: 'inner', value: true }
  return was.is_outer_service ? [inner, { kind: 'no-return', port, field: 'outer', value: true }] : [inner]
}

/** Aliases that an undo cannot give again: one that is shared, or none, and those that thereby stay taken. */
function lostAliases(before: ComponentState, after: ComponentState): NoReturn[] {
  const desiredPorts: DesiredPorts = new Map()
  for (const { container_port, port_alias } of before.ports) {
    const is = portOf(after, container_port)
    if (is?.port_alias !== port_alias) desiredPorts.set(container_port, { alias: port_alias })
  }
  for (const { container_port } of after.ports) {
    if (portOf(before, container_port) === undefined) desiredPorts.set(container_port, 'delete')
  }
  return giveUpAliases(after, desiredPorts).map(({ port, alias }) => ({
    kind: 'no-return',
    port,
    field: 'alias',
    value: alias,
  }))
}

function sendsInternalDomain(step: Step): boolean {
  return step.call === 'change' && step.body.action === 'change_port_alias'
}

/** Several internal domains become one with any alias call, be it the plan's or, to reopen inner, its undo's. */
function lostInternalDomains(
  before: ComponentState,
  steps: readonly Step[],
  losses: readonly NoReturn[],
): NoReturn[] {
  const internalDomains = [...new Set(before.ports.map((port) => port.k8s_service_name))]
  const canReturn = internalDomains.length < 2 && internalDomains.every(isInternalDomain)
  const isTouched =
    steps.some((step) => step.call === 'delete' || sendsInternalDomain(step)) ||
    losses.some((loss) => loss.kind === 'no-return' && loss.value === '')
  return isTouched && !canReturn ? [{ kind: 'separate-internal-domains', internalDomains }] : []
}

/** Takes a component before and after the steps of a plan; gives the old values that an undo cannot ask for. */
export function noReturnOf(
  before: ComponentState,
  after: ComponentState,
  steps: readonly Step[],
): NoReturn[] {
  const losses = before.ports.flatMap((was) => {
    const is = portOf(after, was.container_port)
    return is === undefined ? lostValues(was, is) : [...lostValues(was, is), ...lostWithInner(after, was, is)]
  })
  losses.push(...lostAliases(before, after))
  return [...losses, ...lostInternalDomains(before, steps, losses)]
}
