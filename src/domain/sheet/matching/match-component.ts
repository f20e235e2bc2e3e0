import { grouped } from '../../collections/grouped'
import { internalDomainOf } from '../../model/component'
import type { DesiredPort, DesiredState } from '../../model/desired-state'
import type { Port } from '../../model/port'
import type { ReadRow } from '../reading/read-row'
import type { Missing, PresentComponent } from '../sheet'
import type { MatchProblem, Report } from '../sheet-error'
import { type CellChange, cellChanges, checkChanges, checkNew, desiredPort } from './cell-changes'
import { desiredInternalDomain, type DomainRegister } from './internal-domains'
import type { Matched, MatchedComponent, MatchedRow } from './matched-sheet'

interface Matching {
  readonly missing: Missing
  readonly domains: DomainRegister
  readonly report: Report<MatchProblem>
}

/** Returns what its rows ask of a component; null where its ports are not known. */
export function matchComponent<P extends PresentComponent>(
  { component, matchedBy, rows }: Matched<P>,
  { missing, domains, report }: Matching,
): MatchedComponent<P> | null {
  const { ports } = component
  if (ports === null) {
    for (const row of rows)
      report(row.cells.component ?? row.cells.componentId ?? row.at, { kind: 'ports-unknown' })
    return null
  }
  const matched = matchRows(rows, ports, report)
  const named = new Set(rows.map(({ port }) => port))
  const unnamed = ports.filter((port) => !named.has(port.container_port))
  const internalDomain = desiredInternalDomain(component, matched, domains, report)
  return {
    ...{ component, matchedBy, rows: matched, unnamed },
    desired: desiredOf(matched, missing === 'delete' ? unnamed : [], internalDomain),
  }
}

function matchRows(
  rows: readonly ReadRow[],
  ports: readonly Port[],
  report: Report<MatchProblem>,
): MatchedRow[] {
  const byNumber = grouped(ports, (port) => port.container_port)
  const first = new Map<string, ReadRow>()
  const internalDomain = internalDomainOf(ports)
  return rows.map((row) => {
    const own = byNumber.get(row.port) ?? []
    const matched = own.length > 1 ? matchTwice(row, own, report) : matchRow(row, own[0], internalDomain)
    // Of several ports of a number, each may have its row.
    const key = own.length > 1 ? `${String(row.port)} ${row.protocol ?? ''}` : String(row.port)
    const before = first.get(key)
    if (before) report(row.cells.port ?? row.at, { kind: 'duplicate-row', firstLine: before.at.line })
    else first.set(key, row)
    checkChanges(row, matched.changes, report)
    if (matched.isNew) checkNew(row, report)
    return matched
  })
}

function matchRow(row: ReadRow, port: Port | undefined, internalDomain: string | undefined): MatchedRow {
  return { row, isNew: port === undefined, changes: cellChanges(row, port, internalDomain) }
}

/** Of several ports of one number, none can be named by a call: what is said of it must be what is there. */
function matchTwice(row: ReadRow, ports: readonly Port[], report: Report<MatchProblem>): MatchedRow {
  const own = (changes: readonly CellChange[]) => changes.filter(({ field }) => field !== 'internalDomain')
  const [closest] = ports
    .map((port) => matchRow(row, port, undefined))
    .sort((a, b) => own(a.changes).length - own(b.changes).length)
  const [change] = own(closest?.changes ?? [])
  if (closest && change === undefined) return closest
  report((change && row.cells[change.field]) ?? row.at, { kind: 'port-twice' })
  return { row, isNew: false, changes: [] }
}

function desiredOf(
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
