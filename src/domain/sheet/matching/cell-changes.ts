import { isProtocol, type Port } from '../../model/port'
import { aliasProblem } from '../../model/port-validation'
import { nameOf, protocols } from '../fields'
import type { ReadRow } from '../reading/read-row'
import { type ChangeableField, changeableFields, fieldsOfPort, type SheetRow } from '../sheet'
import { type MatchProblem, type Report, unknownValue } from '../sheet-error'

/** A cell that says something else than there is; `before` is null where there is nothing. */
export interface CellChange {
  readonly field: ChangeableField
  readonly before: string | boolean | null
  readonly after: string | boolean
}

/** Returns what a row changes of a port, or says of a new one. */
export function cellChanges(
  row: SheetRow,
  port: Port | undefined,
  internalDomain: string | undefined,
): CellChange[] {
  const now: Partial<SheetRow> = port ? fieldsOfPort(port) : internalDomain ? { internalDomain } : {}
  return changeableFields.flatMap((field) => {
    const before = now[field] ?? null
    const after = row[field]
    return after === undefined || isSame(field, before, after) ? [] : [{ field, before, after }]
  })
}

/** Blanks at the ends, and the case of a protocol, are lost in a sheet; what old data has of either is kept. */
function isSame(field: ChangeableField, before: string | boolean | null, after: string | boolean): boolean {
  if (typeof before !== 'string') return before === after
  const written = before.trim()
  return (field === 'protocol' ? written.toLowerCase() : written) === after
}

/** Reports what of the changes can't be, whatever else there is. What remains is judged by the plan. */
export function checkChanges(row: ReadRow, changes: readonly CellChange[], report: Report<MatchProblem>) {
  for (const { field, after } of changes) {
    const cell = row.cells[field]
    if (!cell || typeof after !== 'string') continue
    if (field === 'protocol' && !isProtocol(after)) report(cell, unknownValue(protocols, after))
    const problem = field === 'alias' ? aliasProblem(after, row.port, []) : null
    if (problem) report(cell, { kind: 'alias', problem })
  }
  const isSwitched = changes.some(({ field }) => field === 'inner' || field === 'outer')
  if (isSwitched && row.inner === false && row.outer === true)
    report(row.cells.outer ?? row.at, { kind: 'external-without-internal' })
}

/** Reports what a row lacks to add its port. */
export function checkNew(row: ReadRow, report: Report<MatchProblem>) {
  const fields = [
    ...(row.protocol === undefined ? [nameOf('protocol')] : []),
    ...(row.inner === undefined && row.outer !== true ? [nameOf('inner')] : []),
  ]
  if (fields.length > 0) report(row.cells.port ?? row.at, { kind: 'incomplete-port', fields })
}
