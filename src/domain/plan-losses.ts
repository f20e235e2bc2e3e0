import { ruleKindOf, rulesOfPort } from './address'
import { giveUpAliases, type PortWishes } from './alias-return'
import { applySteps } from './apply-step'
import { isDomain } from './port-rules'
import { isProtocol } from './protocol'
import type { ComponentState, Port, PortField, Rule } from './port'
import type { Step } from './step'

/** What a plan takes away and its undo cannot bring back. */
export type Loss =
  /** A domain that goes with the deleted port. `custom`: a person bound it. */
  | { kind: 'domain'; port: number; address: string; custom: boolean }
  /** The public TCP port number. `certain`: it goes with the port; else a reopening need not give it back. */
  | { kind: 'tcp-port'; port: number; address: string; certain: boolean }
  /** A health probe on the deleted port is switched off. Whether there is one cannot be read. */
  | { kind: 'health-probe'; port: number }
  /** The gateway rules could not be read: domains may go with the deleted port. */
  | { kind: 'rules-unknown'; port: number }
  /** A rule that was active beside a closed outer, or of another protocol: an undo leaves it closed. */
  | { kind: 'leftover-rule'; port: number; address: string }
  /** A rule that was closed beside an open outer: opening outer opens it too, here (`inPlan`) or in an undo. */
  | { kind: 'rule-opens'; port: number; address: string; inPlan: boolean }
  /** The port shares its alias with siblings, so that opening inner mixes up their connection variables. */
  | { kind: 'shared-variables'; port: number; alias: string; siblings: readonly number[] }
  /** The old value of a field is none that can be wished for. */
  | { kind: 'no-return'; port: number; field: PortField; value: string | boolean }
  /** Old data has several internal domains, or one that the server takes no more; a rename makes them one. */
  | { kind: 'separate-domains'; domains: readonly string[] }

/** Whether a person must be shown a loss before it happens; the others need only be said. */
export function isGrave(loss: Loss): boolean {
  switch (loss.kind) {
    case 'domain':
    case 'health-probe':
    case 'rules-unknown':
    case 'shared-variables':
    case 'separate-domains':
      return true
    case 'tcp-port':
      return loss.certain
    case 'rule-opens':
      return loss.inPlan
    case 'leftover-rule':
    case 'no-return':
      return false
  }
}

/** A default http domain that the server would make again just so (`alias-port-team.<httpdomain>`). */
function isMadeAgain(address: string, port: number, serviceAlias: string): boolean {
  return (
    address.startsWith(`http://${serviceAlias}-${String(port)}-`) &&
    !address.slice('http://'.length).includes('/')
  )
}

/** Whether a rule of this kind follows the port's outer switch, and outer is on. */
function isLive(port: Port, kind: Rule['kind']): boolean {
  return port.is_outer_service && kind === ruleKindOf(port.protocol)
}

/** What goes with a deleted port (docs/contract.md, "Deleting"). */
function lossesOfDeleting(component: ComponentState, was: Port): Loss[] {
  const port = was.container_port
  const losses: Loss[] = []
  if (component.rules === null) losses.push({ kind: 'rules-unknown', port })
  for (const { kind, custom, open, address } of rulesOfPort(component, port)) {
    if (kind === 'tcp') losses.push({ kind: 'tcp-port', port, address, certain: true })
    else if (custom || !isMadeAgain(address, port, component.serviceAlias))
      losses.push({ kind: 'domain', port, address, custom })
    else if (open && !isLive(was, kind)) losses.push({ kind: 'leftover-rule', port, address })
    else if (!open && isLive(was, kind)) losses.push({ kind: 'rule-opens', port, address, inPlan: false })
  }
  losses.push({ kind: 'health-probe', port })
  return losses
}

