import type { ReadSheet } from '../reading/parse-sheet'
import type { ReadRow } from '../reading/read-row'
import type { PresentComponent } from '../sheet'
import { createErrors, type MatchProblem, type Report, type SheetError } from '../sheet-error'
import { componentFinder, type MatchedBy } from './find-component'
import { createDomainRegister } from './internal-domains'
import { matchComponent } from './match-component'
import type { Matched, MatchedSheet } from './matched-sheet'

/**
 * Compares a sheet with the components that are there (docs/sheets.md). Returns what it asks of each that it names, in its
 * order, or the errors: then nothing of it counts.
 */
export function matchSheet<P extends PresentComponent>(
  { missing, rows }: ReadSheet,
  present: readonly P[],
): MatchedSheet<P, ReadRow> | { readonly errors: readonly SheetError<MatchProblem>[] } {
  const { report, found } = createErrors<MatchProblem>()
  const domains = createDomainRegister(present)
  const components = byComponent(rows, present, report).flatMap(
    (matched) => matchComponent(matched, { missing, domains, report }) ?? [],
  )
  const errors = found()
  return errors.length === 0 ? { missing, components } : { errors }
}

/** Returns the components that a sheet names, whose ports a comparison needs, or the errors of rows that name none. */
export function namedComponents<P extends PresentComponent>(
  { rows }: ReadSheet,
  present: readonly P[],
): { readonly components: readonly P[] } | { readonly errors: readonly SheetError<MatchProblem>[] } {
  const { report, found } = createErrors<MatchProblem>()
  const components = byComponent(rows, present, report).map(({ component }) => component)
  const errors = found()
  return errors.length === 0 ? { components } : { errors }
}

/** Returns the components that rows name, in the order of the rows, each with all of its own. */
function byComponent<P extends PresentComponent>(
  rows: readonly ReadRow[],
  present: readonly P[],
  report: Report<MatchProblem>,
): Matched<P>[] {
  const find = componentFinder(present)
  const found = new Map<P, { matchedBy: MatchedBy; rows: ReadRow[] }>()
  for (const row of rows) {
    const one = find(row)
    if ('problem' in one) {
      report(one.at, one.problem)
      continue
    }
    const group = found.get(one.component) ?? { matchedBy: 'id', rows: [] }
    found.set(one.component, group)
    group.rows.push(row)
    if (one.matchedBy === 'name') group.matchedBy = 'name'
  }
  for (const [component, group] of found) checkIds(component, group.rows, report)
  return [...found].map(([component, group]) => ({ component, ...group }))
}

/** Rows of a component that name several ids are of several components elsewhere, or one of the ids is wrong. */
function checkIds(component: PresentComponent, rows: readonly ReadRow[], report: Report<MatchProblem>) {
  const withId = rows.filter(({ componentId }) => componentId !== undefined)
  const first = withId.find(({ componentId }) => componentId === component.componentId) ?? withId[0]
  for (const row of withId)
    if (first && row.componentId !== first.componentId)
      report(row.cells.componentId ?? row.at, { kind: 'other-id', otherLine: first.at.line })
}
