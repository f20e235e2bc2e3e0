import { grouped } from '../../collections/grouped'
import { internalDomainOf } from '../../model/component'
import type { Port } from '../../model/port'
import type { ReadRow } from '../reading/read-row'
import type { Missing, PresentComponent } from '../sheet'
import type { MatchProblem, Report } from '../sheet-error'
import { type CellChange, cellChanges, checkChanges, checkNew } from './cell-changes'
import { desiredOf } from './desired-of'
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
): MatchedComponent<P, ReadRow> | null {
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
): MatchedRow<ReadRow>[] {
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

function matchRow(
  row: ReadRow,
  port: Port | undefined,
  internalDomain: string | undefined,
): MatchedRow<ReadRow> {
  return { row, isNew: port === undefined, changes: cellChanges(row, port, internalDomain) }
}

/** Of several ports of one number, none can be named by a call: what is said of it must be what is there. */
function matchTwice(row: ReadRow, ports: readonly Port[], report: Report<MatchProblem>): MatchedRow<ReadRow> {
  const own = (changes: readonly CellChange[]) => changes.filter(({ field }) => field !== 'internalDomain')
  const [closest] = ports
    .map((port) => matchRow(row, port, undefined))
    .sort((a, b) => own(a.changes).length - own(b.changes).length)
  const [change] = own(closest?.changes ?? [])
  if (closest && change === undefined) return closest
  report((change && row.cells[change.field]) ?? row.at, { kind: 'port-twice' })
  return { row, isNew: false, changes: [] }
}
