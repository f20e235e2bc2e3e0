import type { ComponentState } from '../model/component'
import { portOf } from '../model/diff'
import { innerAddress, openPublicAddresses } from '../model/gateway-rules'
import type { Change } from './changes-made'

/** What a change's sentence leaves out: the old value, and which address came or went. */
export type ChangeDetail =
  | { kind: 'alias' | 'protocol'; port: number; before: string; after: string }
  /** `inner`: for the team's other components only. */
  | { kind: 'address'; port: number; scope: 'inner' | 'outer'; fate: 'came' | 'went'; address: string }

function innerAddressOf(component: ComponentState, number: number): string | null {
  const port = portOf(component, number)
  return port?.is_inner_service === true ? innerAddress(port) : null
}

function innerDetails(before: ComponentState, after: ComponentState, port: number): ChangeDetail[] {
  const was = innerAddressOf(before, port)
  const is = innerAddressOf(after, port)
  if (was === is) return []
  const detail = (fate: 'came' | 'went', address: string | null): ChangeDetail[] =>
    address === null ? [] : [{ kind: 'address', port, scope: 'inner', fate, address }]
  return [...detail('went', was), ...detail('came', is)]
}

/** Closed ones have a sentence of their own. */
function openedAddresses(before: ComponentState, after: ComponentState, port: number): ChangeDetail[] {
  const were = openPublicAddresses(before, port)
  const are = openPublicAddresses(after, port)
  if (were === null || are === null) return []
  return are
    .filter((address) => !were.includes(address))
    .map((address) => ({ kind: 'address', port, scope: 'outer', fate: 'came', address }))
}

function oldValue(change: Change, before: ComponentState): ChangeDetail[] {
  if (change.kind !== 'alias' && change.kind !== 'protocol') return []
  const was = portOf(before, change.port)
  const old = change.kind === 'alias' ? was?.port_alias : was?.protocol
  if (old === undefined || old === '') return []
  const after = change.kind === 'alias' ? change.alias : change.protocol
  return [{ kind: change.kind, port: change.port, before: old, after }]
}

/**
 * Returns what a notice adds to the sentences of its changes.
 *
 * @param before the component as it was read before the change
 * @param after as it was read when the change had ended
 */
export function changeDetails(
  before: ComponentState,
  after: ComponentState,
  changes: readonly Change[],
): ChangeDetail[] {
  const isRenamed = changes.some(({ kind }) => kind === 'internal-domain')
  const changed = changes.flatMap((change) => ('port' in change ? change.port : []))
  const numbers = isRenamed ? after.ports.map((port) => port.container_port) : changed
  return [
    ...changes.flatMap((change) => oldValue(change, before)),
    ...[...new Set([...changed, ...numbers])].flatMap((port) => [
      ...innerDetails(before, after, port),
      ...(changed.includes(port) ? openedAddresses(before, after, port) : []),
    ]),
  ]
}
