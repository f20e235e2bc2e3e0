import { fieldsOf, portFields, portOf } from '../model/diff'
import { openPublicAddresses } from '../model/gateway-rules'
import type { ComponentState } from '../model/component'
import type { Port } from '../model/port'
import { closesOuter, isAliasStep, type Step, stepsByPort } from '../model/step'
import { applySteps } from '../model/step-effect'

/** One thing that a plan has changed, for a notice to tell. */
export type Change =
  | { kind: 'added' | 'deleted'; port: number }
  | { kind: 'protocol'; port: number; protocol: string }
  | { kind: 'alias'; port: number; alias: string }
  | { kind: 'inner' | 'outer'; port: number; open: boolean }
  /** The addresses that stopped answering with it, by the records. */
  | { kind: 'public-addresses-closed'; port: number; publicAddresses: readonly string[] }
  /** `before`: several in old data. */
  | { kind: 'internal-domain'; before: readonly string[]; after: string }
  /** Once, at the end: running components go on with what they have until their next update or restart. */
  | { kind: 'takes-effect-later' }

/** Whether something changes of a component that running components only see after their next update or restart. */
export function takesEffectLater(before: ComponentState, after: ComponentState): boolean {
  return before.ports.some((was) => {
    const is = portOf(after, was.container_port)
    if (is === undefined) return false
    return (
      is.protocol !== was.protocol ||
      is.port_alias !== was.port_alias ||
      is.k8s_service_name !== was.k8s_service_name
    )
  })
}

/** The addresses that a port answered on before and does not any more; none where the rules are not known. */
function closedAddresses(before: ComponentState, after: ComponentState, port: number): readonly string[] {
  const is = openPublicAddresses(after, port)
  if (is === null) return []
  return (openPublicAddresses(before, port) ?? []).filter((address) => !is.includes(address))
}

function fieldChanges(was: Port, is: Port, expected: Port): Change[] {
  const before = fieldsOf(was)
  const after = fieldsOf(is)
  const planned = fieldsOf(expected)
  const port = is.container_port
  return portFields
    .filter((field) => before[field] !== after[field] && after[field] === planned[field])
    .map((field): Change => {
      switch (field) {
        case 'protocol':
        case 'alias':
          return field === 'alias'
            ? { kind: 'alias', port, alias: after.alias }
            : { kind: 'protocol', port, protocol: after.protocol }
        case 'inner':
        case 'outer':
          return { kind: field, port, open: after[field] }
      }
    })
}

interface States {
  before: ComponentState
  after: ComponentState
  expected: ComponentState
}

function changesOfPort(port: number, { before, after, expected }: States, steps: readonly Step[]): Change[] {
  const was = portOf(before, port)
  const is = portOf(after, port)
  const planned = portOf(expected, port)
  if (was === undefined) {
    if (is === undefined || planned === undefined) return []
    const opened = fieldChanges({ ...is, is_inner_service: false, is_outer_service: false }, is, planned)
    return [{ kind: 'added', port }, ...opened]
  }
  if (is !== undefined && planned === undefined) return []
  const publicAddresses = steps.some(closesOuter) ? closedAddresses(before, after, port) : []
  const closed: Change[] =
    publicAddresses.length === 0 ? [] : [{ kind: 'public-addresses-closed', port, publicAddresses }]
  if (is === undefined || planned === undefined) return [{ kind: 'deleted', port }, ...closed]
  const changed = fieldChanges(was, is, planned)
  // A rule that was active beside a closed switch: outer is what was closed all the same.
  const wasLeftover = closed.length > 0 && !was.is_outer_service && !is.is_outer_service
  return [...changed, ...(wasLeftover ? [{ kind: 'outer' as const, port, open: false }] : []), ...closed]
}

function internalDomainChange({ before, after }: States, steps: readonly Step[]): Change[] {
  const domain = steps.filter(isAliasStep).at(-1)?.body.k8s_service_name
  if (domain === undefined) return []
  const old = before.ports
    .filter((port) => portOf(after, port.container_port)?.k8s_service_name === domain)
    .map((port) => port.k8s_service_name)
    .filter((was) => was !== '' && was !== domain)
  return old.length === 0 ? [] : [{ kind: 'internal-domain', before: [...new Set(old)], after: domain }]
}

/**
 * Returns what a plan has changed, of what its steps were to change: nothing that was so before, and nothing that does not
 * read so afterwards.
 *
 * @param before the component as it was read before the plan ran
 * @param after as it was read when the plan had ended
 * @param steps the steps that were done
 */
export function changesMade(before: ComponentState, after: ComponentState, steps: readonly Step[]): Change[] {
  const states = { before, after, expected: applySteps(before, steps) }
  const changes = [
    ...[...stepsByPort(steps)].flatMap(([port, own]) => changesOfPort(port, states, own)),
    ...internalDomainChange(states, steps),
  ]
  const isLater = changes.some(
    ({ kind }) => kind === 'protocol' || kind === 'alias' || kind === 'internal-domain',
  )
  return isLater ? [...changes, { kind: 'takes-effect-later' }] : changes
}
