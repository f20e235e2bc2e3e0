import { internalDomainProblem } from '../../model/port-validation'
import type { ReadRow } from '../reading/read-row'
import type { PresentComponent } from '../sheet'
import type { Cell, MatchProblem, Report } from '../sheet-error'
import type { MatchedRow } from './matched-sheet'

/** The internal domains of all components. One that becomes free by the sheet is taken until then. */
export interface DomainRegister {
  isTaken: (domain: string, component: PresentComponent) => boolean
  /** Notes that a component is to have a domain. */
  take: (domain: string, component: PresentComponent) => void
}

export function createDomainRegister(present: readonly PresentComponent[]): DomainRegister {
  const holders = new Map<string, Set<PresentComponent>>()
  const take = (domain: string, component: PresentComponent) => {
    const own = holders.get(domain) ?? new Set()
    holders.set(domain, own.add(component))
  }
  for (const component of present)
    for (const port of component.ports ?? [])
      if (port.k8s_service_name !== '') take(port.k8s_service_name, component)
  return {
    take,
    isTaken: (domain, component) => [...(holders.get(domain) ?? [])].some((holder) => holder !== component),
  }
}

/** Returns the internal domain that rows give their component; undefined where they leave it. */
export function desiredInternalDomain(
  component: PresentComponent,
  rows: readonly MatchedRow<ReadRow>[],
  domains: DomainRegister,
  report: Report<MatchProblem>,
): string | undefined {
  const changing = rows
    .filter(({ changes }) => changes.some(({ field }) => field === 'internalDomain'))
    .map(({ row }) => row)
  const [first] = changing
  const desired = first?.internalDomain
  if (first === undefined || desired === undefined) return undefined
  checkAgreement(changing, rows, report)
  const taken = domains.isTaken(desired, component) ? new Set([desired]) : new Set<string>()
  const problem = internalDomainProblem(desired, taken)
  if (problem) report(cellOf(first), { kind: 'internal-domain', problem })
  domains.take(desired, component)
  return desired
}

/** All rows of a component have one internal domain. Where they don't agree, the ones that change it are at fault. */
function checkAgreement(
  changing: readonly ReadRow[],
  rows: readonly MatchedRow<ReadRow>[],
  report: Report<MatchProblem>,
) {
  const firstWith = new Map<string, ReadRow>()
  for (const { row } of rows)
    if (row.internalDomain !== undefined && !firstWith.has(row.internalDomain))
      firstWith.set(row.internalDomain, row)
  for (const row of changing) {
    const other = [...firstWith.values()].find(({ internalDomain }) => internalDomain !== row.internalDomain)
    if (other) report(cellOf(row), { kind: 'other-internal-domain', otherLine: cellOf(other).line })
  }
}

function cellOf({ at, cells }: ReadRow): Cell {
  return cells.internalDomain ?? at
}
