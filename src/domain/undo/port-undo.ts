import { type ComponentState, currentInternalDomain } from '../model/component'
import type { DesiredPort, PortField } from '../model/desired-state'
import { fieldsOf, portFields, portOf } from '../model/diff'
import { isProtocol, type Port } from '../model/port'
import { isInternalDomain } from '../model/port-validation'
import { changedField, type Step } from '../model/step'
import type { LeftAlone, Loss } from './loss'

/** What the undo of one port comes to. */
export interface PortUndo {
  desired: Partial<DesiredPort> | 'delete' | null
  leftAlone: LeftAlone[]
  cannotRestore: Loss[]
}

const nothing: PortUndo = { desired: null, leftAlone: [], cannotRestore: [] }

function noReturn(port: number, field: PortField, value: string | boolean): Loss {
  return { kind: 'no-return', port, field, value }
}

/** Outer without inner is opened no more: what can be had of it is inner closed, unless outer is open now. */
function withoutOuterAlone(was: Port, desired: Partial<DesiredPort>, isOuterNow: boolean): Loss[] {
  if (!was.is_outer_service || was.is_inner_service) return []
  const port = was.container_port
  if (desired.outer === true) {
    delete desired.outer
    return [noReturn(port, 'outer', true)]
  }
  if (desired.inner !== false || !isOuterNow) return []
  delete desired.inner
  return [noReturn(port, 'inner', false)]
}

function undoOfDeleting(was: Port): PortUndo {
  const { protocol, alias, inner, outer } = fieldsOf(was)
  const port = was.container_port
  const cannotRestore: Loss[] = isProtocol(protocol) ? [] : [noReturn(port, 'protocol', protocol)]
  const desired: Partial<DesiredPort> = {
    protocol: isProtocol(protocol) ? protocol : 'tcp',
    alias,
    inner,
    outer,
  }
  cannotRestore.push(...withoutOuterAlone(was, desired, false))
  return { desired, leftAlone: [], cannotRestore }
}

function undoOfAdding(is: Port, now: Port): PortUndo {
  const added = fieldsOf(is)
  const current = fieldsOf(now)
  const isAsAdded = portFields.every((field) => added[field] === current[field])
  if (isAsAdded) return { ...nothing, desired: 'delete' }
  return { ...nothing, leftAlone: [{ kind: 'port-changed', port: now.container_port }] }
}

/** A desired state that implied the other switch would undo what somebody else has switched since. */
function withoutImplied(desired: Partial<DesiredPort>, is: Port, now: Port): LeftAlone[] {
  const port = now.container_port
  if (desired.inner === false && desired.outer === undefined && now.is_outer_service) {
    delete desired.inner
    return [{ kind: 'field', port, field: 'outer', planned: is.is_outer_service, now: true }]
  }
  if (desired.outer === true && desired.inner === undefined && !now.is_inner_service) {
    delete desired.outer
    return [{ kind: 'field', port, field: 'inner', planned: is.is_inner_service, now: false }]
  }
  return []
}

/** Inner opens no more without an alias, and an alias is given only along with a domain that the server takes. */
function withoutAlias(port: number, desired: Partial<DesiredPort>, canBeNamed: () => boolean): Loss[] {
  if (desired.inner !== true) return []
  if (canBeNamed()) return [noReturn(port, 'alias', '')]
  const losses = [noReturn(port, 'inner', true)]
  if (desired.outer === true) losses.push(noReturn(port, 'outer', true))
  delete desired.inner
  delete desired.outer
  return losses
}

interface Versions {
  was: Port
  is: Port
  now: Port
}

function undoOfChanging(
  { was, is, now }: Versions,
  touched: ReadonlySet<PortField>,
  canBeNamed: () => boolean,
): PortUndo {
  const port = now.container_port
  const before = fieldsOf(was)
  const planned = fieldsOf(is)
  const current = fieldsOf(now)
  const leftAlone: LeftAlone[] = []
  const cannotRestore: Loss[] = []
  const back = new Set<PortField>()
  for (const field of portFields) {
    if (!touched.has(field) || before[field] === planned[field] || current[field] === before[field]) continue
    if (current[field] === planned[field]) back.add(field)
    else leftAlone.push({ kind: 'field', port, field, planned: planned[field], now: current[field] })
  }
  const desired: Partial<DesiredPort> = {}
  if (back.has('alias')) desired.alias = before.alias
  if (back.has('inner')) desired.inner = before.inner
  if (back.has('outer')) desired.outer = before.outer
  if (back.has('protocol')) {
    if (isProtocol(before.protocol)) desired.protocol = before.protocol
    else cannotRestore.push(noReturn(port, 'protocol', before.protocol))
  }
  cannotRestore.push(...withoutOuterAlone(was, desired, now.is_outer_service))
  leftAlone.push(...withoutImplied(desired, is, now))
  if (now.port_alias === '') cannotRestore.push(...withoutAlias(port, desired, canBeNamed))
  return { desired: Object.keys(desired).length === 0 ? null : desired, leftAlone, cannotRestore }
}

/**
 * Returns what brings one port back to where it was before a plan, of what the plan's steps changed of it. Aliases are
 * as they were, and not yet checked against the siblings.
 *
 * @param steps those of this port
 */
export function undoOfPort(
  port: number,
  states: { before: ComponentState; after: ComponentState; now: ComponentState },
  steps: readonly Step[],
): PortUndo {
  const was = portOf(states.before, port)
  const is = portOf(states.after, port)
  const now = portOf(states.now, port)
  if (was === undefined) return is === undefined || now === undefined ? nothing : undoOfAdding(is, now)
  if (is === undefined && steps.some((step) => step.call === 'delete')) {
    if (now === undefined) return undoOfDeleting(was)
    return { ...nothing, leftAlone: [{ kind: 'port-back', port }] }
  }
  if (is === undefined || now === undefined) return { ...nothing, leftAlone: [{ kind: 'port-gone', port }] }
  const touched = new Set(steps.flatMap((step) => (step.call === 'change' ? [changedField(step)] : [])))
  return undoOfChanging({ was, is, now }, touched, () => isInternalDomain(currentInternalDomain(states.now)))
}
