import type { DesiredPort, DesiredState } from '../../model/desired-state'
import { isProtocol, type Port } from '../../model/port'
import type { SheetRow } from '../sheet'
import type { CellChange } from './cell-changes'
import type { MatchedRow } from './matched-sheet'

/** Returns what rows ask of their component: only what differs from what is there. */
export function desiredOf(
  rows: readonly MatchedRow[],
  deleted: readonly Port[],
  internalDomain: string | undefined,
): DesiredState {
  const changed = rows
    .map(({ row, changes }) => [row.port, desiredPort(row, changes)] as const)
    .filter(([, desired]) => Object.keys(desired).length > 0)
  const adds = rows.filter(({ isNew }) => isNew).map(({ row }) => row.port)
  return {
    ports: new Map<number, Partial<DesiredPort> | 'delete'>([
      ...changed,
      ...deleted.map(({ container_port }) => [container_port, 'delete'] as const),
    ]),
    ...(internalDomain !== undefined && { internalDomain }),
    ...(adds.length > 0 && { adds: new Set(adds) }),
  }
}

/** Returns what a row asks of its port, of the fields that it changes. */
function desiredPort(row: SheetRow, changes: readonly CellChange[]): Partial<DesiredPort> {
  const { protocol, alias, inner, outer } = row
  const changed = new Set(changes.map(({ field }) => field))
  return {
    ...(changed.has('protocol') && protocol !== undefined && isProtocol(protocol) && { protocol }),
    ...(changed.has('alias') && alias !== undefined && { alias }),
    ...(changed.has('inner') && inner !== undefined && { inner }),
    ...(changed.has('outer') && outer !== undefined && { outer }),
  }
}
