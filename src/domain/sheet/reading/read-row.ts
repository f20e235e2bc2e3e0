import { isPortNumber } from '../../model/port-validation'
import { nameOf, readSwitch, switches } from '../fields'
import type { SheetRow } from '../sheet'
import { unknownValue, type Cell, type Cells, type ReadProblem, type Report } from '../sheet-error'
import type { RawRow } from './raw-sheet'

/** A row as it was read: `cells` says where each of its fields stands, and `at` where it begins itself. */
export interface ReadRow extends SheetRow {
  readonly at: Cell
  readonly cells: Cells
}

/** Returns what a row says; null where that can't be told. What is asked for is checked against what is there, later. */
export function readRow({ at, cells }: RawRow, report: Report<ReadProblem>): ReadRow | null {
  const { app, component, componentId, protocol, alias, internalDomain } = cells
  const port = portOf(at, cells.port, report)
  const inner = switchOf(cells.inner, report)
  const outer = switchOf(cells.outer, report)
  const isNamed = component !== undefined || componentId !== undefined
  if (!isNamed) report(at, { kind: 'missing-field', field: nameOf('component') })
  if (port === null || !isNamed || inner === null || outer === null) return null
  return {
    at,
    cells,
    port,
    ...(app && { app: trimmed(app) }),
    ...(component && { component: trimmed(component) }),
    ...(componentId && { componentId: trimmed(componentId) }),
    ...(protocol && { protocol: plain(protocol).toLowerCase() }),
    ...(alias && { alias: trimmed(alias) }),
    ...(internalDomain && { internalDomain: trimmed(internalDomain) }),
    ...(inner !== undefined && { inner }),
    ...(outer !== undefined && { outer }),
  }
}

const trimmed = ({ text }: Cell) => text.trim()

/** An input method may leave full-width characters. */
const plain = ({ text }: Cell) => text.normalize('NFKC').trim()

/** A spreadsheet may write 8080 as 8080.0 or 8080.00. Three decimals may also be the thousands of 8.080. */
function portOf(at: Cell, cell: Cell | undefined, report: Report<ReadProblem>): number | null {
  if (cell === undefined) {
    report(at, { kind: 'missing-field', field: nameOf('port') })
    return null
  }
  const [, digits] = /^(\d+)(?:\.00?)?$/.exec(plain(cell)) ?? []
  const port = Number(digits)
  if (isPortNumber(port)) return port
  report(cell, { kind: 'not-a-port' })
  return null
}

function switchOf(cell: Cell | undefined, report: Report<ReadProblem>): boolean | undefined | null {
  if (cell === undefined) return undefined
  const open = readSwitch(cell.text)
  if (open === null) report(cell, unknownValue(switches, cell.text))
  return open
}