/** Values of the port before that no wish can name again (docs/contract.md, "Changing"). */
function noReturn(was: Port, is: Port | undefined): Loss[] {
  const port = was.container_port
  const losses: Loss[] = []
  const lost = (field: PortField, value: string | boolean) =>
    losses.push({ kind: 'no-return', port, field, value })
  if (is?.protocol !== was.protocol && !isProtocol(was.protocol)) lost('protocol', was.protocol)
  // inner opens no more without an alias, so that closing it costs having none
  if (was.port_alias === '' && is?.port_alias === '' && was.is_inner_service && !is.is_inner_service)
    lost('alias', '')
  const wasOuterAlone = was.is_outer_service && !was.is_inner_service
  if (wasOuterAlone && is?.is_outer_service !== true) lost('outer', true)
  if (wasOuterAlone && is?.is_outer_service === true && is.is_inner_service) lost('inner', false)
  return losses
}

function siblingsSharing({ ports }: ComponentState, port: Port): readonly number[] {
  if (port.port_alias === '') return []
  return ports
    .filter((sibling) => sibling !== port && sibling.port_alias === port.port_alias)
    .map((sibling) => sibling.container_port)
}

/** What happens to kept rules beside what is wished: opening and closing outer takes all of the kind along. */
function lossesOfSwitching(before: ComponentState, was: Port, steps: readonly Step[]): Loss[] {
  const port = was.container_port
  const closes = steps.some((step) => isSwitch(step, port, 'close_outer'))
  const opens = steps.some((step) => isSwitch(step, port, 'open_outer'))
  if (!closes && !opens) return []
  return rulesOfPort(before, port).flatMap(({ kind, open, address }): Loss[] => {
    const live = isLive(was, kind)
    if (open && !live) return [{ kind: 'leftover-rule', port, address }]
    if (!open && live) return [{ kind: 'rule-opens', port, address, inPlan: opens }]
    return open && closes && kind === 'tcp' ? [{ kind: 'tcp-port', port, address, certain: false }] : []
  })
}

function isSwitch(step: Step, port: number, action: 'open_inner' | 'open_outer' | 'close_outer'): boolean {
  return step.call === 'change' && step.port === port && step.body.action === action
}

function lossesOfPort(
  before: ComponentState,
  after: ComponentState,
  was: Port,
  steps: readonly Step[],
): Loss[] {
  const port = was.container_port
  const is = after.ports.find((candidate) => candidate.container_port === port)
  if (is === undefined) return [...lossesOfDeleting(before, was), ...noReturn(was, is)]
  const losses = [...lossesOfSwitching(before, was, steps), ...noReturn(was, is)]
  const siblings = siblingsSharing(after, is)
  if (siblings.length > 0 && steps.some((step) => isSwitch(step, port, 'open_inner')))
    losses.push({ kind: 'shared-variables', port, alias: is.port_alias, siblings })
  return losses
}

/** Aliases that an undo cannot give again: one that is shared, or none, and those that thereby stay taken. */
function lostAliases(before: ComponentState, after: ComponentState): Loss[] {
  const wishes: PortWishes = new Map()
  for (const { container_port, port_alias } of before.ports) {
    const is = after.ports.find((port) => port.container_port === container_port)
    if (is?.port_alias !== port_alias) wishes.set(container_port, { alias: port_alias })
  }
  const known = new Set(before.ports.map((port) => port.container_port))
  for (const { container_port } of after.ports)
    if (!known.has(container_port)) wishes.set(container_port, 'delete')
  return giveUpAliases(after, wishes).map(({ port, alias }) => ({
    kind: 'no-return',
    port,
    field: 'alias',
    value: alias,
  }))
}

/** Takes a component and the steps of a plan for it; gives what an undo of them cannot bring back. */
export function lossesOf(before: ComponentState, steps: readonly Step[]): Loss[] {
  const after = applySteps(before, steps)
  const losses = before.ports.flatMap((port) => lossesOfPort(before, after, port, steps))
  losses.push(...lostAliases(before, after))
  const domains = [...new Set(before.ports.map((port) => port.k8s_service_name))]
  const cannotReturn = domains.length > 1 || domains.some((domain) => !isDomain(domain))
  const isTouched = steps.some(
    ({ call, ...step }) => call === 'delete' || ('body' in step && 'k8s_service_name' in step.body),
  )
  if (cannotReturn && isTouched) losses.push({ kind: 'separate-domains', domains })
  return losses
}
